import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields. */
export const settingsTexts = featureTexts({
  en: {
    audit: {
      records: { setting: 'Setting' },
      fields: {
        value: 'Value',
      },
    },
  },
  de: {
    audit: {
      records: { setting: 'Einstellung' },
      fields: {
        value: 'Wert',
      },
    },
  },
});
