import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields. */
export const securityTexts = featureTexts({
  en: {
    audit: {
      records: { credential: 'Password' },
      fields: {
        changedAt: 'Changed',
        mustChange: 'Must be changed',
      },
    },
  },
  de: {
    audit: {
      records: { credential: 'Passwort' },
      fields: {
        changedAt: 'Geändert',
        mustChange: 'Muss geändert werden',
      },
    },
  },
});
