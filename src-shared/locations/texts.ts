import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields. */
export const locationsTexts = featureTexts({
  en: {
    audit: {
      records: { place: 'Location' },
      fields: {
        site: 'Site',
      },
    },
  },
  de: {
    audit: {
      records: { place: 'Platz' },
      fields: {
        site: 'Standort',
      },
    },
  },
});
