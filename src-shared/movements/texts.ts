import { featureTexts } from '#shared/kernel/texts.ts';

/** The look at a past moment, and the reports on movements. */
export const movementsTexts = featureTexts({
  en: {
    reports: {
      catalogue: {
        stockAsOf: {
          title: 'Stock as of a date',
          answers: 'What lay where in which status at the end of a day, counted from the movements.',
          asks: 'Stock of product {{product}} in location {{location}} in status {{status}} at the end of {{asOf}}',
          lots: 'Lots and serials',
          none: 'Nothing lay there then.',
        },
        serialLedger: {
          title: 'Serial ledger',
          answers: 'Every movement of a serial, from its first to its last.',
          asks: 'All movements of serial {{serial}} of product {{product}}',
          serials: 'Serials',
          none: 'No serial of that number ever moved.',
          kind: 'Kind',
          undo: 'Undoes, or undone by',
        },
        lotSplits: {
          title: 'Lot splits',
          answers: 'Into which lots of the same product a lot was split, and from which it was merged.',
          asks: 'Splits and merges of lot {{lot}} of product {{product}}',
          into: 'What became of it',
          from: 'What it is from',
          parent: 'From lot',
          child: 'To lot',
          none: 'No lot of the same product.',
        },
        lookAlikes: {
          title: 'Codes that look alike',
          answers: 'Codes that a reader would take for one another, as O and 0.',
          asks: 'Codes that look alike, with lots and serials of product {{product}}',
          none: 'No two codes look alike.',
          kind: 'Kind',
          one: 'One',
          other: 'The other',
          kinds: {
            product: 'Product',
            partner: 'Partner',
            location: 'Location',
            lot: 'Lot',
            serial: 'Serial',
            workOrder: 'Work order',
          },
        },
      },
      parameters: { location: 'Location', serial: 'Serial', lot: 'Lot' },
    },
    asOf: {
      look: 'Look back',
      past: 'A past moment',
      day: 'Day',
      time: 'Time of day',
      timeHelp: 'Blank means the end of the day.',
      show: 'Show',
      endOf: 'You are looking at the past: the end of {{when}}',
      at: 'You are looking at the past: {{when}}',
      means:
        'Stock and status are counted from the movements up to then, each at the time it happened, even if it was entered later. Names, dates and suppliers are those of today.',
      now: 'Back to now',
      none: 'Nothing lay here then.',
    },
  },
  de: {
    reports: {
      catalogue: {
        stockAsOf: {
          title: 'Bestand zu einem Tag',
          answers: 'Was am Ende eines Tages wo in welchem Status lag, aus den Bewegungen gezählt.',
          asks: 'Bestand von Artikel {{product}} auf Platz {{location}} im Status {{status}} am Ende des {{asOf}}',
          lots: 'Chargen und Seriennummern',
          none: 'Damals lag dort nichts.',
        },
        serialLedger: {
          title: 'Verlauf von Seriennummern',
          answers: 'Jede Bewegung einer Seriennummer, von der ersten bis zur letzten.',
          asks: 'Alle Bewegungen der Seriennummer {{serial}} von Artikel {{product}}',
          serials: 'Seriennummern',
          none: 'Keine solche Seriennummer wurde je bewegt.',
          kind: 'Art',
          undo: 'Storniert, oder storniert durch',
        },
        lotSplits: {
          title: 'Teilungen von Chargen',
          answers:
            'In welche Chargen desselben Artikels eine Charge geteilt wurde, und aus welchen sie zusammengelegt ist.',
          asks: 'Teilungen und Zusammenlegungen der Charge {{lot}} von Artikel {{product}}',
          into: 'Was daraus wurde',
          from: 'Woraus sie ist',
          parent: 'Aus Charge',
          child: 'In Charge',
          none: 'Keine Charge desselben Artikels.',
        },
        lookAlikes: {
          title: 'Codes, die gleich aussehen',
          answers: 'Codes, die man beim Lesen verwechselt, wie O und 0.',
          asks: 'Codes, die gleich aussehen, mit Chargen und Seriennummern von Artikel {{product}}',
          none: 'Keine zwei Codes sehen gleich aus.',
          kind: 'Art',
          one: 'Der eine',
          other: 'Der andere',
          kinds: {
            product: 'Artikel',
            partner: 'Partner',
            location: 'Platz',
            lot: 'Charge',
            serial: 'Seriennummer',
            workOrder: 'Auftrag',
          },
        },
      },
      parameters: { location: 'Platz', serial: 'Seriennummer', lot: 'Charge' },
    },
    asOf: {
      look: 'Rückblick',
      past: 'Ein vergangener Zeitpunkt',
      day: 'Tag',
      time: 'Uhrzeit',
      timeHelp: 'Leer heißt: das Ende des Tages.',
      show: 'Anzeigen',
      endOf: 'Sie sehen die Vergangenheit: das Ende des {{when}}',
      at: 'Sie sehen die Vergangenheit: {{when}}',
      means:
        'Bestand und Status sind aus den Bewegungen bis dahin gezählt, jede zu der Zeit, zu der sie geschah, auch wenn sie später erfasst wurde. Namen, Termine und Lieferanten sind die von heute.',
      now: 'Zurück zum Jetzt',
      none: 'Damals lag hier nichts.',
    },
  },
});
