import { defineFeature } from '#main/context/feature.ts';
import { backups } from '#shared/backups/contract.ts';
import { backupCommands } from './backups.commands.ts';
import { backupQueries } from './backups.queries.ts';
import { compare, examine } from './compare.queries.ts';

export const backupsFeature = defineFeature({
  name: 'backups',
  contract: backups,
  needs: ['copies', 'spool', 'storeFile', 'readOnly', 'uploads', 'givesWay', 'pathInPlace'],
  commands: backupCommands,
  queries: { ...backupQueries, compare, examine },
});
