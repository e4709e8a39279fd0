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
    locations: {
      where: 'Not in the plant',
      away: { subcontractor: 'at the subcontractor', loan: 'on loan to a customer' },
      stillOurs:
        'What lies here is not in the plant and still belongs to it: it counts in stock, and a recall reaches it.',
    },
  },
  de: {
    audit: {
      records: { place: 'Platz' },
      fields: {
        site: 'Standort',
      },
    },
    locations: {
      where: 'Nicht im Werk',
      away: { subcontractor: 'beim Lohnfertiger', loan: 'als Leihgabe beim Kunden' },
      stillOurs:
        'Was hier liegt, ist nicht im Werk und gehört ihm doch: Es zählt zum Bestand, und ein Rückruf erreicht es.',
    },
  },
});
