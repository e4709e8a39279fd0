import { defineFeature } from '#main/context/feature.ts';
import { lots } from '#shared/lots/contract.ts';
import { lotCommands } from './lots.commands.ts';
import { issuedGoods, postedStatus } from './lots.policies.ts';
import { lotQueries } from './lots.queries.ts';

export const lotsFeature = defineFeature({
  name: 'lots',
  contract: lots,
  needs: ['policies'],
  commands: lotCommands,
  queries: lotQueries,
  policies: [postedStatus, issuedGoods],
});
