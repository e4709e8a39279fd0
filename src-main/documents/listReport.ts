import type { List, ListColumn, CellKind, Cells } from '#shared/kernel/defineList.ts';
import { keyOfRow } from '#shared/kernel/defineList.ts';
import { isBlank, isRelativeSpan, readDateSpan } from '#shared/kernel/list.ts';
import {
  type ReportBody,
  type ReportCell,
  type ReportFrame,
  type ReportKind,
  reportTable,
} from '#shared/kernel/reportModel.ts';
import { textAt } from '#shared/kernel/texts.ts';
import { formatUnitShort, numberOf, textsOf } from './reportFrame.ts';
import { fill } from './words.ts';

type Asked = {
  question: Readonly<Record<string, unknown>>;
  /** The columns that stand on the screen; none means the usual ones. */
  columns: readonly string[];
  /** Rows by their keys; none means all. */
  only: readonly string[];
};

/** A list on paper as it is on the screen, from its declaration. */
export function listReport(
  list: List,
  rows: readonly Readonly<Record<string, unknown>>[],
  { question, columns, only }: Asked,
  frame: ReportFrame,
): ReportBody {
  const texts = textsOf(frame);
  const { lists, common } = texts;
  const chosen = columns.length === 0 ? list.shown : [list.columns[0], ...columns];
  const headerOf = (id: string): string => textAt(texts, list.cells[id]?.header ?? '');
  const choice = (column: ListColumn, value: string): string =>
    (column.said === undefined ? '' : textAt(texts, `${column.said}.${value}`)) || value;
  const say = (id: string, value: unknown): string => {
    const column = list.cells[id];
    if (Array.isArray(value))
      return value.map((one) => (column === undefined ? one : choice(column, String(one)))).join(', ');
    const text = String(value);
    if (isRelativeSpan(text)) return lists.spans[text];
    if (list.filters[id]?.kind !== 'dates') return text;
    const { from, to } = readDateSpan(text) ?? { from: '', to: '' };
    return `${from} – ${to}`.trim();
  };
  const filters = ['text', ...Object.keys(list.filters)].flatMap((id) => {
    const value = question[id];
    return isBlank(value) ? [] : [{ label: id === 'text' ? lists.filter : headerOf(id), value: say(id, value) }];
  });
  const sort = typeof question['sort'] === 'string' ? question['sort'] : '';
  const sorted = headerOf(sort.replace(/^-/, ''));
  const title = textAt(texts, `${list.texts}.title`);
  const taken = only.length === 0 ? rows : rows.filter((row) => only.includes(keyOfRow(list, row)));
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
    figures: [{ label: title, values: [taken.length] }],
    sections: [
      {
        title,
        level: 1,
        empty: filters.length === 0 ? common.none : lists.nothingFits,
        table: reportTable(
          taken,
          Object.entries<ListColumn>(list.cells)
            .filter(([id]) => chosen.includes(id))
            .map(([id, column]) => ({
              key: id,
              header: headerOf(id),
              kind: kinds[column.kind],
              // A row has a cell of each column's kind.
              of: (row) => cellOf[column.kind](row[id] as never, (value) => choice(column, value)),
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
  integer: 'integer',
  quantity: 'quantity',
  statuses: 'text',
  unit: 'code',
  units: 'text',
};

type CellOf = { [Kind in CellKind]: (value: Cells[Kind], say: (choice: string) => string) => ReportCell };

const orNothing = (text: string): ReportCell => (text === '' ? null : text);
const cellOf: CellOf = {
  code: (code) => code,
  text: (text) => text,
  date: orNothing,
  moment: orNothing,
  choice: (value, say) => say(value),
  integer: (value) => value,
  quantity: (value) => value,
  statuses: (letters) => letters.join(', '),
  unit: (unit) => (unit === null ? '' : numberOf(unit)),
  units: ({ first, more }) => [...first.map(formatUnitShort), ...(more > 0 ? [`+${more}`] : [])].join(', '),
};
