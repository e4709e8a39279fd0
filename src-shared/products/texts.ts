import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields, and what is signed of them in German. */
export const productsTexts = featureTexts({
  en: {
    audit: {
      operations: { products: { create: 'New product' } },
      sentences: { products: { create: '{{code}}' } },
      records: { product: 'Product' },
      fields: {
        category: 'Category',
        unit: 'Unit',
        lotTracking: 'Lot tracking',
        serialTracking: 'Serial tracking',
        lotCapacity: 'Capacity of a lot',
        stockManaged: 'Stock is managed',
        traceDetail: 'Trace log',
        shelfLifeDays: 'Shelf life',
        shelfLifeMonths: 'Shelf life in months',
        bestBeforeDays: 'Best before, after making',
        bestBeforeMonths: 'Best before, after making, in months',
        useByDays: 'Use by, after making',
        useByMonths: 'Use by, after making, in months',
        retestDays: 'Retest, after making',
        retestMonths: 'Retest, after making, in months',
        expiryCap: 'Expires at the latest',
        expiryStatus: 'Status once expired',
        retestStatus: 'Status once due for retest',
        standardCost: 'Standard cost',
        gtin: 'GTIN',
      },
    },
  },
  de: {
    audit: {
      operations: { products: { create: 'Neuer Artikel' } },
      sentences: { products: { create: '{{code}}' } },
      records: { product: 'Artikel' },
      fields: {
        category: 'Gruppe',
        unit: 'Einheit',
        lotTracking: 'Chargenführung',
        serialTracking: 'Serienführung',
        lotCapacity: 'Fassung einer Charge',
        stockManaged: 'Bestand wird geführt',
        traceDetail: 'Verfolgung',
        shelfLifeDays: 'Haltbarkeit',
        shelfLifeMonths: 'Haltbarkeit in Monaten',
        bestBeforeDays: 'Mindestens haltbar nach Herstellung',
        bestBeforeMonths: 'Mindestens haltbar nach Herstellung, in Monaten',
        useByDays: 'Zu verbrauchen nach Herstellung',
        useByMonths: 'Zu verbrauchen nach Herstellung, in Monaten',
        retestDays: 'Nachprüfung nach Herstellung',
        retestMonths: 'Nachprüfung nach Herstellung, in Monaten',
        expiryCap: 'Läuft spätestens ab',
        expiryStatus: 'Status nach Ablauf',
        retestStatus: 'Status bei fälliger Nachprüfung',
        standardCost: 'Standardkosten',
        gtin: 'GTIN',
      },
    },
  },
  germanMessages: {
    'Say it in days or in months, not in both.': 'Nennen Sie Tage oder Monate, nicht beides.',
    '{0} has movements, so its {1} cannot change; it stays {2}. {3}':
      '{0} hat Bewegungen, deshalb kann sich {1} nicht ändern; es bleibt bei {2}. {3}',
    'Convert it on its page, with the list of what lies here.':
      'Stellen Sie ihn auf seiner Seite um, mit der Liste dessen, was hier liegt.',
    'Lots of it are recorded, which would lose their names. Make another product for goods without lots.':
      'Chargen von ihm sind aufgezeichnet, die ihre Namen verlören. Legen Sie für Ware ohne Chargen einen anderen Artikel an.',
    'Sublots of it are recorded, which would lose their names. Make another product for goods without sublots.':
      'Unterchargen von ihm sind aufgezeichnet, die ihre Namen verlören. Legen Sie für Ware ohne Unterchargen einen anderen Artikel an.',
    'Serials of it are recorded, which would lose their names. Make another product for goods without serials.':
      'Seriennummern von ihm sind aufgezeichnet, die ihre Namen verlören. Legen Sie für Ware ohne Seriennummern einen anderen Artikel an.',
    'Pieces of it moved without their serials, and nobody can name those any more. Track serials as received and issued.':
      'Stücke von ihm sind ohne ihre Seriennummern bewegt worden, und niemand kann sie mehr nennen. Führen Sie Seriennummern ab Zugang und Abgang.',
    'Make product {0}: {1}. {2}': 'Artikel {0} anlegen: {1}. {2}',
    'There is a product {0} already. Give another code.':
      'Einen Artikel {0} gibt es schon. Geben Sie einen anderen Code.',
    'Change product {0}: {1}. {2}': 'Artikel {0} ändern: {1}. {2}',
  },
});
