import { defineFeature } from '#main/context/feature.ts';
import { views } from '#shared/views/contract.ts';
import { viewCommands } from './views.commands.ts';
import { viewQueries } from './views.queries.ts';

export const viewsFeature = defineFeature({
  name: 'views',
  namespace: 'people',
  contract: views,
  commands: viewCommands,
  queries: viewQueries,
});
