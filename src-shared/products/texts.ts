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
        useByDays: 'Use by, after making',
        retestDays: 'Retest, after making',
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
        useByDays: 'Zu verbrauchen nach Herstellung',
        retestDays: 'Nachprüfung nach Herstellung',
        expiryStatus: 'Status nach Ablauf',
        retestStatus: 'Status bei fälliger Nachprüfung',
        standardCost: 'Standardkosten',
        gtin: 'GTIN',
      },
    },
  },
  germanMessages: {
    'Change product {0}: {1}. {2}': 'Artikel {0} ändern: {1}. {2}',
  },
});
