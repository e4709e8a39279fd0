import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields. */
export const serialsTexts = featureTexts({
  en: {
    audit: {
      records: { serial_link: 'Serial link' },
      fields: {
        parent: 'Built into',
        component: 'Component',
        workOrder: 'Work order',
        parentProduct: 'Built into: product',
        parentLot: 'Built into: lot',
        parentSublot: 'Built into: sublot',
        parentSerial: 'Built into: serial',
        componentProduct: 'Component: product',
        componentLot: 'Component: lot',
        componentSublot: 'Component: sublot',
        componentSerial: 'Component: serial',
        rowKey: 'Row of the export',
      },
    },
  },
  de: {
    audit: {
      records: { serial_link: 'Serienverknüpfung' },
      fields: {
        parent: 'Eingebaut in',
        component: 'Komponente',
        workOrder: 'Auftrag',
        parentProduct: 'Eingebaut in: Artikel',
        parentLot: 'Eingebaut in: Charge',
        parentSublot: 'Eingebaut in: Untercharge',
        parentSerial: 'Eingebaut in: Seriennummer',
        componentProduct: 'Komponente: Artikel',
        componentLot: 'Komponente: Charge',
        componentSublot: 'Komponente: Untercharge',
        componentSerial: 'Komponente: Seriennummer',
        rowKey: 'Zeile des Exports',
      },
    },
  },
});
