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
      kinds: { expiry: 'Expiry', useBy: 'Use by', retest: 'Retest' },
      works: { retest: 'Test it again', useFirst: 'Use it first', decide: 'Decide on it before' },
    },
    reports: {
      catalogue: {
        due: {
          title: 'What falls due',
          answers: 'Retests and last days of what lies here, and the work they mean.',
          asks: 'The list as it is filtered on the screen of what falls due.',
        },
      },
    },
    audit: {
      lists: { due: 'What falls due' },
      operations: { daily: { moveLot: 'What fell due' } },
      groups: { daily: 'Daily job' },
      sentences: {
        daily: { moveLot: '{{product}} {{lot}}: {{quantity}} {{unitOfMeasure}}, {{statusFrom}} → {{statusTo}}' },
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
      kinds: { expiry: 'Ablauf', useBy: 'Zu verbrauchen', retest: 'Nachprüfung' },
      works: { retest: 'Nachprüfen', useFirst: 'Zuerst verbrauchen', decide: 'Vorher entscheiden' },
    },
    reports: {
      catalogue: {
        due: {
          title: 'Was fällig wird',
          answers: 'Nachprüfungen und letzte Tage dessen, was hier liegt, und die Arbeit, die sie bedeuten.',
          asks: 'Die Liste, wie sie unter „Was fällig wird“ gefiltert ist.',
        },
      },
    },
    audit: {
      lists: { due: 'Was fällig wird' },
      operations: { daily: { moveLot: 'Was fällig war' } },
      groups: { daily: 'Tagesaufgabe' },
      sentences: {
        daily: { moveLot: '{{product}} {{lot}}: {{quantity}} {{unitOfMeasure}}, {{statusFrom}} → {{statusTo}}' },
      },
    },
  },
  germanMessages: {
    'The lot expired on {0}.': 'Die Charge ist am {0} abgelaufen.',
    'The lot was to be used by {0}.': 'Die Charge war bis {0} zu verbrauchen.',
    'The lot was due for retest on {0}.': 'Die Nachprüfung der Charge war am {0} fällig.',
    'There is no lot {0} of product {1}.': 'Eine Charge {0} von Artikel {1} gibt es nicht.',
    '{0} is still to come. What falls due by then can be looked at, and is done on the day.':
      '{0} steht noch bevor. Was bis dahin fällig wird, lässt sich ansehen; getan wird es an dem Tag.',
  },
});
