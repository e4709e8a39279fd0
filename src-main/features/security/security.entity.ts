import { entityOf } from '#main/store/entityOf.ts';
import { credentialRecord } from '#shared/security/records.ts';

export const Credential = entityOf(credentialRecord);
