import { defineFeature } from '#main/context/feature.ts';
import { statuses } from '#shared/statuses/contract.ts';
import { statusCommands } from './statuses.commands.ts';
import { statusRules } from './statuses.policies.ts';
import { statusQueries } from './statuses.queries.ts';

export const statusesFeature = defineFeature({
  name: 'statuses',
  contract: statuses,
  commands: statusCommands,
  queries: statusQueries,
  policies: [statusRules],
});
