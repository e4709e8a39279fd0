import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields, and what is signed of them in German. */
export const signingTexts = featureTexts({
  en: {
    reports: {
      catalogue: {
        signatures: {
          title: 'Signatures in a period',
          answers: 'Who signed what, when, and in which meaning.',
          asks: 'Signatures from {{from}} until {{until}} given by {{person}}',
          people: 'People who signed',
          none: 'Nobody signed anything in this period.',
        },
      },
    },
    audit: {
      records: { signature: 'Signature' },
      fields: {
        entrySeq: 'Entry',
        record: 'Record',
        recordKey: 'Name of the record',
        recordVersion: 'Version of the record',
        signed: 'What was signed',
        operation: 'Operation',
        statement: 'Statement',
        meaning: 'Meaning',
        role: 'Role',
        offsetMinutes: 'Minutes ahead of UTC',
        workstation: 'Workstation',
        comment: 'Comment',
      },
    },
  },
  de: {
    reports: {
      catalogue: {
        signatures: {
          title: 'Unterschriften eines Zeitraums',
          answers: 'Wer was wann und in welcher Bedeutung unterschrieb.',
          asks: 'Unterschriften von {{from}} bis {{until}} geleistet von {{person}}',
          people: 'Personen, die unterschrieben',
          none: 'In diesem Zeitraum unterschrieb niemand etwas.',
        },
      },
    },
    audit: {
      records: { signature: 'Unterschrift' },
      fields: {
        entrySeq: 'Eintrag',
        record: 'Datensatz',
        recordKey: 'Name des Datensatzes',
        recordVersion: 'Fassung des Datensatzes',
        signed: 'Was unterschrieben wurde',
        operation: 'Vorgang',
        statement: 'Aussage',
        meaning: 'Bedeutung',
        role: 'Rolle',
        offsetMinutes: 'Minuten vor UTC',
        workstation: 'Arbeitsplatz',
        comment: 'Bemerkung',
      },
    },
  },
  germanMessages: {
    '{0} {1} → {2}': '{0} {1} → {2}',
  },
});
