import { Anchor, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '#shared/kernel/unit.ts';
import type { Products } from './columns.tsx';
import { Quantity } from './figures.tsx';
import { UnitLink } from './links.tsx';

/** So many stand in a row before the rest folds away. */
const mostShown = 4;

type Props = { units: readonly (Unit & { quantity: string })[]; products: Products };

/** Lots and serials with their names and quantities in one cell; a long list folds. */
export function UnitList({ units, products }: Props): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const shown = open ? units : units.slice(0, mostShown);
  const rest = units.length - mostShown;
  return (
    <Group component="ul" gap="0 16px">
      {shown.map((unit) => (
        <li className="nowrap" key={`${unit.product} ${unit.lot} ${unit.sublot} ${unit.serial}`}>
          <UnitLink unit={unit} withProduct /> <span className="muted">{products.get(unit.product)?.name}</span>{' '}
          <Quantity value={unit.quantity} unit={products.get(unit.product)?.unitOfMeasure ?? ''} />
        </li>
      ))}
      {rest > 0 && (
        <li>
          <Anchor component="button" type="button" onClick={() => setOpen(!open)}>
            {open ? t('common.fewer') : t('common.more', { count: rest })}
          </Anchor>
        </li>
      )}
    </Group>
  );
}
