import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields. */
export const securityTexts = featureTexts({
  en: {
    audit: {
      records: { credential: 'Password' },
      fields: {
        changedAt: 'Changed',
        mustChange: 'Must be changed',
      },
    },
  },
  de: {
    audit: {
      records: { credential: 'Passwort' },
      fields: {
        changedAt: 'Geändert',
        mustChange: 'Muss geändert werden',
      },
    },
  },
  germanMessages: {
    'Somebody is signing in as this person just now. Wait a moment for that to end, and try again.':
      'Gerade meldet sich jemand als diese Person an. Warten Sie einen Augenblick, bis das zu Ende ist, und versuchen Sie es noch einmal.',
    'Only in a demo does anybody go on as the owner of the file. Sign in with your own user name.':
      'Nur in einer Demo macht jemand als Eigner der Datei weiter. Melden Sie sich mit Ihrem eigenen Benutzernamen an.',
  },
});
