import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields, and what is signed of them in German. */
export const peopleTexts = featureTexts({
  en: {
    reports: {
      catalogue: {
        rights: {
          title: 'Access review',
          answers: 'Who may do what just now: by person, and by what may be done.',
          asks: 'Everybody with an account.',
          people: 'People',
          disabled: 'Disabled',
          byPerson: 'By person',
          byRight: 'By what may be done',
          user: 'User name',
          rights: 'Rights',
          right: 'Right',
          what: 'What it allows',
          who: 'Who may',
          lapsed: 'Qualification not in force',
          none: 'Nobody has an account: the owner of the file may do all.',
        },
      },
    },
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
    reports: {
      catalogue: {
        rights: {
          title: 'Prüfung der Rechte',
          answers: 'Wer gerade was darf: nach Person, und nach dem, was getan werden darf.',
          asks: 'Alle mit einem Konto.',
          people: 'Personen',
          disabled: 'Gesperrt',
          byPerson: 'Nach Person',
          byRight: 'Nach Recht',
          user: 'Benutzername',
          rights: 'Rechte',
          right: 'Recht',
          what: 'Was es erlaubt',
          who: 'Wer darf',
          lapsed: 'Qualifikation nicht in Kraft',
          none: 'Niemand hat ein Konto: der Besitzer der Datei darf alles.',
        },
      },
    },
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
