import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { LiftButton } from '#renderer/lists/HoldActs.tsx';
import type { ListedHold } from '#shared/holds/vocabulary.ts';

/** Lifts those of the chosen holds that are on something. */
export function LiftChosen({ rows }: { rows: readonly ListedHold[] }): ReactNode {
  const { t } = useTranslation();
  const mayLift = useMay('status');
  const numbers = rows.filter(({ state }) => state === 'holds').map(({ number }) => number);
  return mayLift && numbers.length > 0 && <LiftButton text={t('holds.liftThese')} small numbers={numbers} />;
}
