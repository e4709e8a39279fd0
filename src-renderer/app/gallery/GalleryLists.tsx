import { type ReactNode, useState } from 'react';
import { ColumnFilter } from '#renderer/components/ColumnFilter.tsx';
import { ColumnsMenu } from '#renderer/components/ColumnsMenu.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { PlainDateText, Quantity } from '#renderer/components/figures.tsx';
import { Line, Section } from '#renderer/components/layout.tsx';
import { type AnySearch, withoutFilters } from '#renderer/components/listAddress.ts';
import { ListPart } from '#renderer/components/ListPart.tsx';
import { EmptyState, type FailureShown } from '#renderer/components/states.tsx';
import type { TableColumn } from '#renderer/components/tableColumn.ts';
import { ViewsMenu, type ViewsWork } from '#renderer/components/ViewsMenu.tsx';
import type { ListDeclaration } from '#shared/kernel/list.ts';

const nothing = (): void => undefined;
const documentWork = { make: nothing, input: undefined, running: false, reply: undefined, failure: undefined };
const refused: FailureShown = { kind: 'refused', code: 'FORBIDDEN', message: 'Your role may look, and not change.' };

const list: ListDeclaration = {
  columns: ['lot', 'name', 'onHand', 'expiresOn', 'supplier', 'note'],
  shown: ['name', 'onHand', 'expiresOn', 'supplier', 'note'],
  sorts: ['lot', 'expiresOn'],
  filters: {
    name: { kind: 'text' },
    onHand: { kind: 'choice', values: ['yes', 'no'] },
    expiresOn: { kind: 'dates' },
  },
};
const blank: AnySearch = { sort: '', columns: [], text: '', ...withoutFilters(list) };
const filtered: AnySearch = {
  ...blank,
  name: 'apricot',
  onHand: ['yes'],
  expiresOn: '2026-01-01..2026-06-30',
  sort: '-expiresOn',
};
const choiceLabel = (_column: string, value: string): string => (value === 'yes' ? 'Yes' : 'None');

type Row = { number: number };
const columns: readonly TableColumn<Row>[] = [
  { id: 'lot', header: 'Lot', cell: ({ number }) => <a href="#lot">AP-{String(number).padStart(4, '0')}</a> },
  { id: 'name', header: 'Name', width: 220, cell: () => 'Apricot purée, sieved, with a name that is cut' },
  {
    id: 'onHand',
    header: 'In stock',
    figure: true,
    cell: ({ number }) => <Quantity value={String(number * 12.5)} unit="kg" />,
  },
  { id: 'expiresOn', header: 'Expires', cell: () => <PlainDateText date="2026-09-01" /> },
  { id: 'supplier', header: 'Supplier', width: 260, cell: () => 'S-VERDANNE' },
  { id: 'note', header: 'Note', width: 420, cell: () => 'A column that begins beyond the edge of the table.' },
];

/** Every third page is still on its way. */
const rowAt = (index: number): Row | undefined => (Math.floor(index / 5) % 3 === 2 ? undefined : { number: index + 1 });
const someRows = { total: 100_000, rowAt, look: nothing, failure: undefined, retry: nothing };

const typedName = (value: string, restored = false) => ({ value, set: nothing, clear: nothing, restored });
const noViews: ViewsWork = { views: [], save: nothing, remove: nothing, name: typedName(''), failure: undefined };
const someViews: ViewsWork = {
  ...noViews,
  views: ['Next to expire', 'In stock'].map((name, at) => ({ name, question: { sort: at === 0 ? 'expiresOn' : '' } })),
};

/** The list as a screen has it, in every state, and each of its parts alone. */
export function LongLists(): ReactNode {
  return (
    <>
      <Section title="A list of any length">
        <List label="Apricots" search={blank} />
      </Section>
      <Section title="A list that is filtered and sorted">
        <List label="Filtered apricots" search={filtered} rows={{ ...someRows, total: 3 }} />
      </Section>
      <Section title="A list in which nothing fits">
        <List label="No apricots" search={{ ...blank, text: 'pear' }} rows={{ ...someRows, total: 0 }} />
      </Section>
      <Section title="A list on its way, one that was refused, and one of nothing">
        <List label="Apricots to come" search={blank} rows={{ ...someRows, total: undefined }} />
        <List label="Apricots kept back" search={blank} rows={{ ...someRows, total: undefined, failure: refused }} />
        <List label="Nothing yet" search={blank} rows={{ ...someRows, total: 0 }} />
      </Section>
      <Section title="Parts of a list">
        <Line>
          <ViewsMenu work={noViews} question={{}} onOpen={nothing} />
          <ViewsMenu work={{ ...someViews, name: typedName('Apricots of th', true) }} question={{}} onOpen={nothing} />
          <ViewsMenu work={{ ...someViews, failure: refused }} question={{ sort: 'expiresOn' }} onOpen={nothing} />
          <ColumnsMenu columns={columns} shown={list.shown} onColumns={nothing} />
          <ColumnFilter column="Name" filter={{ kind: 'text' }} value="" choiceLabel={String} onFilter={nothing} />
          <ColumnFilter column="Lot" filter={{ kind: 'text' }} value="AP" choiceLabel={String} onFilter={nothing} />
          <ColumnFilter
            column="In stock"
            filter={{ kind: 'choice', values: ['yes', 'no'] }}
            value={['yes']}
            choiceLabel={(value) => choiceLabel('', value)}
            onFilter={nothing}
          />
          <ColumnFilter
            column="Expires"
            filter={{ kind: 'dates' }}
            value="2026-01-01.."
            choiceLabel={String}
            onFilter={nothing}
          />
        </Line>
        <DataTable
          label="A long table alone"
          rows={{ total: 4, rowAt, look: nothing }}
          columns={columns.slice(0, 3)}
          sort={{ by: 'lot', sorts: ['lot'], onSort: nothing }}
          headExtra={() => undefined}
          address="#long"
          empty={null}
        />
      </Section>
    </>
  );
}

type ListProps = { label: string; search: AnySearch; rows?: Parameters<typeof ListPart<Row>>[0]['rows'] };

function List({ label, search: first, rows = someRows }: ListProps): ReactNode {
  const [search, setSearch] = useState(first);
  return (
    <ListPart
      label={label}
      path={`/${label}`}
      list={list}
      columns={columns}
      search={search}
      // What the list asks for is what its declaration has.
      setSearch={(change) => setSearch({ ...search, ...change } as AnySearch)}
      rows={rows}
      views={someViews}
      excel={documentWork}
      placeholder="Lot"
      choiceLabel={choiceLabel}
      nothing={
        <EmptyState title="No lot is recorded yet">
          <p>Lots come with an import.</p>
        </EmptyState>
      }
    />
  );
}
