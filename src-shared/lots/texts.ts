import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields, and what is signed of them in German. */
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
  germanMessages: {
    'Release {0} {1} of {2} at {3}: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} freigeben: aus Status {4} wird {5}. {6}',
    'Reject {0} {1} of {2} at {3}: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} ablehnen: aus Status {4} wird {5}. {6}',
    'Quarantine {0} {1} of {2} at {3}: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} in Quarantäne nehmen: aus Status {4} wird {5}. {6}',
    'Release {0} {1} of {2} at {3} locations: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} Plätzen freigeben: aus Status {4} wird {5}. {6}',
    'Reject {0} {1} of {2} at {3} locations: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} Plätzen ablehnen: aus Status {4} wird {5}. {6}',
    'Quarantine {0} {1} of {2} at {3} locations: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} Plätzen in Quarantäne nehmen: aus Status {4} wird {5}. {6}',
  },
});
