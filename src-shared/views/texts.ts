import { featureTexts } from '#shared/kernel/texts.ts';

/** What the audit trail calls these records and their fields. */
export const viewsTexts = featureTexts({
  en: {
    audit: {
      records: { saved_view: 'Saved view' },
      fields: {
        list: 'List',
        question: 'What it shows',
        removed: 'Removed',
      },
    },
  },
  de: {
    audit: {
      records: { saved_view: 'Ansicht' },
      fields: {
        list: 'Liste',
        question: 'Was sie zeigt',
        removed: 'Entfernt',
      },
    },
  },
  germanMessages: {
    'A kept report is removed by reports.removeSaved, which ends its schedule too.':
      'Ein behaltener Bericht wird mit reports.removeSaved entfernt; das beendet auch seinen Zeitplan.',
  },
});
