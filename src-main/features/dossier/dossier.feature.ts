import { defineFeature } from '#main/context/feature.ts';
import { dossier } from '#shared/dossier/contract.ts';
import { dossierQueries } from './dossier.queries.ts';

export const dossierFeature = defineFeature({ name: 'dossier', contract: dossier, queries: dossierQueries });
