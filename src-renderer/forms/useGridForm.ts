import type { AnyContractProcedure } from '@orpc/contract';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type Failure, newCommandId, type SecretCall, useDraft, useSecretCommand } from '#renderer/client/index.ts';
import { useLocale } from '#renderer/components/figures.tsx';
import type { RowFaults } from '#renderer/components/grid/cells.ts';
import type { GridHandle } from '#renderer/components/grid/Grid.tsx';
import { type Cell, type GridRow, type GridRows, isBlankRow } from '#renderer/components/grid/edits.ts';
import { useTellWhenGone } from '#renderer/components/notices.tsx';
import { shortestReason, type SigningField } from '#shared/kernel/operation.ts';
import { declaredBy } from './about.ts';
import { type Fault, faultOf, type Faults, type Issue, issuesOf } from './faults.ts';
import {
  columnsIn,
  faultsTogether,
  type GridColumns,
  readRow,
  type ReadRow,
  refusedRows,
  sentRows,
} from './gridRows.ts';
import { useFaultInWords, useFaultsInWords } from './useFaultsInWords.ts';

/** What a grid form is about: the command, what a row is, and how rows are sent. */
export type GridAbout<R extends object, Input, Reply> = {
  /** The command as the contract has it: its schema judges each row that is left, and all of them before they are sent. */
  operation: AnyContractProcedure;
  /** Sends the command. */
  call: SecretCall<Input, Reply>;
  /** Declared once, outside the component or in a memo: rows are read anew when they are others. */
  columns: GridColumns<R>;
  /** The name of the draft (see `useDraft`); "" keeps none. */
  draft: string;
  /** What is sent of the rows that are filled in. The reason is added by the form. */
  send: (rows: readonly R[]) => Omit<Input, 'reason' | SigningField>;
  /** The texts the grid begins with, a list a row; none when it begins blank. */
  begin?: GridRows;
  /** Where the page goes on from there; without it the form stays, blank again, and says that it is saved. */
  onDone?: (reply: Reply) => void;
};

type GridDraft = { columns: readonly string[]; rows: GridRows; reason: string; attempt: string };

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
/** As it is: rows that are copied would all be read anew. */
const draftShape = z.custom<GridDraft>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    ['reason', 'attempt'].every(
      (name) => typeof Object.entries(value).find(([key]) => key === name)?.[1] === 'string',
    ) &&
    'columns' in value &&
    isTexts(value.columns) &&
    'rows' in value &&
    Array.isArray(value.rows) &&
    value.rows.every(isTexts),
);

const noRows: GridRows = [];

