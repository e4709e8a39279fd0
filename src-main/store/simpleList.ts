import { dateOf, type Moment, parseMoment } from '#shared/kernel/dates.ts';
import type { List, ListColumn, RowOf } from '#shared/kernel/defineList.ts';
import { isBlank, questionOn, readDateSpan } from '#shared/kernel/list.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { rowsHolding } from '#shared/kernel/textMatch.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { query } from './query.ts';
import type { Reader } from './store.ts';
import { storeOf } from './storeOf.ts';
import type { Read } from './views.ts';

/**
 * How a list of what a plant has thousands of is read: all rows at once, kept until something is written, and sorted
 * and filtered in memory. Columns that sort or filter are filled in by `rows`; `more` fills in others, for the rows of
 * a page alone. Lists that reach a million rows go along indexes instead (lots/listing.queries.ts).
 */
export type SimpleSource<L extends List> = {
  list: L;
  /** In the order of the list itself, unless it is that of the codes in its first column. */
  rows: (read: Read) => Promise<RowOf<L>[]>;
  isOrdered?: true;
  more?: (read: Read, rows: readonly RowOf<L>[]) => Promise<RowOf<L>[]>;
};

type Asking = { read: Read; reader: Reader; now: Moment; offsetMinutes: number };
type Question = Readonly<Record<string, unknown>> & { sort: string; text: string };
type Row = Readonly<Record<string, unknown>>;

/** One page, and how many rows fit. */
export async function simplePage<L extends List>(
  source: SimpleSource<L>,
  { offset, limit, ...question }: Question & { offset: number; limit: number },
  asking: Asking,
): Promise<{ rows: RowOf<L>[]; total: number }> {
  const fitting = await fittingRows(source, question, asking);
  const page = fitting.slice(offset, offset + limit);
  return { total: fitting.length, rows: (await source.more?.(asking.read, page)) ?? page };
}

type Kept = { seq: number; rows: readonly Row[]; answers: Map<string, readonly Row[]> };
const kept = new WeakMap<object, Map<string, Kept>>();
/** So many sorted and filtered answers are kept of a list. */
const mostAnswers = 4;

async function fittingRows<L extends List>(
  { list, rows, isOrdered }: SimpleSource<L>,
  question: Question,
  { read, reader, now, offsetMinutes }: Asking,
): Promise<readonly RowOf<L>[]> {
  const seq = (await read.one(head))?.seq ?? 0;
  const lists = kept.get(storeOf(reader.db)) ?? new Map<string, Kept>();
  kept.set(storeOf(reader.db), lists);
  let known = lists.get(list.name);
  if (known?.seq !== seq) {
    const all = await rows(read);
    known = { seq, rows: isOrdered ? all : sorted(list, list.columns[0], all), answers: new Map() };
    lists.set(list.name, known);
  }
  const asked = questionOn(list, question, dateOf(now, offsetMinutes));
  const key = JSON.stringify(asked);
  const answer =
    known.answers.get(key) ?? sorted(list, asked.sort, filtered(list, asked, { rows: known.rows, offsetMinutes }));
  known.answers.delete(key);
  known.answers.set(key, answer);
  for (const oldest of known.answers.keys()) if (known.answers.size > mostAnswers) known.answers.delete(oldest);
  // What is kept under a list's name are its rows.
  return answer as readonly RowOf<L>[];
}

const head = query((tables) => tables.selectFrom('head').select('seq'));

function filtered(
  list: List,
  question: Question,
  { rows: all, offsetMinutes }: { rows: readonly Row[]; offsetMinutes: number },
): readonly Row[] {
  const texts = Object.entries<ListColumn>(list.cells).filter(([, { kind }]) => kind === 'code' || kind === 'text');
  const textsOf = (row: Row): string[] => texts.map(([id]) => String(row[id]));
  let rows = rowsHolding(all, question.text, textsOf);
  for (const [id, filter] of Object.entries(list.filters)) {
    const value = question[id];
    if (isBlank(value)) continue;
    if (Array.isArray(value)) rows = rows.filter((row) => valuesOf(row[id]).some((one) => value.includes(one)));
    else if (filter.kind === 'dates') rows = rows.filter((row) => liesIn(dayOf(row[id], offsetMinutes), String(value)));
    else rows = rowsHolding(rows, String(value), (row) => [String(row[id])]);
  }
  return rows;
}

const valuesOf = (cell: unknown): readonly unknown[] => (Array.isArray(cell) ? cell : [cell]);

/** A moment's day is that of the site's clock just now. */
function dayOf(cell: unknown, offsetMinutes: number): string {
  const moment = parseMoment(String(cell));
  return moment === undefined ? String(cell) : dateOf(moment, offsetMinutes);
}

/** A blank date lies in no span. */
function liesIn(day: string, span: string): boolean {
  const { from, to } = readDateSpan(span) ?? { from: '', to: '' };
  return day !== '' && (from === '' || day >= from) && (to === '' || day <= to);
}

/** Blanks stand last whichever way it goes; rows that are alike stay as they were. */
function sorted(list: List, sort: string, rows: readonly Row[]): readonly Row[] {
  const id = sort.replace(/^-/, '');
  const column: ListColumn | undefined = list.cells[id];
  if (column === undefined) return rows;
  const way = sort.startsWith('-') ? -1 : 1;
  const compare = comparing[column.kind] ?? compareCodes;
  const keyed = rows.map((row) => ({ row, key: keyOf(row[id]) }));
  return keyed
    .sort(({ key: a }, { key: b }) =>
      a === '' || b === '' ? Number(a === '') - Number(b === '') : way * compare(a, b),
    )
    .map(({ row }) => row);
}

const plainly = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byAmount = (a: string, b: string): number => Number(a) - Number(b);
const comparing: Partial<Record<ListColumn['kind'], (a: string, b: string) => number>> = {
  date: plainly,
  moment: plainly,
  integer: byAmount,
  quantity: byAmount,
};

/** What a cell is sorted by; "" where it holds nothing. */
function keyOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (Array.isArray(cell)) return cell.join(' ');
  if (typeof cell === 'string') return cell;
  if (typeof cell !== 'object') return JSON.stringify(cell);
  return 'amount' in cell ? String(cell.amount) : Object.values(cell).join(' ');
}

/** So many rows are read at a time where a whole list is. */
const rowsPerStep = 500;

/** The whole list, step by step. `stepped` runs between two steps, and may throw to end it. */
export async function wholeSimpleList<L extends List>(
  source: SimpleSource<L>,
  question: Question,
  asking: Asking,
  stepped: (done: number, total: number) => Promise<void>,
): Promise<RowOf<L>[]> {
  const all: RowOf<L>[] = [];
  for (let total = 1; all.length < total; ) {
    const page = await simplePage(source, { ...question, offset: all.length, limit: rowsPerStep }, asking);
    total = page.rows.length === 0 ? 0 : page.total;
    all.push(...page.rows);
    await stepped(all.length, page.total);
  }
  return all;
}

/** Goods that were read for several rows at once, by what tells the rows apart. */
export function byKey(rows: readonly (Unit & { key: string })[]): ReadonlyMap<string, Unit[]> {
  const units = rows.map(({ key, product, lot, sublot, serial }) => ({ key, unit: { product, lot, sublot, serial } }));
  return new Map([...Map.groupBy(units, ({ key }) => key)].map(([key, all]) => [key, all.map(({ unit }) => unit)]));
}
