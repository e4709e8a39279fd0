import { defineFeature } from '#main/context/feature.ts';
import { audit } from '#shared/audit/contract.ts';
import { auditCommands } from './audit.commands.ts';
import { auditQueries } from './audit.queries.ts';

export const auditFeature = defineFeature({
  name: 'audit',
  contract: audit,
  needs: ['verify', 'operations'],
  commands: auditCommands,
  queries: auditQueries,
});
