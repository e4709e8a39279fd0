import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls the daily job, and what it says of what it does. */
export const dailyTexts = featureTexts({
  en: {
    daily: {
      list: {
        title: 'What falls due',
        placeholder: 'Lot, product or name',
        nothing: 'Nothing falls due',
        nothingHelp:
          'Lots that lie here come up with the day on which they expire, are to be used by or to be tested again.',
        due: 'Due',
        what: 'What',
        work: 'What to do',
      },
      job: {
        nothing: 'Nothing is due for the daily job on {{day}}.',
        waiting_one: '{{count, number}} lot has expired or is due for retest by {{day}}.',
        waiting_other: '{{count, number}} lots have expired or are due for retest by {{day}}.',
        run: 'Run now',
        ran_one: 'What was due of {{count, number}} lot was done.',
        ran_other: 'What was due of {{count, number}} lots was done.',
        refused: 'What could not be done:',
        off: 'The daily job is switched off here: another system decides on statuses.',
        asks: 'Is today {{day}}?',
        asksWhy:
          'The clock says so, and nothing was recorded for long after {{lastDay}}. Until somebody confirms the date the daily job does nothing: a clock that is far ahead would make it move what has not expired.',
        confirm: 'Yes, today is {{day}}',
      },
      kinds: {
        expiry: 'Expiry',
        useBy: 'Use by',
        bestBefore: 'Best before',
        retest: 'Retest',
        approval: 'Approval ends',
      },
      calendar: {
        title: 'Calendar',
        before: 'The month before',
        after: 'The month after',
        day: '{{day}}, {{what}}: {{count, number}}',
        whole: 'All days again',
      },
      works: { retest: 'Test it again', useFirst: 'Use it first', decide: 'Decide on it before' },
    },
    reports: {
      catalogue: {
        due: {
          title: 'What falls due',
          answers: 'Retests and last days of what lies here, and the work they mean.',
          asks: 'The list as it is filtered on the screen of what falls due.',
        },
        retestDue: {
          title: 'Retest due',
          answers: 'Which lots have to be tested again, and which should have been already.',
          asks: 'Lots of product {{product}} to be tested again by {{until}}, as of {{asOf}}',
          overdue: 'Should have been tested',
          coming: 'To be tested',
          none: 'No lot here has to be tested again.',
        },
      },
    },
    audit: {
      lists: { due: 'What falls due' },
      operations: { daily: { moveLot: 'What fell due', confirmDay: 'Confirm the date for the daily job' } },
      groups: { daily: 'Daily job' },
      sentences: {
        daily: {
          moveLot: '{{product}} {{lot}}: {{quantity}} {{unitOfMeasure}}, {{statusFrom}} → {{statusTo}}',
          confirmDay: 'It is {{day}}',
        },
      },
    },
  },
  de: {
    daily: {
      list: {
        title: 'Was fällig wird',
        placeholder: 'Charge, Artikel oder Name',
        nothing: 'Nichts wird fällig',
        nothingHelp:
          'Chargen, die hier liegen, erscheinen mit dem Tag, an dem sie ablaufen, zu verbrauchen oder nachzuprüfen sind.',
        due: 'Fällig',
        what: 'Was',
        work: 'Was zu tun ist',
      },
      job: {
        nothing: 'Für die Tagesaufgabe ist am {{day}} nichts fällig.',
        waiting_one: '{{count, number}} Charge ist bis {{day}} abgelaufen oder zur Nachprüfung fällig.',
        waiting_other: '{{count, number}} Chargen sind bis {{day}} abgelaufen oder zur Nachprüfung fällig.',
        run: 'Jetzt ausführen',
        ran_one: 'Was an {{count, number}} Charge fällig war, ist getan.',
        ran_other: 'Was an {{count, number}} Chargen fällig war, ist getan.',
        refused: 'Was nicht getan werden konnte:',
        off: 'Die Tagesaufgabe ist hier ausgeschaltet: Ein anderes System bestimmt den Status.',
        asks: 'Ist heute der {{day}}?',
        asksWhy:
          'Die Uhr sagt es, und nach dem {{lastDay}} wurde lange nichts aufgezeichnet. Bis jemand das Datum bestätigt, tut die Tagesaufgabe nichts: Ginge die Uhr weit vor, würde sie umbuchen, was nicht abgelaufen ist.',
        confirm: 'Ja, heute ist der {{day}}',
      },
      kinds: {
        expiry: 'Ablauf',
        useBy: 'Zu verbrauchen',
        bestBefore: 'Mindesthaltbarkeit',
        retest: 'Nachprüfung',
        approval: 'Zulassung endet',
      },
      calendar: {
        title: 'Kalender',
        before: 'Der Monat davor',
        after: 'Der Monat danach',
        day: '{{day}}, {{what}}: {{count, number}}',
        whole: 'Wieder alle Tage',
      },
      works: { retest: 'Nachprüfen', useFirst: 'Zuerst verbrauchen', decide: 'Vorher entscheiden' },
    },
    reports: {
      catalogue: {
        due: {
          title: 'Was fällig wird',
          answers: 'Nachprüfungen und letzte Tage dessen, was hier liegt, und die Arbeit, die sie bedeuten.',
          asks: 'Die Liste, wie sie unter „Was fällig wird“ gefiltert ist.',
        },
        retestDue: {
          title: 'Fällige Nachprüfungen',
          answers: 'Welche Chargen nachzuprüfen sind, und welche es schon sein sollten.',
          asks: 'Chargen des Artikels {{product}}, die bis {{until}} nachzuprüfen sind, Stand {{asOf}}',
          overdue: 'Hätte geprüft sein sollen',
          coming: 'Nachzuprüfen',
          none: 'Hier ist keine Charge nachzuprüfen.',
        },
      },
    },
    audit: {
      lists: { due: 'Was fällig wird' },
      operations: { daily: { moveLot: 'Was fällig war', confirmDay: 'Das Datum für die Tagesaufgabe bestätigen' } },
      groups: { daily: 'Tagesaufgabe' },
      sentences: {
        daily: {
          moveLot: '{{product}} {{lot}}: {{quantity}} {{unitOfMeasure}}, {{statusFrom}} → {{statusTo}}',
          confirmDay: 'Es ist der {{day}}',
        },
      },
    },
  },
  germanMessages: {
    'The lot expired on {0}.': 'Die Charge ist am {0} abgelaufen.',
    'The lot was to be used by {0}.': 'Die Charge war bis {0} zu verbrauchen.',
    'The lot was due for retest on {0}.': 'Die Nachprüfung der Charge war am {0} fällig.',
    'The daily job is switched off here: another system decides on statuses. The settings of the site switch it on.':
      'Die Tagesaufgabe ist hier ausgeschaltet: Ein anderes System bestimmt den Status. Die Einstellungen des Standorts schalten sie ein.',
    'The clock says {0}, and nothing was recorded for long after {1}. Confirm the date under “What falls due”, or name it with lotline daily --as-of.':
      'Die Uhr sagt {0}, und nach dem {1} wurde lange nichts aufgezeichnet. Bestätigen Sie das Datum unter „Was fällig wird“, oder nennen Sie es mit lotline daily --as-of.',
    'There is no lot {0} of product {1}.': 'Eine Charge {0} von Artikel {1} gibt es nicht.',
    '{0} is still to come. What falls due by then can be looked at, and is done on the day.':
      '{0} steht noch bevor. Was bis dahin fällig wird, lässt sich ansehen; getan wird es an dem Tag.',
  },
});
