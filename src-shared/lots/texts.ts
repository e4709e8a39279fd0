import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields, and what is signed of them in German. */
export const lotsTexts = featureTexts({
  en: {
    reports: {
      catalogue: {
        expiry: {
          title: 'Expiry calendar',
          answers: 'What has expired, and what expires next.',
          asks: 'Stock of product {{product}} in status {{status}} that expires until {{until}} seen from {{asOf}}',
          expired: 'Expired',
          expiring: 'Expires next',
          none: 'Nothing here.',
        },
        quarantine: {
          title: 'Quarantine ageing',
          answers: 'Stock without a usage decision, and for how long.',
          asks: 'Stock in status {{status}} of product {{product}} with its days counted until {{asOf}}',
          week: 'Up to 7 days',
          month: '8 to 30 days',
          quarter: '31 to 90 days',
          longer: 'Over 90 days',
          byAge: 'Lots and serials by days',
          since: 'Since',
          none: 'Nothing is in this status.',
        },
      },
    },
    audit: {
      records: { lot: 'Lot', status_decision: 'Usage decision' },
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
    reports: {
      catalogue: {
        expiry: {
          title: 'Ablaufkalender',
          answers: 'Was abgelaufen ist, und was als Nächstes abläuft.',
          asks: 'Bestand von Artikel {{product}} im Status {{status}}, der bis {{until}} abläuft gesehen am {{asOf}}',
          expired: 'Abgelaufen',
          expiring: 'Läuft als Nächstes ab',
          none: 'Hier ist nichts.',
        },
        quarantine: {
          title: 'Dauer der Quarantäne',
          answers: 'Bestand ohne Verwendungsentscheid, und wie lange schon.',
          asks: 'Bestand im Status {{status}} von Artikel {{product}} mit Tagen bis {{asOf}}',
          week: 'Bis 7 Tage',
          month: '8 bis 30 Tage',
          quarter: '31 bis 90 Tage',
          longer: 'Über 90 Tage',
          byAge: 'Chargen und Seriennummern nach Tagen',
          since: 'Seit',
          none: 'Nichts ist in diesem Status.',
        },
      },
    },
    audit: {
      records: { lot: 'Charge', status_decision: 'Verwendungsentscheid' },
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
      '{0} {1} von {2} auf {3} zurückweisen: aus Status {4} wird {5}. {6}',
    'Quarantine {0} {1} of {2} at {3}: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} in Quarantäne nehmen: aus Status {4} wird {5}. {6}',
    'Release {0} {1} of {2} at {3} locations: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} Plätzen freigeben: aus Status {4} wird {5}. {6}',
    'Reject {0} {1} of {2} at {3} locations: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} Plätzen zurückweisen: aus Status {4} wird {5}. {6}',
    'Quarantine {0} {1} of {2} at {3} locations: status {4} becomes {5}. {6}':
      '{0} {1} von {2} auf {3} Plätzen in Quarantäne nehmen: aus Status {4} wird {5}. {6}',
  },
});
