import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { addressOf, statusAddress } from '#renderer/components/address.ts';
import type { Unit } from '#shared/kernel/unit.ts';

/** What can be done with lots or serials that were chosen from a list; a status is decided one by one, each with its signature. */
export function GoodsActions({ units }: { units: readonly Unit[] }): ReactNode {
  const { t } = useTranslation();
  const mayRecall = useMay('recall');
  const mayDecide = useMay('status');
  const [only, ...others] = units;
  const suspects = units.map(({ product, lot, sublot, serial }) => [product, lot, sublot, serial]);
  return (
    <>
      {mayRecall && (
        <Button component="a" size="compact-sm" variant="default" href={addressOf('/recall', { suspects })}>
          {t('lists.addToRecall')}
        </Button>
      )}
      {mayDecide && only !== undefined && others.length === 0 && (
        <Button component="a" size="compact-sm" variant="default" href={statusAddress(only)}>
          {t('decisions.title')}
        </Button>
      )}
    </>
  );
}
