import { addDays, dateOf, type Moment, type PlainDate } from '#shared/kernel/dates.ts';
import { keyOfRow, type List, type ListColumn, type RowOf } from '#shared/kernel/defineList.ts';
import { questionOn, readDateSpan } from '#shared/kernel/list.ts';
import {
  asOfIn,
  idsAmong,
  type IndexedSource,
  type ListAsking,
  listIds,
  listPage,
  prepareSort,
  type Question as Asked,
} from './indexedList.ts';
import { simpleRows, type SimpleSource } from './simpleList.ts';

/**
 * How a list is read. What a plant has thousands of is read whole (`rows`), what reaches a million along indexes; what is
 * declared, and what follows from it, is the same.
 */
export type ListSource<L extends List> = SimpleSource<L> | IndexedSource<L>;

type Question = Readonly<Record<string, unknown>> & { sort: string; text: string };
type Page<L extends List> = { rows: RowOf<L>[]; total: number };

/** One page, and how many rows fit. */
export async function askList<L extends List>(
  source: ListSource<L>,
  { offset, limit, ...question }: Question & { offset: number; limit: number },
  asking: ListAsking,
): Promise<Page<L>> {
  if (!isIndexed(source)) {
    const fitting = await simpleRows(source, question, asking);
    const page = fitting.slice(offset, offset + limit);
    return { total: fitting.length, rows: (await source.more?.(asking.read, page)) ?? page };
  }
  const asked = await prepared(source, question, asking);
  const { total, ids } = listPage(asking.reader.db, source, asked, { offset, limit });
  return { total, rows: await source.read(asking, ids, asOfIn(asked)) };
}

/** So many rows are read at a time where a whole list is. */
const rowsPerStep = 2_000;

type Stepped = (done: number, total: number) => Promise<void>;

/**
 * The whole list, or the rows of some keys whatever is filtered, step by step. `step` runs between two steps, and may
 * throw to end it.
 */
export async function wholeList<L extends List>(
  source: ListSource<L>,
  { question, only }: { question: Question; only: readonly string[] },
  asking: ListAsking & { step: Stepped },
): Promise<RowOf<L>[]> {
  const all: RowOf<L>[] = [];
  const steps = async <T>(parts: readonly T[], rowsOf: (part: readonly T[]) => RowOf<L>[] | Promise<RowOf<L>[]>) => {
    for (let start = 0; start < parts.length; start += rowsPerStep) {
      for (const row of await rowsOf(parts.slice(start, start + rowsPerStep))) all.push(row);
      await asking.step(all.length, parts.length);
    }
    return all;
  };
  // Chosen rows are those of the moment they were chosen at.
  const sortedOnly = { sort: question.sort, text: '', ...('asOf' in question ? { asOf: question['asOf'] } : {}) };
  if (isIndexed(source)) {
    const { db } = asking.reader;
    const asked = await prepared(source, only.length === 0 ? question : sortedOnly, asking);
    const ids =
      only.length === 0 ? listIds(db, source, asked) : idsAmong(db, source, asked, await source.named(asking, only));
    return steps(ids, (part) => source.read(asking, part, asOfIn(asked)));
  }
  const fitting = await simpleRows(source, only.length === 0 ? question : sortedOnly, asking);
  const keys = new Set(only);
  const rows = only.length === 0 ? fitting : fitting.filter((row) => keys.has(keyOfRow(source.list, row)));
  return steps(rows, async (part) => (await source.more?.(asking.read, part)) ?? [...part]);
}

const isIndexed = <L extends List>(source: ListSource<L>): source is IndexedSource<L> => 'table' in source;

/** The question as it is today, once what it takes is at hand. */
async function prepared<L extends List>(
  source: IndexedSource<L>,
  question: Question,
  asking: ListAsking,
): Promise<Asked & { sort: string }> {
  const { reader, now, offsetMinutes } = asking;
  // The parts of a list's question are texts and lists of texts.
  const onDay = questionOn(source.list, question, dateOf(now, offsetMinutes)) as Asked & { sort: string };
  const asked = { ...onDay, ...momentsAsked(source.list, onDay, offsetMinutes) };
  await prepareSort(reader.db, source, asked);
  await source.prepare?.(asking, asked);
  return asked;
}

/** Spans of dates that moments are filtered by, as spans of moments by the site's clock. */
function momentsAsked(list: List, question: Asked, offsetMinutes: number): Record<string, string> {
  const startOf = (day: PlainDate): Moment => Date.parse(`${day}T00:00:00Z`) * 1000 - offsetMinutes * 60_000_000;
  const spans = Object.entries<ListColumn>(list.cells).flatMap(([id, { kind }]) => {
    const { from = '', to = '' } = (kind === 'moment' && readDateSpan(String(question[id] ?? ''))) || {};
    if (from === '' && to === '') return [];
    const ends = [from === '' ? '' : startOf(from), to === '' ? '' : startOf(addDays(to, 1)) - 1];
    return [[id, ends.join('..')] as const];
  });
  return Object.fromEntries(spans);
}
