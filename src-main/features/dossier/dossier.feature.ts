import { defineFeature } from '#main/context/feature.ts';
import { dossier } from '#shared/dossier/contract.ts';
import { dossierQueries } from './dossier.queries.ts';
import { serialCheckReport } from './serialCheck.report.ts';

export const dossierFeature = defineFeature({
  name: 'dossier',
  contract: dossier,
  queries: dossierQueries,
  reports: [serialCheckReport],
});
