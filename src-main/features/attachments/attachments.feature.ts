import { defineFeature } from '#main/context/feature.ts';
import { attachments } from '#shared/attachments/contract.ts';
import { attachmentCommands } from './attachments.commands.ts';
import { attachmentQueries } from './attachments.queries.ts';
import { attachmentsReport } from './attachments.report.ts';
import { withoutCertificateReport } from './withoutCertificate.report.ts';

export const attachmentsFeature = defineFeature({
  name: 'attachments',
  contract: attachments,
  needs: ['uploads', 'spool', 'pathInPlace'],
  commands: attachmentCommands,
  queries: attachmentQueries,
  reports: [attachmentsReport, withoutCertificateReport],
});
