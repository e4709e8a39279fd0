import type { Row as TableRow, RowData, TableFeatures } from '@tanstack/react-table';
import type { ReactNode, Ref } from 'react';
import { isOnText, openRow } from './tableKeys.ts';
import type { TableColumn } from './tableColumn.ts';

/** Rows that stand for something a person can select or open. */
export type Choice<Row> = { isChosen: (row: Row) => boolean; choose: (row: Row) => void };

type Props<Features extends TableFeatures, Row extends RowData> = {
  index: number;
  row: TableRow<Features, Row>;
  columns: ReadonlyMap<string, TableColumn<Row>>;
  /** The column that takes the room that is left. */
  filler: string | undefined;
  choice: Choice<Row> | undefined;
  measure: Ref<HTMLTableRowElement>;
};

/** One row: its cells, and the keys and clicks it answers to. */
export function DataRow<Features extends TableFeatures, Row extends RowData>({
  index,
  row,
  columns,
  filler,
  choice,
  measure,
}: Props<Features, Row>): ReactNode {
  return (
    <tr
      data-index={index}
      ref={measure}
      aria-rowindex={index + 2}
      tabIndex={-1}
      data-chosen={choice?.isChosen(row.original)}
      aria-current={choice?.isChosen(row.original) === true ? 'true' : undefined}
      onClick={(event) => isOnText(event.target) && choice?.choose(row.original)}
      onKeyDown={(event) => {
        if (event.key === ' ' && event.target === event.currentTarget && choice !== undefined) {
          event.preventDefault();
          choice.choose(row.original);
        } else openRow(event);
      }}
    >
      {row.getAllCells().map((cell) => {
        const column = columns.get(cell.column.id);
        return (
          <td key={cell.id} data-figure={column?.figure} data-wide={column?.wide} data-fills={column?.id === filler}>
            {column?.cell(row.original)}
          </td>
        );
      })}
    </tr>
  );
}
