import { defineFeature } from '#main/context/feature.ts';
import { people } from '#shared/people/contract.ts';
import { peopleCommands } from './people.commands.ts';
import { peopleQueries } from './people.queries.ts';
import { rightsReport } from './rights.report.ts';

export const peopleFeature = defineFeature({
  name: 'people',
  contract: people,
  needs: ['session', 'setUp', 'passwords', 'operations'],
  commands: peopleCommands,
  queries: peopleQueries,
  reports: [rightsReport],
});
