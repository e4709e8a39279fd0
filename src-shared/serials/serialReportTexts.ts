/** The reports on serials, and the check of one that somebody holds. */
export const serialReportTexts = {
  en: {
    reports: {
      catalogue: {
        serialWhereabouts: {
          title: 'Where each serial is now',
          answers: 'Of each serial where it is: in the plant, with which customer, used up, scrapped or missing.',
          asks: 'All serials of product {{product}}',
          byPlace: 'Serials by where they are',
          since: 'Since',
          none: 'No serial is recorded.',
        },
        missingSerials: {
          title: 'Missing serials',
          answers: 'Which serials were reported missing and not found since, with who said so and why.',
          asks: 'Missing serials of product {{product}}',
          number: 'Number',
          none: 'No serial is missing.',
        },
        warrantyEnding: {
          title: 'Warranties that end',
          answers: 'Which serials’ warranties end in a span of days, and which customer has them.',
          asks: 'Warranties of product {{product}} that end from {{from}} until {{until}}',
          none: 'No warranty ends then.',
        },
        serviceHistory: {
          title: 'Service history',
          answers: 'What was done to serials after they were made, with the parts that were exchanged.',
          asks: 'Services of product {{product}} from {{from}} until {{until}}',
          number: 'Number',
          withdrawn: 'Withdrawn because',
          none: 'No service was recorded.',
        },
        serialCheck: {
          title: 'Check of a serial',
          answers:
            'Whether a serial that somebody holds was made or received here, whom it went to, and what does not fit.',
          asks: 'What the records say of serial {{serial}}',
        },
      },
    },
    dossier: {
      check: {
        title: 'Check a serial',
        lead: 'Is a serial that somebody holds one we made or received? Type it, or scan its barcode.',
        serial: 'Serial or barcode',
        check: 'Check',
        verdict: 'Verdict',
        verdicts: { genuine: 'Genuine as far as our records go', doubtful: 'There is a doubt' },
        unknown: 'No such serial: never made and never received here',
        unknownHelp: 'Nothing in our records bears {{serial}}.',
        read: 'Read: serial {{serial}}',
        warning: 'Warning',
        says: 'What the records say',
        matches: 'Serials of this number',
        happened: 'Deliveries and returns',
        nothingHappened: 'It was never delivered.',
        what: 'What',
        delivery: 'Delivery',
        return: 'Return',
        alike: 'Serials that look like it',
        noneAlike: 'No serial looks like it.',
        open: 'Open its page',
      },
    },
  },
  de: {
    reports: {
      catalogue: {
        serialWhereabouts: {
          title: 'Wo jede Seriennummer jetzt ist',
          answers:
            'Von jeder Seriennummer, wo sie ist: im Werk, bei welchem Kunden, verbraucht, verschrottet oder vermisst.',
          asks: 'Alle Seriennummern des Artikels {{product}}',
          byPlace: 'Seriennummern nach Verbleib',
          since: 'Seit',
          none: 'Keine Seriennummer ist aufgezeichnet.',
        },
        missingSerials: {
          title: 'Vermisste Seriennummern',
          answers: 'Welche Seriennummern als vermisst gemeldet und seither nicht gefunden wurden, von wem und warum.',
          asks: 'Vermisste Seriennummern des Artikels {{product}}',
          number: 'Nummer',
          none: 'Keine Seriennummer wird vermisst.',
        },
        warrantyEnding: {
          title: 'Endende Garantien',
          answers: 'Welcher Seriennummern Garantie in einer Spanne von Tagen endet, und welcher Kunde sie hat.',
          asks: 'Garantien des Artikels {{product}}, die von {{from}} bis {{until}} enden',
          none: 'Dann endet keine Garantie.',
        },
        serviceHistory: {
          title: 'Servicegeschichte',
          answers: 'Was an Seriennummern nach ihrer Herstellung getan wurde, mit den getauschten Teilen.',
          asks: 'Service am Artikel {{product}} von {{from}} bis {{until}}',
          number: 'Nummer',
          withdrawn: 'Zurückgezogen, weil',
          none: 'Kein Service ist aufgezeichnet.',
        },
        serialCheck: {
          title: 'Prüfung einer Seriennummer',
          answers:
            'Ob eine Seriennummer, die jemand in Händen hält, hier hergestellt oder empfangen wurde, an wen sie ging, und was nicht passt.',
          asks: 'Was die Aufzeichnungen über Seriennummer {{serial}} sagen',
        },
      },
    },
    dossier: {
      check: {
        title: 'Seriennummer prüfen',
        lead: 'Ist eine Seriennummer, die jemand in Händen hält, von uns hergestellt oder empfangen? Geben Sie sie ein, oder scannen Sie ihren Barcode.',
        serial: 'Seriennummer oder Barcode',
        check: 'Prüfen',
        verdict: 'Urteil',
        verdicts: { genuine: 'Echt, soweit unsere Aufzeichnungen reichen', doubtful: 'Es gibt einen Zweifel' },
        unknown: 'Keine solche Seriennummer: hier nie hergestellt und nie empfangen',
        unknownHelp: 'Nichts in unseren Aufzeichnungen trägt {{serial}}.',
        read: 'Gelesen: Seriennummer {{serial}}',
        warning: 'Warnung',
        says: 'Was die Aufzeichnungen sagen',
        matches: 'Seriennummern dieser Nummer',
        happened: 'Lieferungen und Rückgaben',
        nothingHappened: 'Sie wurde nie geliefert.',
        what: 'Was',
        delivery: 'Lieferung',
        return: 'Rückgabe',
        alike: 'Seriennummern, die ihr ähneln',
        noneAlike: 'Keine Seriennummer ähnelt ihr.',
        open: 'Seite öffnen',
      },
    },
  },
};
