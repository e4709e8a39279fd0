import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CellField } from '#renderer/components/CellField.tsx';
import type { CellText } from '#shared/exchange/contract.ts';
import { longestText } from '#shared/kernel/text.ts';
import type { MendedCells } from './mending.ts';

type Props = {
  /** Those that have no field of their own beside. */
  cells: readonly CellText[];
  /** All of the row. */
  whole: readonly CellText[];
  mended: Pick<MendedCells, 'typedIn' | 'type' | 'typeAll'>;
  onEnter: () => void;
};

/** The cells of a row beside those at fault: what is wrong may stand in one of them, or the whole row be wrong. */
export function RowCells({ cells, whole, mended, onEnter }: Props): ReactNode {
  const { t } = useTranslation();
  const isLeftOut = whole.every((cell) => (mended.typedIn(cell) ?? cell.text) === '');
  const setAll = (valueOf: (cell: CellText) => string): void =>
    void mended.typeAll(whole.map((cell) => ({ ...cell, value: valueOf(cell) })));
  return (
    <Group gap="8px 12px" p="8px 12px" fz={13} align="flex-end">
      {cells.map((cell) => (
        <div key={cell.column}>
          <span className="mono muted">{cell.column}</span>
          <CellField
            label={t('exchange.cell', cell)}
            held={cell.text}
            typed={mended.typedIn(cell)}
            longest={longestText}
            onType={(text) => mended.type(cell, text)}
            onEnter={onEnter}
          />
        </div>
      ))}
      <Button size="compact-sm" variant="default" onClick={() => setAll(isLeftOut ? ({ text }) => text : () => '')}>
        {t(isLeftOut ? 'exchange.putBack' : 'exchange.leaveOut')}
      </Button>
    </Group>
  );
}
