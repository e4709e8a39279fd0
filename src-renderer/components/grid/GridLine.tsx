import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icons.tsx';
import { type AnyColumn, isFigure, type Reading, type RowFaults, shownCell } from './cells.ts';
import type { GridRow } from './edits.ts';
import { CellInput } from './CellInput.tsx';
import styles from './grid.module.css';
import type { Editing, GridState } from './useGrid.ts';

export const rowHeight = 30;

type Props = {
  index: number;
  /** Where it is in all rows, in pixels. */
  start: number;
  template: string;
  row: GridRow;
  columns: readonly AnyColumn[];
  labels: readonly string[];
  reading: Reading;
  faults: RowFaults | undefined;
  /** The first and the last column that is selected; "" for none. */
  selected: string;
  /** Given where somebody is in this row. */
  here: { col: number; editing: Editing['with'] | undefined; readOnly: boolean; grid: GridState } | undefined;
  /** Begins the ids of what tells faults. */
  name: string;
};

/** One row of a grid. Drawn again only when something of it is another. */
export const GridLine = memo(function GridLine(props: Props): ReactNode {
  const { index, start, template, row, columns, labels, reading, faults, selected, here, name } = props;
  const { t } = useTranslation();
  const [left = 1, right = 0] = selected === '' ? [] : selected.split(' ').map(Number);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.line}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
    >
      <div role="rowheader" aria-colindex={1} className={styles.number} data-faulty={faults !== undefined}>
        {index + 1}
      </div>
      {columns.map((column, col) => {
        const text = row[col] ?? '';
        const fault = faults?.[column.name];
        const faultId = `${name}-${index}-${col}`;
        const isHere = here?.col === col;
        return (
          <div
            key={column.name}
            role="gridcell"
            aria-colindex={col + 2}
            aria-selected={col >= left && col <= right}
            aria-invalid={fault !== undefined}
            data-at={`${index} ${col}`}
            data-here={isHere}
            data-kind={column.kind}
            data-figure={isFigure(column)}
            data-fixed={column.fixed === true}
            title={fault ?? text}
          >
            {isHere ? (
              <CellInput
                column={column}
                text={text}
                shown={shownCell(column, text, reading)}
                label={t('forms.grid.cell', { column: labels[col], row: index + 1 })}
                faultId={fault === undefined ? undefined : faultId}
                reading={reading}
                editing={here.editing}
                readOnly={here.readOnly || column.fixed === true}
                grid={here.grid}
              />
            ) : (
              <span>{shownCell(column, text, reading)}</span>
            )}
            {fault !== undefined && (
              <>
                <span className={styles.mark}>
                  <Icon name="warning" size={12} />
                </span>
                <span id={faultId} className="hidden">
                  {fault}
                </span>
              </>
            )}
          </div>
        );
      })}
    </div>
  );
});
