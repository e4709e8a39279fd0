import { Flex, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './DataTable.module.css';
import { Icon } from './icons.tsx';
import type { Sort, TableColumn } from './tableColumn.ts';

type HeadProps<Row> = {
  column: TableColumn<Row>;
  /** Whether the column takes the room that is left. */
  fills: boolean;
  /** Given when the table may be sorted by this column. */
  sort: { by: Sort; onSort: (by: Sort) => void } | undefined;
  /** What is beside the name: the column's filter. */
  children?: ReactNode;
};

/** The head of a column: its name, which sorts where it may. */
export function HeadCell<Row>({ column, fills, sort, children }: HeadProps<Row>): ReactNode {
  const { t } = useTranslation();
  const shape = { 'data-figure': column.figure, 'data-wide': column.wide, 'data-fills': fills };
  const [up, down] = [sort?.by === column.id, sort?.by === `-${column.id}`];
  const next = up ? `-${column.id}` : down ? '' : column.id;
  const name =
    sort === undefined ? (
      column.header
    ) : (
      <UnstyledButton
        className={styles.sort}
        title={t('common.sortBy', { column: column.header })}
        onClick={() => sort.onSort(next)}
      >
        <span>{column.header}</span>
        {up && <Icon name="up" size={12} />}
        {down && <Icon name="down" size={12} />}
      </UnstyledButton>
    );
  // Above what is done with a row: a head that says nothing is none.
  if (column.header === '') return <td {...shape} />;
  return (
    <th
      scope="col"
      {...shape}
      aria-sort={sort === undefined ? undefined : up ? 'ascending' : down ? 'descending' : 'none'}
    >
      {children === undefined ? (
        name
      ) : (
        <Flex gap={4} align="center" direction={column.figure === true ? 'row-reverse' : 'row'}>
          {name}
          {children}
        </Flex>
      )}
    </th>
  );
}

/** Stands for the rows out of sight, so that the bar of the scroll box keeps its length. */
export const Spacer = ({ height, span }: { height: number; span: number }): ReactNode =>
  height === 0 ? null : (
    <tr aria-hidden="true">
      <td colSpan={span} className={styles.spacer} style={{ height }} />
    </tr>
  );
