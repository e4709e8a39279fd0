import { featureTexts } from '#shared/kernel/texts.ts';

/** The look at a past moment, and the reports on movements. */
export const movementsTexts = featureTexts({
  en: {
    asOf: {
      look: 'Look at a past moment',
      past: 'A past moment',
      day: 'Day',
      time: 'Time of day',
      timeHelp: 'Blank means the end of the day.',
      show: 'Show',
      endOf: 'You are looking at the past: the end of {{when}}',
      at: 'You are looking at the past: {{when}}',
      means:
        'Stock and status are counted from the movements up to then, each at the time it happened, even if it was entered later. Names, dates and suppliers are those of today; holds are left out.',
      now: 'Back to now',
      none: 'Nothing lay here then.',
    },
  },
  de: {
    asOf: {
      look: 'Vergangenen Zeitpunkt ansehen',
      past: 'Ein vergangener Zeitpunkt',
      day: 'Tag',
      time: 'Uhrzeit',
      timeHelp: 'Leer heißt: das Ende des Tages.',
      show: 'Anzeigen',
      endOf: 'Sie sehen die Vergangenheit: das Ende des {{when}}',
      at: 'Sie sehen die Vergangenheit: {{when}}',
      means:
        'Bestand und Status sind aus den Bewegungen bis dahin gezählt, jede zu der Zeit, zu der sie geschah, auch wenn sie später erfasst wurde. Namen, Termine und Lieferanten sind die von heute; Sperren bleiben weg.',
      now: 'Zurück zum Jetzt',
      none: 'Damals lag hier nichts.',
    },
  },
});
