import { defineFeature } from '#main/context/feature.ts';
import { movements } from '#shared/movements/contract.ts';
import { documentsReport } from './documents.report.ts';
import { movementCommands } from './movements.commands.ts';
import { movementQueries } from './movements.queries.ts';

export const movementsFeature = defineFeature({
  name: 'movements',
  contract: movements,
  needs: ['policies'],
  commands: movementCommands,
  queries: movementQueries,
  reports: [documentsReport],
});
