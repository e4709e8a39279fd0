import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields, and what is signed of them in German. */
export const settingsTexts = featureTexts({
  en: {
    audit: {
      records: { setting: 'Setting' },
      settings: {
        idleMinutes: 'Lock after minutes without use',
        passwordDays: 'Days a password is good for',
        passwordCost: 'Password hashing cost (advanced)',
        authorised: 'Training required for',
        singlePerson: 'One person alone',
        timeZone: 'Time zone',
        dailyJob: 'Daily job',
        dailyGapDays: 'Days without an entry before the daily job asks',
        dailyConfirmed: 'Date confirmed for the daily job',
      },
      fields: {
        value: 'Value',
      },
    },
  },
  de: {
    audit: {
      records: { setting: 'Einstellung' },
      settings: {
        idleMinutes: 'Sperre nach Minuten ohne Benutzung',
        passwordDays: 'Tage, die ein Passwort gilt',
        passwordCost: 'Rechenaufwand des Passwort-Hashs (für Fachleute)',
        authorised: 'Schulung nötig für',
        singlePerson: 'Eine Person allein',
        timeZone: 'Zeitzone',
        dailyJob: 'Tagesaufgabe',
        dailyGapDays: 'Tage ohne Eintrag, nach denen die Tagesaufgabe fragt',
        dailyConfirmed: 'Für die Tagesaufgabe bestätigtes Datum',
      },
      fields: {
        value: 'Wert',
      },
    },
  },
  germanMessages: {
    'From now on one person may do here what two should.': 'Von jetzt an darf hier eine Person tun, was zwei sollten.',
    'From now on one person may do here what two should, because: {0}':
      'Von jetzt an darf hier eine Person tun, was zwei sollten, weil: {0}',
    '(Here one person may do what two should, because: {0})':
      '(Hier darf eine Person tun, was zwei sollten, weil: {0})',
    'From now on it takes two persons again. {0}': 'Von jetzt an braucht es wieder zwei Personen. {0}',
  },
});
