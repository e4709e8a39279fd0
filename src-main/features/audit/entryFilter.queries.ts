import type { Database } from 'better-sqlite3';
import { namesToShow } from '#main/features/signing/names.queries.ts';
import { type IndexedCode, spellingsOf } from '#main/store/spellings.ts';
import { searchFor } from '#main/store/textSearch.ts';
import { closenessTo } from '#shared/dossier/closeness.ts';
import { closenesses } from '#shared/dossier/vocabulary.ts';
import { parseMoment } from '#shared/kernel/dates.ts';
import { records } from '#shared/records.ts';

/** What is asked of an entry; "" asks nothing. */
export type EntryFilter = Record<'operation' | 'person' | 'outcome' | 'from' | 'until' | 'record', string>;

/** The filter as a condition on `audit_entry e`, with the values it names. */
export function entriesThat(
  db: Database,
  filter: EntryFilter,
): { where: string; named: Record<string, string | number> } {
  const { operation, person, outcome, from, until, record } = filter;
  const names = namesOf(db, record);
  const named = searchFor(person);
  const parts = [
    operation === ''
      ? ''
      : `(e.operation = @operation or substr(e.operation, 1, length(@operation) + 1) = @operation || '.')`,
    person === '' ? '' : `(e.person in (@person, @shared) or ${named.holds("json_extract(e.body, '$.person.name')")})`,
    outcome === '' ? '' : 'e.outcome = @outcome',
    from === '' ? '' : 'e.at >= @from',
    until === '' ? '' : 'e.at < @until',
    record === '' ? '' : `e.seq in (${wroteOrMoved(names)})`,
  ].filter((part) => part !== '');
  return {
    where: parts.length === 0 ? 'true' : parts.join(' and '),
    named: {
      operation,
      person,
      shared: sharedIn(db, person),
      outcome,
      ...namedValues(names),
      ...named.parameters,
      from: parseMoment(from) ?? 0,
      until: parseMoment(until) ?? 0,
    },
  };
}

/** The user name in what the trail shows of somebody who shares a name, "Name (user name)"; else "-", which nobody has. */
function sharedIn(db: Database, person: string): string {
  const [, name = '', user = ''] = /^(.+) \(([^() ]+)\)$/.exec(person) ?? [];
  return user !== '' && namesToShow(db)(user, name) === person ? user : '-';
}

const indexed: readonly IndexedCode[] = [
  { table: 'product', column: 'code' },
  { table: 'partner', column: 'code' },
  { table: 'place', column: 'code' },
  { table: 'lot', column: 'lot' },
  { table: 'lot', column: 'sublot' },
  { table: 'unit', column: 'serial' },
  { table: 'movement', column: 'document' },
];
/** So many spellings of one text are enough. */
const mostSpellings = 50;

/** What a text names: the codes that are it to the letter, else those that it fits best; itself too, of what is gone. */
export function namesOf(db: Database, record: string): string[] {
  if (record === '') return [];
  const same = indexed.flatMap(
    (column) => spellingsOf(db, column, record, { spelling: 'loosely', limit: mostSpellings }).same,
  );
  const best = closenesses.find((closeness) => same.some((code) => closenessTo(record, { code }) === closeness));
  return [...new Set([record, ...same.filter((code) => closenessTo(record, { code }) === best)])];
}

/** The names as values of a statement, and as the content of a version has them. */
export const namedValues = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name, place) => [
      [`name${place}`, name],
      [`said${place}`, JSON.stringify(name)],
    ]),
  );

/** What some records say of the goods they are about in fields that are no part of their names, as holds do. */
const goodsFields = [
  ...['product', 'lot', 'sublot', 'serial', 'serialFrom', 'serialTo'],
  ...['supplier', 'workOrder', 'location'],
  ...['partInProduct', 'partInSerial', 'partOutProduct', 'partOutSerial'],
];
const naming = records.flatMap(({ name, key, fields }) => {
  const beside = goodsFields.filter((field) => field in fields && !key.includes(field));
  return beside.length === 0 ? [] : [{ record: name, beside }];
});

const isIn = (text: string, part: string): string => `instr(${text}, ${part}) > 0`;

/** Whether a version is of a record that has one of the names among the parts of its key, or is about goods of that name. */
export function isNamedIn(version: string, names: readonly string[]): string {
  const key = `char(31) || ${version}.record_key || char(31)`;
  const either = (of: (place: number) => string): string => names.map((_, place) => of(place)).join(' or ');
  const about = naming.map(({ record, beside }) => {
    const said = beside.map((field) => either((at) => isIn(`${version}.content`, `'"${field}":' || @said${at}`)));
    return `${version}.record = '${record}' and (${said.join(' or ')})`;
  });
  return `(${[either((at) => isIn(key, `char(31) || @name${at} || char(31)`)), ...about].join(' or ')})`;
}

/** Entries that wrote a version of a record of these names, or posted a movement that bears one of them. */
function wroteOrMoved(names: readonly string[]): string {
  const any = names.map((_, place) => `@name${place}`).join(', ');
  const unitsOfNumber = `
    select n.id from lot l cross join unit n where l.lot in (${any}) and n.product_id = l.product_id and n.lot = l.lot
    union select id from unit where serial in (${any}) and serial <> ''`;
  return `
    select v.entry_seq from record_version v where ${isNamedIn('v', names)}
    union select entry_seq from movement where document in (${any})
    union select entry_seq from movement where to_unit_id in (${unitsOfNumber})
    union select entry_seq from movement where from_unit_id <> to_unit_id and from_unit_id in (${unitsOfNumber})`;
}
