import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import {
  columnsShown,
  isBlank,
  isFiltered,
  isRelativeSpan,
  type ListDeclaration,
  readDateSpan,
} from '#shared/kernel/list.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { writeAddress } from './address.ts';
import { ColumnFilter } from './ColumnFilter.tsx';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { DataTable } from './DataTable.tsx';
import { DocumentButtons } from './DocumentButtons.tsx';
import { localDate, useLocale } from './figures.tsx';
import { FilterLine, ListBar } from './ListBar.tsx';
import { type Selecting, SelectionBar, useSelection } from './Selection.tsx';
import { type AnySearch, filtersSet, searchOf, viewOf, withoutFilters } from './listAddress.ts';
import { EmptyState, type FailureShown, FailureState } from './states.tsx';
import type { TableColumn } from './tableColumn.ts';
import { ViewsMenu, type ViewsWork } from './ViewsMenu.tsx';

type Props<Row> = {
  /** The list's name, its screen's address, and what it is declared as. */
  label: string;
  path: string;
  list: ListDeclaration;
  /** Every column the list is declared with, under the same id. */
  columns: readonly TableColumn<Row>[];
  search: AnySearch;
  setSearch: (change: Record<string, unknown>, step?: 'step') => void;
  rows: {
    total: number | undefined;
    rowAt: (index: number) => Row | undefined;
    look: (first: number, end: number) => void;
    failure: FailureShown | undefined;
    retry: () => void;
  };
  views: ViewsWork;
  excel?: Parameters<typeof DocumentButtons>[0]['work'];
  /** What the field above the list is looked for in. */
  placeholder: string;
  /** How a value of a choice is said. */
  choiceLabel: (column: string, value: string) => string;
  /** Given where something can be done with several rows. */
  selecting?: Selecting<Row>;
  /** Drawn instead of everything when nothing is recorded at all. */
  nothing: ReactNode;
};

/** A list as every screen has it: filters, views, columns, Excel, and a table of any length, all of it in the address. */
export function ListPart<Row extends object>(props: Props<Row>): ReactNode {
  const { t } = useTranslation();
  const { label, path, list, columns, search, setSearch, rows, views, excel, placeholder, choiceLabel, nothing } =
    props;
  const say = useSayFilter(list, choiceLabel);
  const stand = columnsShown(list, search.columns, search);
  const shown = columns.filter(({ id }) => stand.includes(id));
  const headerOf = (id: string): string => columns.find((column) => column.id === id)?.header ?? id;
  const filtered = isFiltered(list, search);
  const selection = useSelection(props.selecting);
  // Which moment is looked at is no filter: a notice above says it, and leads back.
  const clear = (): void => {
    const { asOf: _kept, ...filters } = withoutFilters(list);
    setSearch(filters, 'step');
  };
  const onText = useCallback((text: string) => setSearch({ text }), [setSearch]);

  if (rows.total === 0 && !filtered && rows.failure === undefined) return nothing;
  return (
    <>
      <ListBar text={search.text} placeholder={placeholder} onText={onText}>
        <ViewsMenu
          work={views}
          question={viewOf(search)}
          onOpen={(question) => setSearch(searchOf(list, question), 'step')}
        />
        <ColumnsMenu
          columns={columns}
          shown={shown.map(({ id }) => id)}
          onColumns={(chosen) => setSearch({ columns: chosen })}
        />
        {excel !== undefined && (
          <div>
            <DocumentButtons work={excel} formats={listFormats} />
          </div>
        )}
      </ListBar>
      {(rows.total !== undefined || rows.failure === undefined) && (
        <FilterLine
          total={rows.total}
          isFiltered={filtered}
          chips={filtersSet(list, search).map((name) => ({
            name,
            column: headerOf(name),
            value: say(name, search[name] ?? ''),
          }))}
          onRemove={(name) => setSearch({ [name]: withoutFilters(list)[name] })}
          onClear={clear}
        />
      )}
      {selection !== undefined && <SelectionBar selection={selection} />}
      {rows.failure !== undefined && <FailureState failure={rows.failure} retry={rows.retry} />}
      {rows.total !== undefined && (
        <DataTable
          label={label}
          rows={{ total: rows.total, rowAt: rows.rowAt, look: rows.look }}
          columns={shown}
          sort={{ by: search.sort, sorts: list.sorts, onSort: (sort) => setSearch({ sort }) }}
          address={writeAddress(path, { ...search, columns: [] })}
          {...(selection && { choice: selection.choice })}
          empty={<EmptyState title={t('lists.nothingFits')} />}
          headExtra={(id) => {
            const filter = list.filters[id];
            return filter === undefined ? undefined : (
              <ColumnFilter
                column={headerOf(id)}
                filter={filter}
                value={search[id] ?? ''}
                choiceLabel={(value) => choiceLabel(id, value)}
                onFilter={(value) => setSearch({ [id]: value })}
              />
            );
          }}
        />
      )}
    </>
  );
}

/** Says what a filter lets through, for the line above the table. */
function useSayFilter(list: ListDeclaration, choiceLabel: (column: string, value: string) => string) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (name: string, value: string | readonly string[]): string => {
    if (typeof value !== 'string') return value.map((one) => choiceLabel(name, one)).join(', ');
    if (list.filters[name]?.kind !== 'dates') return value;
    if (isRelativeSpan(value)) return t(`lists.spans.${value}`);
    const { from = '', to = '' } = readDateSpan(value) ?? {};
    return [from, to]
      .map((day) => (isBlank(day) ? '' : localDate(day, locale)))
      .join(' – ')
      .trim();
  };
}
