import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { statusPlace, tracePlace } from '#renderer/components/address.ts';
import { LinkButton } from '#renderer/components/links.tsx';
import { targetOf } from '#shared/holds/vocabulary.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { HoldButton } from './HoldActs.tsx';
import { PrintLabels } from './PrintLabels.tsx';

/** What can be done with lots or serials that were chosen from a list; a status is decided one by one, each with its signature. */
export function GoodsActions({ units }: { units: readonly Unit[] }): ReactNode {
  const { t } = useTranslation();
  const mayRecall = useMay('recall');
  const mayDecide = useMay('status');
  const mayHold = useMay('hold');
  const [only, ...others] = units;
  const suspects = units.map(({ product, lot, sublot, serial }) => [product, lot, sublot, serial] as const);
  return (
    <>
      {mayHold && <HoldButton text={t('holds.hold')} small targets={units.map(targetOf)} />}
      <PrintLabels small units={units} text={t('labels.printThese', { count: units.length })} />
      {mayRecall && (
        <LinkButton to="/recall" search={{ suspects }} size="compact-sm" variant="default">
          {t('lists.addToRecall')}
        </LinkButton>
      )}
      {only !== undefined && others.length === 0 && (
        <LinkButton {...tracePlace(only, 'downstream')} size="compact-sm" variant="default">
          {t('dossier.follow')}
        </LinkButton>
      )}
      {mayDecide && only !== undefined && others.length === 0 && (
        <LinkButton {...statusPlace(only)} size="compact-sm" variant="default">
          {t('decisions.title')}
        </LinkButton>
      )}
    </>
  );
}
