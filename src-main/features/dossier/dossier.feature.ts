import { defineFeature } from '#main/context/feature.ts';
import { dossierQueries } from './dossier.queries.ts';

export const dossierFeature = defineFeature({ name: 'dossier', queries: dossierQueries });
