import { Button, Group, NativeSelect } from '@mantine/core';
import type { TFunction } from 'i18next';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CellField, HeldText } from './CellField.tsx';
import { DataTable, type TableColumn } from './DataTable.tsx';
import { useRecordedMessage } from './useMessage.ts';
import { Quantity } from './figures.tsx';
import { Hint } from './Hint.tsx';
import { Section } from './layout.tsx';
import { useWord } from './words.ts';

/** A fault or finding: where it is in a file, and what to do about it or what happened. */
export type ListedRow = { file: string; row: number; column: string; code: string; message: string };

/** Lets a person type what the cells should hold that the faults point at. */
export type Mending = {
  /** What the cell of a fault holds in its file; undefined where the fault points at no cell. */
  heldIn: (row: ListedRow) => string | undefined;
  /** What was typed over it; undefined where nothing was. */
  typedIn: (row: ListedRow) => string | undefined;
  longest: number;
  /** Whether the first cell takes the focus when the table appears. */
  takesFocus: boolean;
  onType: (row: ListedRow, text: string) => void;
  onEnter: () => void;
  /** Codes that the one in the cell may stand for; each is put in its place with one click. */
  nearOf: (row: ListedRow) => readonly string[];
  /** Earlier rows that may be why a row has its fault: they open like its own. */
  suspectsOf: (row: ListedRow) => readonly ListedRow[];
  /** The other cells of the row that a fault is in; undefined where nothing is known of them. */
  rowOf: (row: ListedRow) => ReactNode | undefined;
  /** How many of those were typed over. */
  changedIn: (row: ListedRow) => number;
};

type Props = {
  title: string;
  lead?: string;
  /** What a fault or finding is, for who wants to know. */
  help?: string;
  faults: readonly ListedRow[];
  /** How many there are, where not all of them are listed. */
  total?: number;
  mending?: Mending;
  /** What is above the sentences; what to do, unless nothing needs doing. */
  saying?: string;
};

/** Faults or findings, each with its cell and a sentence about it; those of one file or one kind at a time where there are several. */
export function IssueTable({ title, lead, help, faults, total = faults.length, mending, saying }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useKind();
  const [file, setFile] = useState('');
  const [code, setCode] = useState('');
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const table = useRef<HTMLDivElement>(null);
  const takesFocus = mending?.takesFocus ?? false;
  useEffect(() => {
    if (takesFocus) table.current?.querySelector('input')?.focus();
  }, [takesFocus]);
  const shown = faults.filter((fault) => (file === '' || fault.file === file) && (code === '' || fault.code === code));
  const columns: TableColumn<ListedRow>[] = [
    { id: 'file', header: t('exchange.file'), cell: (fault) => <span className="mono">{fault.file}</span> },
    { id: 'row', header: t('exchange.row'), figure: true, cell: (fault) => <Quantity value={String(fault.row)} /> },
    { id: 'column', header: t('exchange.column'), cell: (fault) => <span className="mono">{fault.column}</span> },
    ...(mending === undefined ? [] : mendingColumns(mending, shown, t)),
    ...(mending === undefined ? [] : [rowColumn(mending, { opened, setOpened }, t)]),
    { id: 'code', header: t('exchange.kind'), cell: (fault) => <Kind code={fault.code} /> },
    {
      id: 'message',
      header: saying ?? t('exchange.message'),
      wide: true,
      cell: (fault) => <Message fault={fault} mending={mending} />,
    },
  ];
  const files = countBy(faults, ({ file: name }) => name);
  const codes = countBy(faults, ({ code: name }) => name);
  return (
    <Section
      title={t('exchange.titled', { title, total })}
      actions={help !== undefined && <Hint about={title}>{help}</Hint>}
    >
      {lead !== undefined && <p className="muted">{lead}</p>}
      {total > faults.length && <p>{t('exchange.firstListed', { shown: faults.length, total })}</p>}
      {(files.size > 1 || codes.size > 1) && (
        <Group align="flex-end" gap="8px 12px" mb="sm">
          <Choice label={t('exchange.file')} counts={files} total={faults.length} value={file} onChange={setFile} />
          <Choice
            label={t('exchange.kind')}
            counts={codes}
            total={faults.length}
            value={code}
            onChange={setCode}
            say={say}
          />
          <p className="muted" role="status" style={{ lineHeight: '30px' }}>
            {shown.length < faults.length && t('exchange.shownOf', { shown: shown.length, total: faults.length })}
          </p>
        </Group>
      )}
      <div ref={table}>
        <DataTable
          label={title}
          rows={shown}
          columns={columns}
          {...(mending !== undefined && {
            detail: (row: ListedRow) => row === opened?.under && mending.rowOf(opened.row),
          })}
          empty={<p className="muted">{t(faults.length === 0 ? 'exchange.noFindings' : 'exchange.noneFits')}</p>}
        />
      </div>
    </Section>
  );
}

