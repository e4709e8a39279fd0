import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields, and what is signed of them in German. */
export const peopleTexts = featureTexts({
  en: {
    audit: {
      records: { person: 'Person', role: 'Role', authorisation: 'Qualification' },
      fields: {
        user: 'User name',
        folded: 'User name, in small letters',
        roles: 'Roles',
        disabled: 'Disabled',
        identity: 'Identity',
        demo: 'Demo',
        permissions: 'May',
        subject: 'For',
        validFrom: 'From',
        validUntil: 'Until',
      },
    },
  },
  de: {
    audit: {
      records: { person: 'Person', role: 'Rolle', authorisation: 'Qualifikation' },
      fields: {
        user: 'Benutzername',
        folded: 'Benutzername, kleingeschrieben',
        roles: 'Rollen',
        disabled: 'Stillgelegt',
        identity: 'Identität',
        demo: 'Demo',
        permissions: 'Darf',
        subject: 'Wofür',
        validFrom: 'Von',
        validUntil: 'Bis',
      },
    },
  },
  germanMessages: {
    'Write 2 to 40 letters (a to z), digits, dots, dashes or underscores.':
      'Schreiben Sie 2 bis 40 Buchstaben (a bis z), Ziffern, Punkte, Striche oder Unterstriche.',
    'Write 2 to 40 letters (a to z) and digits, a letter first.':
      'Schreiben Sie 2 bis 40 Buchstaben (a bis z) und Ziffern, einen Buchstaben zuerst.',
    '{0} may sign: what {1} handed out is with the right person. {2}':
      '{0} darf unterschreiben: Was {1} vergeben hat, ist bei der richtigen Person. {2}',
    '{0} changes what is recorded of {1}: {2}. {3}': '{0} ändert, was über {1} festgehalten ist: {2}. {3}',
  },
});
