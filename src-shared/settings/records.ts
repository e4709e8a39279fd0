import { field, record } from '#shared/kernel/record.ts';

/** One decision of the site about how Lotline works there. */
export const settingRecord = record({
  name: 'setting',
  key: ['code'],
  fields: { code: field.code(), value: field.code() },
});
