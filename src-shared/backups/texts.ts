import { featureTexts } from '#shared/kernel/texts.ts';

/** What is signed of restores, in German. */
export const backupsTexts = featureTexts({
  en: {},
  de: {},
  germanMessages: {
    'Approved the restore to entry {0} from {1}, done by {2} in entry {3}. {4}':
      'Das Zurückspielen bis Eintrag {0} aus {1} genehmigt, ausgeführt von {2} in Eintrag {3}. {4}',
  },
});
