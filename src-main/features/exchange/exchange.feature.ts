import { defineFeature } from '#main/context/feature.ts';
import { exchangeCommands } from './exchange.commands.ts';
import { exchangeQueries } from './exchange.queries.ts';

export const exchangeFeature = defineFeature({
  name: 'exchange',
  needs: ['uploads', 'rehearse', 'policies'],
  commands: exchangeCommands,
  queries: exchangeQueries,
});
