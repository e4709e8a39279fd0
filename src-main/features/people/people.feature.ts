import { defineFeature } from '#main/context/feature.ts';
import { peopleCommands } from './people.commands.ts';
import { peopleQueries } from './people.queries.ts';

export const peopleFeature = defineFeature({
  name: 'people',
  needs: ['session', 'setUp', 'passwords', 'signsWithUser', 'operations', 'storeFile', 'readOnly', 'appVersion'],
  commands: peopleCommands,
  queries: peopleQueries,
});
