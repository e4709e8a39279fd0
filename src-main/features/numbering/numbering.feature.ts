import { defineFeature } from '#main/context/feature.ts';
import { numbering } from '#shared/numbering/contract.ts';
import { numberingCommands } from './numbering.commands.ts';
import { numberingQueries } from './numbering.queries.ts';

export const numberingFeature = defineFeature({
  name: 'numbering',
  contract: numbering,
  commands: numberingCommands,
  queries: numberingQueries,
});
