import { defineFeature } from '#main/context/feature.ts';
import { signing } from '#shared/signing/contract.ts';
import { signaturesReport } from './signatures.report.ts';
import { signingQueries } from './signing.queries.ts';

export const signingFeature = defineFeature({
  name: 'signing',
  contract: signing,
  needs: ['readToSign'],
  queries: signingQueries,
  reports: [signaturesReport],
});
