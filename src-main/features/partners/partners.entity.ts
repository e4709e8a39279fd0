import { entityOf } from '#main/store/entityOf.ts';
import { partnerRecord } from '#shared/partners/records.ts';

export const Partner = entityOf(partnerRecord, { unique: 'partner_code' });
