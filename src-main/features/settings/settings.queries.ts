import type { QueriesIn } from '#main/context/context.ts';
import { settingsOf } from '#main/features/security/siteSettings.queries.ts';
import type { settings } from '#shared/settings/contract.ts';

export const settingQueries: QueriesIn<typeof settings> = {
  async getSettings(_input, { reader: { db } }) {
    return settingsOf(db);
  },
};
