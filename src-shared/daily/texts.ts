import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls the daily job, and what it says of what it does. */
export const dailyTexts = featureTexts({
  en: {
    audit: {
      operations: { daily: { moveLot: 'What fell due' } },
      groups: { daily: 'Daily job' },
      sentences: {
        daily: { moveLot: '{{product}} {{lot}}: {{quantity}} {{unitOfMeasure}}, {{statusFrom}} → {{statusTo}}' },
      },
    },
  },
  de: {
    audit: {
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
