import { defineFeature } from '#main/context/feature.ts';
import { security } from '#shared/security/contract.ts';
import { securityCommands } from './security.commands.ts';
import { securityQueries } from './security.queries.ts';

export const securityFeature = defineFeature({
  name: 'security',
  namespace: 'people',
  contract: security,
  needs: ['session', 'passwords', 'signsWithUser', 'storeFile', 'readOnly', 'appVersion'],
  commands: securityCommands,
  queries: securityQueries,
});
