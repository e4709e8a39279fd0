import { useTranslation } from 'react-i18next';

/** In words what a rule lets through: "Q*" is a letter with all of its statuses. */
export function useTakenWords(): (taken: string) => string {
  const { t } = useTranslation();
  return (taken) =>
    taken.endsWith('*')
      ? t('statuses.takenAll', { letter: taken.slice(0, 1) })
      : t('statuses.takenOne', { status: taken });
}
