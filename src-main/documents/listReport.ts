import { type CellKind, cellOf, type Cells, type List, type ListColumn } from '#shared/kernel/defineList.ts';
import { isPlainDate } from '#shared/kernel/dates.ts';
import { columnsShown, isBlank, isRelativeSpan, readDateSpan } from '#shared/kernel/list.ts';
import {
  type ReportBody,
  type ReportCell,
  type ReportFrame,
  type ReportKind,
  reportTable,
} from '#shared/kernel/reportModel.ts';
import { textAt } from '#shared/kernel/texts.ts';
import type { Texts } from '#shared/texts/index.ts';
import { formatUnitShort, numberOf, textsOf } from './reportFrame.ts';
import { formatsOf } from './format.ts';
import { fill } from './words.ts';

type Asked = {
  question: Readonly<Record<string, unknown>>;
  /** The columns that stand on the screen; none means the usual ones. */
  columns: readonly string[];
  /** The keys of the rows that were chosen, whatever is filtered; none means all. */
  only: readonly string[];
};

/** A list on paper as it is on the screen, from its declaration: all its rows, or those that were chosen. */
export function listReport(
  list: List,
  rows: readonly Readonly<Record<string, unknown>>[],
  { question, columns, only }: Asked,
  frame: ReportFrame,
): ReportBody {
  const texts = textsOf(frame);
  const { lists, common, asOf } = texts;
  const dates = formatsOf(frame);
  const shown = columnsShown(list, columns, question);
  const headerOf = (id: string): string => textAt(texts, list.cells[id]?.header ?? '');
  const choice = ({ kind, said }: ListColumn, value: string): string => {
    const path = kind === 'statuses' || kind === 'status' ? 'statuses' : said;
    return (path === undefined ? '' : textAt(texts, `${path}.${value}`)) || value;
  };
  const say = (id: string, value: unknown): string => {
    const column = list.cells[id];
    if (Array.isArray(value))
      return value.map((one) => (column === undefined ? one : choice(column, String(one)))).join(', ');
    const text = String(value);
    if (isRelativeSpan(text)) return lists.spans[text];
    const kind = list.filters[id]?.kind;
    if (kind === 'asOf')
      return isPlainDate(text) ? fill(asOf.dayEnd, { day: dates.text('date', text) }) : dates.dateTime(text);
    if (kind !== 'dates') return text;
    const { from, to } = readDateSpan(text) ?? { from: '', to: '' };
    return `${from} – ${to}`.trim();
  };
  const filters = (only.length === 0 ? ['text', ...Object.keys(list.filters)] : ['asOf']).flatMap((id) => {
    const value = question[id];
    const label = id === 'text' ? lists.filter : id === 'asOf' ? asOf.title : headerOf(id);
    return isBlank(value) ? [] : [{ label, value: say(id, value) }];
  });
  const sort = typeof question['sort'] === 'string' ? question['sort'] : '';
  const sorted = headerOf(sort.replace(/^-/, ''));
  const title = textAt(texts, `${list.texts}.title`);
  return {
    title,
    statement: only.length === 0 ? lists.statement : lists.chosenStatement,
    facts:
      sort === ''
        ? []
        : [
            {
              label: lists.sortedBy,
              kind: 'text',
              value: sort.startsWith('-') ? fill(lists.sortedDown, { column: sorted }) : sorted,
            },
          ],
    filters,
    figures: [{ label: title, values: [rows.length] }],
    sections: [
      {
        title,
        level: 1,
        empty: filters.length === 0 ? common.none : lists.nothingFits,
        table: reportTable(
          rows,
          Object.entries<ListColumn>(list.cells)
            .filter(([id]) => shown.includes(id))
            .map(([id, column]) => ({
              key: id,
              header: headerOf(id),
              kind: kinds[column.kind],
              // A row has a cell of each column's kind.
              of: (row) =>
                written[column.kind](cellOf(list, row, id) as never, { texts, say: (value) => choice(column, value) }),
            })),
        ),
      },
    ],
  };
}

const kinds: Record<CellKind, ReportKind> = {
  code: 'code',
  text: 'text',
  date: 'date',
  moment: 'dateTime',
  choice: 'text',
  choices: 'text',
  hold: 'text',
  integer: 'integer',
  quantity: 'quantity',
  expiry: 'date',
  status: 'status',
  statuses: 'text',
  unit: 'code',
  units: 'text',
  whereabouts: 'text',
};

type Words = { texts: Texts; say: (choice: string) => string };
type Written = { [Kind in CellKind]: (value: Cells[Kind], words: Words) => ReportCell };

const orNothing = (text: string): ReportCell => (text === '' ? null : text);
const written: Written = {
  code: (code) => code,
  text: (text) => text,
  date: orNothing,
  moment: orNothing,
  choice: (value, { say }) => say(value),
  choices: (values, { say }) => values.map(say).join(', '),
  hold: (value, { say }) => say(value),
  integer: (value) => value,
  quantity: (value) => value,
  expiry: ({ date }) => orNothing(date),
  status: orNothing,
  statuses: (letters, { say }) => letters.map((letter) => `${letter} ${say(letter)}`).join(', '),
  unit: (unit) => (unit === null ? '' : numberOf(unit)),
  units: ({ first, more }) => [...first.map(formatUnitShort), ...(more > 0 ? [`+${more}`] : [])].join(', '),
  whereabouts({ location, parent, customer }, { texts: { serials } }) {
    if (location !== '') return location;
    if (parent !== null) return `${serials.builtInto} ${formatUnitShort(parent)}`;
    return customer === '' ? '' : `${serials.atCustomer} ${customer}`;
  },
};