/** What a grid form holds: the rows, what is wrong with them, and how they are sent. */
export function useGridForm<R extends object, Input, Reply>(about: GridAbout<R, Input, Reply>) {
  const { operation, call, draft: key, send, begin = noRows, onDone } = about;
  const { t } = useTranslation();
  const locale = useLocale();
  const columns = useMemo(() => columnsIn(about.columns), [about.columns]);
  const { schema, needsReason } = useMemo(() => declaredBy(operation), [operation]);
  const command = useSecretCommand(call);
  const inWords = useFaultsInWords();
  const sayFault = useFaultInWords();
  const tellWhenGone = useTellWhenGone(t('forms.saved'));
  const names = columns.map(({ name }) => name);
  const initial: GridDraft = { columns: names, rows: begin, reason: '', attempt: '' };
  const draft = useDraft(key, initial, draftShape);
  const { reason } = draft.value;
  const rows = rowsFor(draft.value, names);
  const [rowInWork, setRowInWork] = useState(-1);
  const [phase, setPhase] = useState<'typing' | 'sent' | 'done'>('typing');
  /** What is told of single rows by the host, or by the schema of all of them, as long as the row is the same. */
  const [told, setTold] = useState<ReadonlyMap<GridRow, Faults>>(nothingTold);
  const [toldAbove, setToldAbove] = useState<Fault>();
  const [reasonFault, setReasonFault] = useState<Fault>();
  const grid = useRef<GridHandle>(null);
  const isSending = useRef(false);
  const read = useMemo(() => {
    const reading = { locale, yes: t('common.yes'), no: t('common.no') };
    const seen = new WeakMap<GridRow, ReadRow & { words: RowFaults | undefined }>();
    // By the types of the row's fields, see readValues; the schema judges what comes of them.
    const inputOf = (values: readonly Readonly<Record<string, unknown>>[]) => send(values as readonly R[]);
    return (row: GridRow) => {
      const before = seen.get(row);
      if (before !== undefined) return before;
      const judged = readRow(row, { columns, schema, reading, inputOf });
      const words = Object.keys(judged.faults).length === 0 ? undefined : inWords(judged.faults);
      const now = { ...judged, words };
      seen.set(row, now);
      return now;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- what `send` does is the same at every drawing.
  }, [columns, schema, locale, t, inWords]);
  const toldInWords = useMemo(
    () => new Map([...told].map(([row, faults]) => [row, inWords(faults)] as const)),
    [told, inWords],
  );

  function faultsOf(index: number, inWork = rowInWork): RowFaults | undefined {
    const row = rows[index];
    if (row === undefined || isBlankRow(row) || index === inWork) return undefined;
    return read(row).words ?? toldInWords.get(row);
  }

  const faulty = (inWork = rowInWork): Cell[] =>
    rows.flatMap((_row, index) => {
      const faults = faultsOf(index, inWork) ?? {};
      return names.flatMap((name, col) => (name in faults ? [{ row: index, col }] : []));
    });

  function keep(change: Partial<GridDraft>): void {
    setPhase('typing');
    setToldAbove(undefined);
    // What was typed since is another attempt.
    draft.set({ ...draft.value, columns: names, rows, attempt: '', ...change });
  }

  /** Tells faults at their rows, by their places among those that were sent, and goes to the first. */
  function tell(byRow: ReadonlyMap<number, Faults>): void {
    const places = sentRows(rows);
    const rowsTold = [...byRow].flatMap(([sent, faults]) => {
      const row = rows[places[sent] ?? -1];
      return row === undefined ? [] : [[row, faults] as const];
    });
    setTold(new Map(rowsTold));
    const [first] = rowsTold.map(([row, faults]) => ({
      row: rows.indexOf(row),
      col: names.findIndex((name) => name in faults),
    }));
    if (first !== undefined) grid.current?.goTo(first);
  }

  function isRefused(input: unknown): boolean {
    const [first] = faulty(-1);
    setRowInWork(-1);
    if (first !== undefined) {
      grid.current?.goTo(first);
      return true;
    }
    const { byRow, above } = faultsTogether(issuesOf(schema, input), columns, (issue) => faultOf(issue, ''));
    if (byRow.size > 0) tell(new Map([...byRow].toReversed()));
    const isOfReason = needsReason && reason.trim().length < shortestReason;
    setReasonFault(isOfReason ? { key: 'forms.reasonMissing' } : undefined);
    const [other] = above.filter(({ path }) => !(needsReason && path[0] === 'reason'));
    setToldAbove(other === undefined ? undefined : wholeFault(other));
    return byRow.size > 0 || isOfReason || other !== undefined;
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const sent = sentRows(rows);
    if (isSending.current || sent.length === 0) return;
    // By the types of the row's fields, see readValues.
    const values = sent.map((index) => read(rows[index] ?? []).values) as unknown as readonly R[];
    const input = { ...send(values), ...(needsReason ? { reason } : {}) };
    if (isRefused(input)) return;
    isSending.current = true;
    setPhase('sent');
    // Kept with the draft: where nobody heard of its end, also after a crash, it is the same attempt and done once.
    const attempt = draft.value.attempt === '' ? newCommandId() : draft.value.attempt;
    draft.set({ ...draft.value, columns: names, rows, attempt });
    try {
      // The schema has nothing against this very input.
      const reply = await command.run(input as Input, attempt);
      if (reply === undefined) return;
      draft.clear();
      setPhase('done');
      tellWhenGone();
      grid.current?.goTo({ row: 0, col: 0 });
      onDone?.(reply);
    } finally {
      isSending.current = false;
    }
  }

  const { failure } = command;
  const refused = useMemo(
    () => (failure === undefined ? new Map<number, Faults>() : refusedRows(failure, columns)),
    [failure, columns],
  );
  useEffect(() => {
    if (failure === undefined || failure.kind === 'away') return;
    // An answer ends the attempt.
    draft.set({ ...draft.value, attempt: '' });
    if (refused.size > 0) tell(refused);
    // oxlint-disable-next-line react/exhaustive-deps -- a refusal is told once.
  }, [failure]);

  function goToFault(from: Cell, step: 1 | -1): void {
    const all = faulty(-1);
    const isBehind = (one: Cell): boolean => one.row > from.row || (one.row === from.row && one.col > from.col);
    const isBefore = (one: Cell): boolean => one.row < from.row || (one.row === from.row && one.col < from.col);
    const next = step === 1 ? (all.find(isBehind) ?? all[0]) : (all.findLast(isBefore) ?? all.at(-1));
    setRowInWork(-1);
    if (next !== undefined) grid.current?.goTo(next);
  }

  /** Other rows in place of all, with what is wrong with them by their places; it can be taken back like a paste. */
  function fill(next: GridRows, faults: ReadonlyMap<number, Faults>): void {
    grid.current?.replace(next);
    setTold(new Map([...faults].flatMap(([at, of]) => (next[at] === undefined ? [] : [[next[at], of] as const]))));
  }

  const above: { failure?: Failure; text?: string } =
    toldAbove !== undefined
      ? { text: sayFault(toldAbove) }
      : failure !== undefined && refused.size === 0 && phase === 'sent'
        ? { failure }
        : {};
  return {
    columns,
    rows,
    count: sentRows(rows).length,
    faults: faulty(),
    faultsOf,
    reason: needsReason ? { text: reason, fault: reasonFault && sayFault(reasonFault) } : undefined,
    draft,
    phase,
    running: command.running,
    attempt: draft.value.attempt,
    above,
    grid,
    setRowInWork,
    fill,
    setRows: (next: GridRows) => keep({ rows: next }),
    setReason: (text: string) => keep({ reason: text }),
    goToFault,
    submit,
  };
}

const nothingTold: ReadonlyMap<GridRow, Faults> = new Map();

/** What the schema says of all rows together: mostly that there are too many. */
function wholeFault(issue: Issue): Fault {
  const isTooMany = issue.code === 'too_big' && issue.origin === 'array';
  return isTooMany ? { key: 'forms.grid.tooMany', count: Number(issue.maximum) } : faultOf(issue, undefined);
}

/** A draft of an older form has its columns in another order, or others. */
function rowsFor({ columns, rows }: GridDraft, names: readonly string[]): GridRows {
  if (JSON.stringify(columns) === JSON.stringify(names)) return rows;
  return rows.map((row) => names.map((name) => row[columns.indexOf(name)] ?? ''));
}
