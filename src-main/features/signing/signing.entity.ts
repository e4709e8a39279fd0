import { entityOf } from '#main/store/entityOf.ts';
import { signatureRecord } from '#shared/signing/records.ts';

export const SignatureRecord = entityOf(signatureRecord, {
  indexes: [{ name: 'signature_record', properties: ['record', 'recordKey'] }],
});
