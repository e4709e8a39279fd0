import { entityOf } from '#main/store/entityOf.ts';
import { settingRecord } from '#shared/settings/records.ts';

export const Setting = entityOf(settingRecord);
