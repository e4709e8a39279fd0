/** What the pages of plans say beside their rows: how samples decide. */
export const planWords = {
  en: {
    samples: {
      title: 'How its samples decide',
      lotSize: 'Size of the lot',
      lotSizeHelp: 'Pieces of a lot that is thought of, from 1 to 1,000,000.',
      rule: 'Rule for',
      rows: 'No. {{rows}}',
      written: 'Rule',
      letter: 'Letter',
      sample: 'Drawn',
      accept: 'Accepts up to',
      reject: 'Rejects from',
      whole: 'every piece',
      at: 'Accepted {{percent}} % at',
      nonconforming: 'Nonconforming of the process, %',
      defects: 'Nonconformities per hundred units',
      accepted: 'Lots that are accepted',
      curve: 'How many lots of a process are accepted, by its quality',
      noCurve: 'Every piece is inspected: nothing is left to chance, and there is no curve.',
      help: 'Under normal inspection. Binomial distribution; Poisson where nonconformities are counted. A process is accepted 95 % of the time at its first figure, and 10 % at its last.',
      missing: {
        noPieces: 'The rule {{written}} needs goods that are counted in pieces.',
        noTable: 'There is no plan table of the name that the rule {{written}} says.',
        outsideTable: 'The rule {{written}} has no sample for a lot of this size.',
      },
    },
    document: {
      title: 'Inspection plan',
      more: 'More of the rows',
      field: 'What',
      text: 'Text',
      drawsLargest: 'The largest sample of the classes is drawn for all.',
      isCurtailed: 'Inspection may end at the rejection number.',
      signatures: 'Signatures',
      unsigned: 'Nobody has signed this version.',
      superseded: 'Changed since',
      asksPlan: 'Say which plan, and of how many pieces its lots are.',
    },
  },
  de: {
    samples: {
      title: 'Wie seine Stichproben entscheiden',
      lotSize: 'Umfang des Loses',
      lotSizeHelp: 'Stücke eines gedachten Loses, von 1 bis 1.000.000.',
      rule: 'Regel für',
      rows: 'Nr. {{rows}}',
      written: 'Regel',
      letter: 'Kennbuchstabe',
      sample: 'Gezogen',
      accept: 'Annahme bis',
      reject: 'Rückweisung ab',
      whole: 'jedes Stück',
      at: 'Annahme {{percent}} % bei',
      nonconforming: 'Fehlerhafte des Prozesses, %',
      defects: 'Fehler je hundert Einheiten',
      accepted: 'Angenommene Lose',
      curve: 'Wie viele Lose eines Prozesses angenommen werden, je nach seiner Qualität',
      noCurve: 'Jedes Stück wird geprüft: Nichts bleibt dem Zufall überlassen, und es gibt keine Kurve.',
      help: 'Bei normaler Prüfung. Binomialverteilung; Poisson, wo Fehler gezählt werden. Beim ersten Wert wird ein Prozess zu 95 % angenommen, beim letzten zu 10 %.',
      missing: {
        noPieces: 'Die Regel {{written}} braucht Ware, die in Stücken gezählt wird.',
        noTable: 'Eine Plantabelle mit dem Namen, den die Regel {{written}} nennt, gibt es nicht.',
        outsideTable: 'Die Regel {{written}} hat für ein Los dieses Umfangs keine Stichprobe.',
      },
    },
    document: {
      title: 'Prüfplan',
      more: 'Weiteres der Zeilen',
      field: 'Was',
      text: 'Text',
      drawsLargest: 'Für alle Klassen wird die größte Stichprobe gezogen.',
      isCurtailed: 'Die Prüfung darf bei der Rückweisezahl enden.',
      signatures: 'Unterschriften',
      unsigned: 'Niemand hat diese Version unterschrieben.',
      superseded: 'Seither geändert',
      asksPlan: 'Sagen Sie, welcher Plan und wie viele Stücke seine Lose haben.',
    },
  },
};

/** The report of one plan, in the catalogue. */
export const planReportWords = {
  en: {
    title: 'Inspection plan',
    answers:
      'A version of a plan as it is written: its rows, samples with their curves, versions, uses and signatures.',
    asks: 'Plan {{plan}}, version {{planVersion}}, for lots of {{lotSize}} pieces',
  },
  de: {
    title: 'Prüfplan',
    answers:
      'Eine Version eines Plans, wie sie geschrieben ist: ihre Zeilen, Stichproben mit ihren Kurven, Versionen, Verwendungen und Unterschriften.',
    asks: 'Plan {{plan}}, Version {{planVersion}}, für Lose von {{lotSize}} Stücken',
  },
};
