import { defineFeature } from '#main/context/feature.ts';
import { exchange } from '#shared/exchange/contract.ts';
import { exchangeCommands } from './exchange.commands.ts';
import { exchangeQueries } from './exchange.queries.ts';

export const exchangeFeature = defineFeature({
  name: 'exchange',
  contract: exchange,
  needs: ['uploads', 'rehearse', 'previewWorker', 'pathInPlace', 'policies'],
  commands: exchangeCommands,
  queries: exchangeQueries,
});
