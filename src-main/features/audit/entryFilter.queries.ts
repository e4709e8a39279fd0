import { searchFor } from '#main/store/textSearch.ts';
import { parseMoment } from '#shared/kernel/dates.ts';

/** What is asked of an entry; "" asks nothing. */
export type EntryFilter = Record<'operation' | 'person' | 'outcome' | 'from' | 'until' | 'record', string>;

/** The filter as a condition on `audit_entry e`, with the values it names. */
export function entriesThat(filter: EntryFilter): { where: string; named: Record<string, string | number> } {
  const { operation, person, outcome, from, until, record } = filter;
  const named = searchFor(person);
  const parts = [
    operation === ''
      ? ''
      : `(e.operation = @operation or substr(e.operation, 1, length(@operation) + 1) = @operation || '.')`,
    person === '' ? '' : `(e.person = @person or ${named.holds("json_extract(e.body, '$.person.name')")})`,
    outcome === '' ? '' : 'e.outcome = @outcome',
    from === '' ? '' : 'e.at >= @from',
    until === '' ? '' : 'e.at < @until',
    record === '' ? '' : `e.seq in (${wroteOrMoved})`,
  ].filter((part) => part !== '');
  return {
    where: parts.length === 0 ? 'true' : parts.join(' and '),
    named: {
      operation,
      person,
      outcome,
      record,
      ...named.parameters,
      from: parseMoment(from) ?? 0,
      until: parseMoment(until) ?? 0,
    },
  };
}

const unitsOfNumber = `
  select n.id from lot l cross join unit n where l.lot = @record and n.product_id = l.product_id and n.lot = l.lot
  union select id from unit where serial = @record and serial <> ''`;

/** Entries that wrote a version of the record, or posted a movement that bears its number. */
const wroteOrMoved = `
  select entry_seq from record_version where instr(char(31) || record_key || char(31), char(31) || @record || char(31)) > 0
  union select entry_seq from movement where document = @record
  union select entry_seq from movement where to_unit_id in (${unitsOfNumber})
  union select entry_seq from movement where from_unit_id <> to_unit_id and from_unit_id in (${unitsOfNumber})`;
