import { dateOf, parseMoment, type PlainDate } from '#shared/kernel/dates.ts';
import { cellOf, type List, type ListColumn, type RowOf } from '#shared/kernel/defineList.ts';
import { isBlank, questionOn, readDateSpan } from '#shared/kernel/list.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { rowsHolding } from '#shared/kernel/textMatch.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { ListAsking } from './indexedList.ts';
import { query } from './query.ts';
import { storeOf } from './storeOf.ts';
import type { Read } from './views.ts';

/**
 * How a list of what a plant has thousands of is read: all rows at once, kept until something is written, and sorted
 * and filtered in memory. Columns that sort or filter are filled in by `rows`; `more` fills in others, for the rows of
 * a page alone. Lists that reach a million rows go along indexes instead (indexedList.ts).
 */
export type SimpleSource<L extends List> = {
  list: L;
  /** In the order of the list itself, unless it is that of the codes in its first column. */
  rows: (read: Read, asking: ListAsking) => Promise<RowOf<L>[]>;
  isOrdered?: true;
  more?: (read: Read, rows: readonly RowOf<L>[]) => Promise<RowOf<L>[]>;
};

type Question = Readonly<Record<string, unknown>> & { sort: string; text: string };
type Row = Readonly<Record<string, unknown>>;

/** Rows are of a state of the store and of a day, which what holds for them may be asked by. */
type Kept = { seq: number; today: PlainDate; rows: readonly Row[]; answers: Map<string, readonly Row[]> };
const kept = new WeakMap<object, Map<string, Kept>>();
/** So many sorted and filtered answers are kept of a list. */
const mostAnswers = 4;

/** The rows that fit a question, in its order. */
export async function simpleRows<L extends List>(
  { list, rows, isOrdered }: SimpleSource<L>,
  question: Question,
  asking: ListAsking,
): Promise<readonly RowOf<L>[]> {
  const { read, reader, now, offsetMinutes } = asking;
  const seq = (await read.one(head))?.seq ?? 0;
  const lists = kept.get(storeOf(reader.db)) ?? new Map<string, Kept>();
  kept.set(storeOf(reader.db), lists);
  const today = dateOf(now, offsetMinutes);
  let known = lists.get(list.name);
  if (known?.seq !== seq || known.today !== today) {
    const all = await rows(read, asking);
    known = { seq, today, rows: isOrdered ? all : sorted(list, list.columns[0], all), answers: new Map() };
    lists.set(list.name, known);
  }
  const asked = questionOn(list, question, today);
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
  const textsOf = (row: Row): string[] => texts.map(([id]) => keyOf(cellOf(list, row, id)));
  let rows = rowsHolding(all, question.text, textsOf);
  for (const [id, filter] of Object.entries(list.filters)) {
    const value = question[id];
    if (isBlank(value)) continue;
    const cell = (row: Row): unknown => cellOf(list, row, id);
    if (Array.isArray(value)) rows = rows.filter((row) => valuesOf(cell(row)).some((one) => value.includes(one)));
    else if (filter.kind === 'dates')
      rows = rows.filter((row) => liesIn(dayOf(keyOf(cell(row)), offsetMinutes), String(value)));
    else rows = rowsHolding(rows, String(value), (row) => [keyOf(cell(row))]);
  }
  return rows;
}

const valuesOf = (cell: unknown): readonly unknown[] => (Array.isArray(cell) ? cell : [cell]);

/** A moment's day is that of the site's clock just now. */
function dayOf(text: string, offsetMinutes: number): string {
  const moment = parseMoment(text);
  return moment === undefined ? text : dateOf(moment, offsetMinutes);
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
  const keyed = rows.map((row) => ({ row, key: keyOf(cellOf(list, row, id)) }));
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
  expiry: plainly,
  integer: byAmount,
  quantity: byAmount,
};

/** What a cell is sorted and searched by; "" where it holds nothing. */
function keyOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (Array.isArray(cell)) return cell.join(' ');
  if (typeof cell === 'string') return cell;
  if (typeof cell !== 'object') return JSON.stringify(cell);
  if ('date' in cell) return String(cell.date);
  return 'amount' in cell ? String(cell.amount) : Object.values(cell).join(' ');
}

/** Goods that were read for several rows at once, by what tells the rows apart. */
export function byKey(rows: readonly (Unit & { key: string })[]): ReadonlyMap<string, Unit[]> {
  const units = rows.map(({ key, product, lot, sublot, serial }) => ({ key, unit: { product, lot, sublot, serial } }));
  return new Map([...Map.groupBy(units, ({ key }) => key)].map(([key, all]) => [key, all.map(({ unit }) => unit)]));
}
