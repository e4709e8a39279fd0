import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields, and what is signed of them in German. */
export const auditTexts = featureTexts({
  en: {
    audit: {
      records: { audit_review: 'Review of the audit trail' },
      fields: {
        firstSeq: 'First entry',
        lastSeq: 'Last entry',
        lastHash: 'Hash of the last entry',
      },
    },
  },
  de: {
    audit: {
      records: { audit_review: 'Durchsicht des Audit-Trails' },
      fields: {
        firstSeq: 'Erster Eintrag',
        lastSeq: 'Letzter Eintrag',
        lastHash: 'Prüfsumme des letzten Eintrags',
      },
    },
  },
  germanMessages: {
    'Reviewed the audit trail from entry {0} to {1}, {2} in all. {3}':
      'Den Audit-Trail von Eintrag {0} bis {1} durchgesehen, zusammen {2}. {3}',
  },
});
