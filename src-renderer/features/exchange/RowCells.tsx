import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CellField } from '#renderer/components/CellField.tsx';
import type { CellText } from '#shared/exchange/contract.ts';
import { longestText } from '#shared/kernel/text.ts';
import type { MendedCells } from './mending.ts';

type Props = { cells: readonly CellText[]; mended: Pick<MendedCells, 'typedIn' | 'type'>; onEnter: () => void };

/** The other cells of a faulty row: what is wrong may stand in one of them, such as the lot of goods that are short. */
export function RowCells({ cells, mended, onEnter }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <Group gap="8px 12px" p="8px 12px" fz={13}>
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
    </Group>
  );
}