/** What each cell holds, and what it should; a cell with several faults is typed over at the first of them. */
function mendingColumns(mending: Mending, rows: readonly ListedRow[], t: TFunction): TableColumn<ListedRow>[] {
  const { heldIn, typedIn, longest, onType, onEnter } = mending;
  const firsts = new Map<string, ListedRow>();
  for (const row of rows) {
    const cell = nameOf(row);
    if (heldIn(row) !== undefined && !firsts.has(cell)) firsts.set(cell, row);
  }
  return [
    {
      id: 'held',
      header: t('exchange.held'),
      cell: (row) => <HeldText held={heldIn(row) ?? ''} changed={typedIn(row) !== undefined} />,
    },
    {
      id: 'typed',
      header: t('exchange.typed'),
      cell: (row) =>
        heldIn(row) === undefined ? (
          <span className="muted">{t('exchange.mendInFile')}</span>
        ) : (
          firsts.get(nameOf(row)) === row && (
            <CellField
              label={t('exchange.cell', row)}
              held={heldIn(row) ?? ''}
              typed={typedIn(row)}
              longest={longest}
              onType={(text) => onType(row, text)}
              onEnter={onEnter}
            />
          )
        ),
    },
  ];
}

/** A row whose cells are open, under the fault that it has or that it may be the cause of. */
type Opened = { under: ListedRow; row: ListedRow };

/** Opens the other cells of a fault's row, and those of the earlier rows that may be why. */
function rowColumn(
  { rowOf, suspectsOf, changedIn }: Mending,
  { opened, setOpened }: { opened: Opened | undefined; setOpened: (row: Opened | undefined) => void },
  t: TFunction,
): TableColumn<ListedRow> {
  return {
    id: 'wholeRow',
    header: t('exchange.others'),
    cell: (under) =>
      [under, ...suspectsOf(under)].map((row) => {
        const isOpen = opened?.under === under && opened.row.row === row.row;
        return (
          rowOf(row) !== undefined && (
            <Button
              key={row.row}
              size="compact-xs"
              variant="default"
              mr={4}
              // By key it is Enter on the row: Tab goes from faulty cell to faulty cell.
              {...(row === under && { tabIndex: -1 })}
              aria-expanded={isOpen}
              aria-label={t('exchange.wholeRowOf', row)}
              onClick={() => setOpened(isOpen ? undefined : { under, row })}
            >
              {row === under ? t('exchange.wholeRow') : t('exchange.suspectRow', { row: row.row })}
              {changedIn(row) > 0 && ` (${changedIn(row)})`}
            </Button>
          )
        );
      }),
  };
}

/** What kind a fault or finding is, in words. */
function useKind(): (code: string) => string {
  const word = useWord();
  return (code) => word(`issueKinds.${code}`, code);
}

/** The same, and behind it the code, for whoever asks support. */
function Kind({ code }: { code: string }): ReactNode {
  const say = useKind();
  return (
    <details>
      {/* Tab goes from faulty cell to faulty cell. */}
      <summary tabIndex={-1}>{say(code)}</summary>
      <span className="mono muted">{code}</span>
    </details>
  );
}

/** What to do, and the codes that may be meant. */
function Message({ fault, mending }: { fault: ListedRow; mending: Mending | undefined }): ReactNode {
  const { t } = useTranslation();
  const read = useRecordedMessage();
  const near = mending?.nearOf(fault) ?? [];
  return (
    <>
      {read(fault.message)}
      {near.map((code) => (
        <Button
          key={code}
          size="compact-xs"
          variant="default"
          ml={6}
          ff="monospace"
          aria-label={t('exchange.takeNear', { code, cell: t('exchange.cell', fault) })}
          onClick={() => mending?.onType(fault, code)}
        >
          {code}
        </Button>
      ))}
    </>
  );
}

const nameOf = ({ file, row, column }: ListedRow): string => [row, file, column].join('\u0000');

type ChoiceProps = {
  label: string;
  counts: ReadonlyMap<string, number>;
  total: number;
  value: string;
  onChange: (value: string) => void;
  /** What a value is called, where that is not itself. */
  say?: (value: string) => string;
};

/** One of the values there are, each with how many it has. */
function Choice({ label, counts, total, value, onChange, say = (name) => name }: ChoiceProps): ReactNode {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={label}
      size="xs"
      value={value}
      data={[
        { value: '', label: `${t('common.all')} (${total})` },
        ...[...counts].map(([name, count]) => ({ value: name, label: `${say(name)} (${count})` })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** How many there are of each, in the order they come first. */
function countBy(faults: readonly ListedRow[], valueOf: (fault: ListedRow) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const fault of faults) counts.set(valueOf(fault), (counts.get(valueOf(fault)) ?? 0) + 1);
  return counts;
}
