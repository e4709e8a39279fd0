import { Box } from '@mantine/core';
import { type KeyboardEvent, memo, type MouseEvent, type ReactNode, type Ref } from 'react';
import styles from './DataTable.module.css';
import { isOnText, openRow } from './tableKeys.ts';
import type { TableColumn } from './tableColumn.ts';

type Props<Row> = {
  index: number;
  /** Undefined while it is on its way. */
  row: Row | undefined;
  columns: readonly TableColumn<Row>[];
  /** The column that takes the room that is left. */
  filler: string | undefined;
  /** Undefined where rows cannot be chosen. */
  chosen: boolean | undefined;
  /** Chooses the row; the same function from one drawing to the next. */
  onChoose: (index: number) => void;
  /** What the box that takes one of many along is called; a click opens such a row. */
  boxName: string | undefined;
  opensByClick: boolean;
  measure: Ref<HTMLTableRowElement>;
};

/** One row: its cells, and the keys and clicks it answers to. */
function AnyRow<Row>(props: Props<Row>): ReactNode {
  const { index, row, columns, filler, chosen, onChoose, boxName, opensByClick, measure } = props;
  const choosesByClick = chosen !== undefined && boxName === undefined && !opensByClick;

  function onClick(event: MouseEvent<HTMLTableRowElement>): void {
    if (!isOnText(event.target)) return;
    if (choosesByClick) onChoose(index);
    else if (opensByClick) openRow(event.currentTarget);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>): void {
    if (event.target !== event.currentTarget) return;
    if (event.key === ' ' && chosen !== undefined) {
      event.preventDefault();
      onChoose(index);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      openRow(event.currentTarget);
    }
  }

  return (
    <tr
      data-index={index}
      ref={measure}
      aria-rowindex={index + 2}
      aria-busy={row === undefined ? true : undefined}
      tabIndex={-1}
      data-chosen={chosen}
      data-opens={opensByClick}
      aria-current={chosen === true && boxName === undefined ? 'true' : undefined}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {columns.map((column, at) => (
        <td key={column.id} data-figure={column.figure} data-wide={column.wide} data-fills={column.id === filler}>
          {at === 0 && boxName !== undefined && (
            <input
              type="checkbox"
              className={styles.check}
              // By key it is Space on the row.
              tabIndex={-1}
              checked={chosen === true}
              aria-label={boxName}
              onChange={() => onChoose(index)}
            />
          )}
          {row === undefined ? <Box w="60%" h={8} mt={6} bdrs="xs" bg="var(--l-sunken)" /> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** Drawn again when its row, the columns or whether it is chosen are others: a list hears of much else while it is read. */
// memo() forgets that what it is given is generic.
export const DataRow = memo(
  AnyRow,
  ({ columns, ...one }, { columns: others, ...other }) =>
    Object.entries(one).every(([name, value]) => value === other[name as keyof typeof other]) &&
    columns.length === others.length &&
    columns.every((column, at) => column === others[at]),
) as typeof AnyRow;
