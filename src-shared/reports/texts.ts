import { featureTexts } from '#shared/kernel/texts.ts';

/**
 * The catalogue of reports. Each report has a title, what it answers, and the sentence with its blanks; `parameters` is
 * what the blanks are called.
 */
export const reportsTexts = featureTexts({
  en: {
    reports: {
      groups: {
        traceability: 'Traceability',
        stock: 'Stock & expiry',
        quality: 'Quality',
        compliance: 'Compliance',
      },
      catalogue: {
        trace: {
          title: 'Trace of a lot or serial',
          answers: 'Where goods are from, or where they were used and who got them.',
          asks: 'The trace of goods that are chosen on the screen of traces.',
        },
        recall: {
          title: 'Recall simulation',
          answers: 'What is affected, where it lies and who got it, if goods are suspect.',
          asks: 'The recall of goods that are chosen on the screen of recalls.',
        },
        scopes: {
          title: 'Recall scopes side by side',
          answers: 'What a narrower recall saves, and whom it leaves out.',
          asks: 'Scopes that are put together on the screen of recalls.',
        },
        lots: {
          title: 'List of lots',
          answers: 'Every lot that fits a filter, with the columns that are wanted.',
          asks: 'The list as it is filtered on the screen of lots.',
        },
        serials: {
          title: 'List of serials',
          answers: 'Every serial that fits a filter, and where it is.',
          asks: 'The list as it is filtered on the screen of serials.',
        },
        audit: {
          title: 'Audit trail',
          answers: 'Who did what, when and why, and what it changed.',
          asks: 'The entries as they are filtered on the screen of the audit trail.',
        },
      },
      parameters: {
        product: 'Product',
        site: 'Site',
        from: 'From',
        until: 'Until',
        status: 'Status',
        person: 'Person',
        days: 'Days',
      },
    },
  },
  de: {
    reports: {
      groups: {
        traceability: 'Rückverfolgung',
        stock: 'Bestand & Haltbarkeit',
        quality: 'Qualität',
        compliance: 'Nachweise',
      },
      catalogue: {
        trace: {
          title: 'Verfolgung einer Charge oder Seriennummer',
          answers: 'Woher Ware stammt, oder wo sie verwendet wurde und wer sie bekam.',
          asks: 'Die Verfolgung von Ware, die dort gewählt wird.',
        },
        recall: {
          title: 'Rückrufsimulation',
          answers: 'Was betroffen ist, wo es liegt und wer es bekam, wenn Ware verdächtig ist.',
          asks: 'Der Rückruf von Ware, die dort gewählt wird.',
        },
        scopes: {
          title: 'Rückrufumfänge nebeneinander',
          answers: 'Was ein engerer Rückruf spart, und wen er auslässt.',
          asks: 'Umfänge, die bei den Rückrufen zusammengestellt werden.',
        },
        lots: {
          title: 'Liste der Chargen',
          answers: 'Jede Charge, auf die ein Filter passt, mit den gewünschten Spalten.',
          asks: 'Die Liste, wie sie bei den Chargen gefiltert ist.',
        },
        serials: {
          title: 'Liste der Seriennummern',
          answers: 'Jede Seriennummer, auf die ein Filter passt, und wo sie ist.',
          asks: 'Die Liste, wie sie bei den Seriennummern gefiltert ist.',
        },
        audit: {
          title: 'Audit-Trail',
          answers: 'Wer was wann und warum tat, und was sich dadurch änderte.',
          asks: 'Die Einträge, wie sie im Audit-Trail gefiltert sind.',
        },
      },
      parameters: {
        product: 'Artikel',
        site: 'Standort',
        from: 'Von',
        until: 'Bis',
        status: 'Status',
        person: 'Person',
        days: 'Tage',
      },
    },
  },
  germanMessages: {
    'There is no report {0}. Choose one of the catalogue.':
      'Einen Bericht {0} gibt es nicht. Wählen Sie einen aus dem Verzeichnis.',
    'This report is made as {0} alone.': 'Diesen Bericht gibt es nur als {0}.',
  },
});
