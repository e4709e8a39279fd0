import { useTranslation } from 'react-i18next';
import { inspectionPoints } from '#shared/inspections/inspectionVocabulary.ts';

/** The name of a point at which goods are inspected; of a step of work its own. */
export function usePointName(): (point: string) => string {
  const { t } = useTranslation();
  return (point) => {
    const known = inspectionPoints.find((one) => one === point);
    return known === undefined ? point || t('inspections.points.byHand') : t(`inspections.points.${known}`);
  };
}
