import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields. */
export const partnersTexts = featureTexts({
  en: {
    audit: {
      records: { partner: 'Partner' },
      fields: {
        country: 'Country',
        address: 'Address',
        phone: 'Telephone',
        gln: 'GLN',
      },
    },
  },
  de: {
    audit: {
      records: { partner: 'Partner' },
      fields: {
        country: 'Land',
        address: 'Anschrift',
        phone: 'Telefon',
        gln: 'GLN',
      },
    },
  },
});
