import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { DocumentButtons } from '#renderer/components/DocumentButtons.tsx';
import { IssueTable } from '#renderer/components/IssueTable.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { FindBox, type FindHits } from '#renderer/components/FindBox.tsx';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { Notices, tell } from '#renderer/components/notices.tsx';
import { Pager } from '#renderer/components/Pager.tsx';
import { TabBar } from '#renderer/components/TabBar.tsx';

const nothing = (): void => undefined;
const documentWork = { make: nothing, input: undefined, running: false, reply: undefined, failure: undefined };
const job = { id: '1', operation: 'exchange.import', phase: 'movements', done: 0, total: 0, cancellable: false };

/** Running work, and documents in each state of their making. */
export function Working(): ReactNode {
  return (
    <>
      <Section title="Progress">
        <JobProgress job={job} onCancel={nothing} />
        <JobProgress job={{ ...job, id: '2', done: 1200, total: 48_000, cancellable: true }} onCancel={nothing} />
        <JobProgress
          job={{ ...job, id: '3', operation: 'audit.verify', phase: 'entries', done: 9, total: 9 }}
          onCancel={nothing}
        />
      </Section>
      <Section title="Told in passing">
        <Button variant="default" onClick={() => tell('Saved.')}>
          Save
        </Button>
        <Notices />
      </Section>
      <Section title="Documents">
        <DocumentButtons work={documentWork} />
        <DocumentButtons work={{ ...documentWork, running: true, input: 'pdf' }} />
        <DocumentButtons work={{ ...documentWork, reply: { name: 'trace.pdf', seq: 1204 } }} />
        <DocumentButtons
          work={{ ...documentWork, failure: { kind: 'refused', code: 'NOT_FOUND', message: 'There is no such lot.' } }}
        />
      </Section>
    </>
  );
}

type Row = { name: string; quantity: string; note: string };

const rows: readonly Row[] = ['Apricot', 'Raspberry', 'Pear'].map((name, index) => ({
  name,
  quantity: String((index + 1) * 1234.5),
  note: 'A note that may take two lines where the window is narrow, and breaks between its words.'.repeat(index),
}));
const columns: readonly TableColumn<Row>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name, sortBy: (row) => row.name },
  {
    id: 'quantity',
    header: 'Quantity',
    figure: true,
    cell: (row) => <Quantity value={row.quantity} unit="kg" />,
    sortBy: (row) => Number(row.quantity),
  },
  { id: 'note', header: 'Note', wide: true, cell: (row) => row.note },
];
const manyRows = Array.from({ length: 500 }, (_, index) => ({ name: `Row ${index + 1}`, quantity: '1', note: '' }));
const faults = Array.from({ length: 12 }, (_, index) => ({
  file: index % 3 === 0 ? 'lots.csv' : 'movements.csv',
  row: index + 2,
  column: 'quantity',
  code: index % 2 === 0 ? 'VALIDATION' : 'NOT_FOUND',
  message: '“ten” is no quantity. Write a number with a dot and at most six decimals, such as 12.5.',
}));

/** Tables, short and long, with and without rows, and what is around them. */
export function Lists(): ReactNode {
  const [sort, setSort] = useState('-quantity');
  const [chosen, setChosen] = useState(rows[1]);
  const [tab, setTab] = useState<'short' | 'long' | 'empty'>('short');
  return (
    <>
      <Section title="Lists">
        <TabBar
          label="Lists"
          value={tab}
          onTab={setTab}
          tabs={[
            { value: 'short', label: 'Short', count: rows.length },
            { value: 'long', label: 'Long', count: manyRows.length },
            { value: 'empty', label: 'Empty', count: 0 },
          ]}
        >
          {tab === 'short' && (
            <DataTable
              label="A short list"
              rows={rows}
              columns={columns}
              sort={{ by: sort, onSort: setSort }}
              choice={{ isChosen: (row) => row === chosen, choose: setChosen }}
              empty={null}
            />
          )}
          {tab === 'long' && <DataTable label="A long list" rows={manyRows} columns={columns} empty={null} />}
          {tab === 'empty' && (
            <DataTable label="An empty list" rows={[]} columns={columns} empty={<p className="muted">None yet.</p>} />
          )}
        </TabBar>
        <Pager offset={0} shown={3} total={3} pageSize={200} onOffset={nothing} />
        <Pager offset={200} shown={200} total={1204} pageSize={200} onOffset={nothing} />
      </Section>
      <IssueTable title="Faults" lead="With a file and a code to choose by." faults={faults} />
      <IssueTable title="Findings" saying="What happened" faults={faults.slice(0, 2)} />
      <IssueTable title="No findings" faults={[]} />
    </>
  );
}

const find: FindHits = (text) =>
  Promise.resolve({
    scanned: null,
    hits: text.startsWith('AP')
      ? [
          {
            kind: 'lot' as const,
            label: 'AP-0028',
            detail: 'APR-PUREE Apricot purée',
            unit: { product: 'APR-PUREE', lot: 'AP-0028', sublot: '', serial: '' },
            supplier: '',
            bears: { as: 'manufacturerLot' as const, number: 'APX-7' },
            closeness: 'begins' as const,
          },
          {
            kind: 'partner' as const,
            label: 'APEX',
            detail: 'A supplier',
            unit: null,
            supplier: '',
            bears: null,
            closeness: 'begins' as const,
          },
        ]
      : [],
  });

/** The box: type AP for hits, anything else for none. */
export function Finding(): ReactNode {
  return (
    <Section title="Find box">
      <FindBox label="Type AP for hits" labelled placeholder="Lot, serial, document" find={find} onPick={nothing} />
    </Section>
  );
}
