import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields, and what is signed of them in German. */
export const productsTexts = featureTexts({
  en: {
    audit: {
      records: { product: 'Product' },
      fields: {
        category: 'Category',
        unit: 'Unit',
        lotTracking: 'Lot tracking',
        serialTracking: 'Serial tracking',
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
        expiryStatus: 'Status once expired',
        retestStatus: 'Status once due for retest',
        standardCost: 'Standard cost',
        gtin: 'GTIN',
      },
    },
  },
  de: {
    audit: {
      records: { product: 'Artikel' },
      fields: {
        category: 'Gruppe',
        unit: 'Einheit',
        lotTracking: 'Chargenführung',
        serialTracking: 'Serienführung',
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
        expiryStatus: 'Status nach Ablauf',
        retestStatus: 'Status bei fälliger Nachprüfung',
        standardCost: 'Standardkosten',
        gtin: 'GTIN',
      },
    },
  },
  germanMessages: {
    'Say it in days or in months, not in both.': 'Nennen Sie Tage oder Monate, nicht beides.',
    'Change product {0}: {1}. {2}': 'Artikel {0} ändern: {1}. {2}',
  },
});
