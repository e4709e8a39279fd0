/** What becomes of inspections beside readings and decisions, in words. */
export const inEnglish = {
  inspections: {
    inspectionStates: { superseded: 'Begun anew' },
    former: {
      stand: 'Version of its plan',
      stands: { inForce: 'In force', superseded: 'Superseded', kept: 'Superseded, goes on' },
      title: 'On a former version',
      lead: 'Version {{now}} of the plan is in force by now; this inspection has version {{version}}.',
      kept: 'It goes on by version {{version}}: {{reason}}',
      carries: '{{carried}} of {{readings}} readings hold under version {{now}}.',
      rowsAnew: 'Read there: {{rows}}.',
      onPlan: 'Open inspections on other versions',
      onPlanLead: 'They keep the version they began with. Go on with it, or begin anew by the one in force.',
      more: '{{count}} more are in the list of inspections.',
      toList: 'All of them',
      holds: 'Readings that hold',
      anew: 'Read anew',
      goOn: 'Go on',
      goOnTitle: 'Go on with {{inspection}} by version {{version}}',
      goOnHelp: 'Version {{now}} changes nothing for this inspection. Why stays on record.',
      goesOn: 'Inspection {{inspection}} goes on by its own version.',
      startAnew: 'Begin anew',
      begun: '{{inspection}} began anew; {{carried}} readings were taken over.',
      carriedFrom: 'Begun anew in place of',
      followedBy: 'Another took its place',
      readIn: 'Read in {{inspection}}',
    },
    lastReadings: {
      title: 'Last readings against these limits',
      lead: 'What was measured by this plan of late, as the limits of this version would have it.',
      outside: 'Outside in {{outside}} of the last {{inspections}} inspections.',
      all: 'Show all {{count}}',
      lower: 'Lower',
      upper: 'Upper',
      target: 'Target',
    },
  },
  questions: {
    inspections: {
      onFormer: 'Open inspections on other versions of a plan',
      planReadings: 'Last readings by a plan',
    },
  },
  audit: {
    operations: {
      inspections: { keepPlan: 'Go on by a former version of the plan', startAnew: 'Begin an inspection anew' },
    },
    fields: {
      run: 'Run of the work order',
      keepsPast: 'Goes on in spite of version',
      keepsReason: 'Why it goes on',
      carriedFrom: 'Taken over from',
      followedBy: 'Followed by',
      mayReduce: 'May be reduced',
      atRow: 'Row of the reading',
      atPiece: 'Piece of the reading',
    },
  },
};

export const inGerman = {
  inspections: {
    inspectionStates: { superseded: 'Neu begonnen' },
    former: {
      stand: 'Version ihres Plans',
      stands: { inForce: 'Gilt', superseded: 'Abgelöst', kept: 'Abgelöst, geht weiter' },
      title: 'Nach einer früheren Version',
      lead: 'Inzwischen gilt Version {{now}} des Plans; diese Prüfung hat Version {{version}}.',
      kept: 'Sie geht nach Version {{version}} weiter: {{reason}}',
      carries: '{{carried}} von {{readings}} Messwerten gelten auch nach Version {{now}}.',
      rowsAnew: 'Dort abzulesen: {{rows}}.',
      onPlan: 'Offene Prüfungen nach anderen Versionen',
      onPlanLead:
        'Sie behalten die Version, mit der sie begannen. Führen Sie sie weiter, oder beginnen Sie nach der geltenden neu.',
      more: '{{count}} weitere stehen in der Liste der Prüfungen.',
      toList: 'Alle',
      holds: 'Messwerte, die gelten',
      anew: 'Neu abzulesen',
      goOn: 'Weiterführen',
      goOnTitle: '{{inspection}} nach Version {{version}} weiterführen',
      goOnHelp: 'Version {{now}} ändert an dieser Prüfung nichts. Warum, bleibt festgehalten.',
      goesOn: 'Prüfung {{inspection}} geht nach ihrer eigenen Version weiter.',
      startAnew: 'Neu beginnen',
      begun: '{{inspection}} hat neu begonnen; {{carried}} Messwerte wurden übernommen.',
      carriedFrom: 'Neu begonnen anstelle von',
      followedBy: 'Eine andere trat an ihre Stelle',
      readIn: 'Abgelesen in {{inspection}}',
    },
    lastReadings: {
      title: 'Letzte Messwerte gegen diese Grenzen',
      lead: 'Was nach diesem Plan zuletzt gemessen wurde, wie es die Grenzen dieser Version beurteilen.',
      outside: 'Außerhalb bei {{outside}} der letzten {{inspections}} Prüfungen.',
      all: 'Alle {{count}} zeigen',
      lower: 'Untere',
      upper: 'Obere',
      target: 'Ziel',
    },
  },
  questions: {
    inspections: {
      onFormer: 'Offene Prüfungen nach anderen Versionen eines Plans',
      planReadings: 'Letzte Messwerte nach einem Plan',
    },
  },
  audit: {
    operations: {
      inspections: {
        keepPlan: 'Nach einer früheren Version des Plans weiterführen',
        startAnew: 'Prüfung neu beginnen',
      },
    },
    fields: {
      run: 'Lauf des Auftrags',
      keepsPast: 'Geht weiter trotz Version',
      keepsReason: 'Warum sie weitergeht',
      carriedFrom: 'Übernommen aus',
      followedBy: 'Gefolgt von',
      mayReduce: 'Darf reduziert werden',
      atRow: 'Zeile des Messwerts',
      atPiece: 'Teil des Messwerts',
    },
  },
};

/** What is said of it, in German. */
export const doingMessages = {
  'Another inspection began anew in its place. Go on with that one.':
    'Eine andere Prüfung hat an ihrer Stelle neu begonnen. Machen Sie mit der weiter.',
  'Version {0} of plan {1} is in force by now. Look at what changed, and say it again.':
    'Inzwischen gilt Version {0} des Plans {1}. Sehen Sie nach, was sich geändert hat, und sagen Sie es noch einmal.',
  'No other version than {0} of plan {1} is in force. Go on with the inspection.':
    'Keine andere Version als {0} des Plans {1} gilt. Führen Sie die Prüfung weiter.',
  'Inspection {0} of {1} by version {2} of plan {3} ends, and another by version {4} takes its place. {5} of {6} readings hold there; the others stay with {7}. {8}':
    'Prüfung {0} von {1} nach Version {2} des Plans {3} endet, und eine andere nach Version {4} tritt an ihre Stelle. {5} von {6} Messwerten gelten dort; die übrigen bleiben bei {7}. {8}',
  'Inspection {0} took its place already.': 'Prüfung {0} trat schon an ihre Stelle.',
  'Part of it is decided already, so it goes on by its own version. Decide the rest.':
    'Ein Teil davon ist schon entschieden; deshalb geht sie nach ihrer eigenen Version weiter. Entscheiden Sie den Rest.',
};
