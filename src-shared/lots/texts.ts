import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields. */
export const lotsTexts = featureTexts({
  en: {
    audit: {
      records: { lot: 'Lot', status_decision: 'Status decision' },
      fields: {
        sublot: 'Sublot',
        manufacturer: 'Manufacturer',
        manufacturerLot: "Manufacturer's lot",
        bestBeforeOn: 'Best before',
        useByOn: 'Use by',
        reference: 'Reference',
        statusFrom: 'From status',
        statusTo: 'To status',
        location: 'Location',
        movements: 'Movements',
        reason: 'Reason',
        decidedAt: 'Decided',
      },
    },
  },
  de: {
    audit: {
      records: { lot: 'Charge', status_decision: 'Statusentscheidung' },
      fields: {
        sublot: 'Untercharge',
        manufacturer: 'Hersteller',
        manufacturerLot: 'Charge des Herstellers',
        bestBeforeOn: 'Mindestens haltbar bis',
        useByOn: 'Zu verbrauchen bis',
        reference: 'Referenz',
        statusFrom: 'Status vorher',
        statusTo: 'Status nachher',
        location: 'Platz',
        movements: 'Bewegungen',
        reason: 'Grund',
        decidedAt: 'Entschieden',
      },
    },
  },
});
