import { defineFeature } from '#main/context/feature.ts';
import { movements } from '#shared/movements/contract.ts';
import { documentsReport } from './documents.report.ts';
import { lookAlikesReport } from './lookAlikes.report.ts';
import { lotSplitsReport } from './lotSplits.report.ts';
import { movementCommands } from './movements.commands.ts';
import { movementQueries } from './movements.queries.ts';
import { serialLedgerReport } from './serialLedger.report.ts';
import { stockAsOfReport } from './stockAsOf.report.ts';
import { stockValueReport } from './stockValue.report.ts';

export const movementsFeature = defineFeature({
  name: 'movements',
  contract: movements,
  needs: ['policies'],
  commands: movementCommands,
  queries: movementQueries,
  reports: [documentsReport, stockAsOfReport, stockValueReport, serialLedgerReport, lotSplitsReport, lookAlikesReport],
});
