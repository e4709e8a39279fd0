import { fill } from '#main/documents/words.ts';
import { isBlank, isRelativeSpan, type ListDeclaration, readDateSpan } from '#shared/kernel/list.ts';
import {
  type ReportFrame,
  type ReportCell,
  type ReportColumn,
  type ReportBody,
  reportTable,
} from '#shared/kernel/reportModel.ts';
import type { ListedLot, LotListQuestion } from '#shared/lots/contract.ts';
import { lotList } from '#shared/lots/vocabulary.ts';
import type { ListedSerial, SerialListQuestion } from '#shared/serials/contract.ts';
import { serialList } from '#shared/serials/vocabulary.ts';
import { numberOf, formatUnitShort, textsOf } from '#main/documents/reportFrame.ts';

type Column<Row> = ReportColumn & { of: (row: Row) => ReportCell };
type Parts<Row, Question> = {
  rows: readonly Row[];
  question: Question;
  /** The columns that stand on the screen; none means the usual ones. */
  columns: readonly string[];
  frame: ReportFrame;
};

/** The list of lots on paper, as it is on the screen. */
export function lotsReport({ rows, question, columns, frame }: Parts<ListedLot, LotListQuestion>): ReportBody {
  const { lots, fields, dossier } = textsOf(frame);
  const date = (key: 'manufacturedOn' | 'expiresOn' | 'retestOn'): Column<ListedLot> => ({
    key,
    header: dossier[key],
    kind: 'date',
    of: (row) => (row[key] === '' ? null : row[key]),
  });
  return listReport({
    frame,
    list: lotList,
    title: lots.title,
    rows,
    question,
    shown: columns,
    choices: { onHand: lots.onHand },
    columns: [
      { key: 'lot', header: fields.lot, kind: 'code', of: (row) => numberOf({ ...row, serial: '' }) },
      { key: 'product', header: fields.product, kind: 'code', of: ({ product }) => product },
      { key: 'name', header: fields.name, kind: 'text', of: ({ productName }) => productName },
      {
        key: 'onHand',
        header: dossier.onHand,
        kind: 'quantity',
        of: ({ onHand, unitOfMeasure }) => ({ amount: onHand, unit: unitOfMeasure }),
      },
      { key: 'status', header: fields.status, kind: 'text', of: ({ statuses }) => statuses.join(', ') },
      date('expiresOn'),
      date('retestOn'),
      date('manufacturedOn'),
      { key: 'supplier', header: fields.supplier, kind: 'code', of: ({ supplier }) => supplier },
      { key: 'supplierLot', header: fields.supplierLot, kind: 'code', of: ({ supplierLot }) => supplierLot },
    ],
  });
}

/** The list of serials on paper. */
export function serialsReport({ rows, question, columns, frame }: Parts<ListedSerial, SerialListQuestion>): ReportBody {
  const { serials, fields } = textsOf(frame);
  return listReport({
    frame,
    list: serialList,
    title: serials.title,
    rows,
    question,
    shown: columns,
    choices: { where: serials.where },
    columns: [
      { key: 'serial', header: fields.serial, kind: 'code', of: ({ serial }) => serial },
      { key: 'product', header: fields.product, kind: 'code', of: ({ product }) => product },
      { key: 'name', header: fields.name, kind: 'text', of: ({ productName }) => productName },
      { key: 'lot', header: fields.lot, kind: 'code', of: (row) => numberOf({ ...row, serial: '' }) },
      {
        key: 'where',
        header: serials.whereTitle,
        kind: 'text',
        of: ({ location, customer, parent }) => {
          if (location !== '') return location;
          if (parent !== null) return `${serials.builtInto} ${formatUnitShort(parent)}`;
          return customer === '' ? '' : `${serials.atCustomer} ${customer}`;
        },
      },
      { key: 'status', header: fields.status, kind: 'status', of: ({ status }) => (status === '' ? null : status) },
    ],
  });
}

type ListParts<Row> = {
  frame: ReportFrame;
  list: ListDeclaration;
  title: string;
  rows: readonly Row[];
  question: Readonly<Record<string, string | readonly string[]>>;
  shown: readonly string[];
  /** How the values of a column's choice are said; statuses are letters. */
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  columns: readonly Column<Row>[];
};

function listReport<Row>({ frame, list, title, rows, question, shown, choices, columns }: ListParts<Row>): ReportBody {
  const { lists, common, statuses } = textsOf(frame);
  const headerOf = (key: string): string => columns.find((column) => column.key === key)?.header ?? key;
  const letters: Readonly<Record<string, string>> = statuses;
  const say = (name: string, value: string | readonly string[]): string => {
    if (typeof value !== 'string') return value.map((one) => choices[name]?.[one] ?? letters[one] ?? one).join(', ');
    if (list.filters[name]?.kind !== 'dates') return value;
    if (isRelativeSpan(value)) return lists.spans[value];
    const { from, to } = readDateSpan(value) ?? { from: '', to: '' };
    return `${from} – ${to}`.trim();
  };
  const filters = ['text', ...Object.keys(list.filters)].flatMap((name) => {
    const value = question[name] ?? '';
    return isBlank(value) ? [] : [{ label: name === 'text' ? lists.filter : headerOf(name), value: say(name, value) }];
  });
  const sort = String(question['sort'] ?? '');
  const column = headerOf(sort.replace(/^-/, ''));
  const chosen = shown.length === 0 ? list.shown : [list.columns[0], ...shown];
  return {
    title,
    statement: lists.statement,
    facts:
      sort === ''
        ? []
        : [
            {
              label: lists.sortedBy,
              kind: 'text',
              value: sort.startsWith('-') ? fill(lists.sortedDown, { column }) : column,
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
          columns.filter(({ key }) => chosen.includes(key)),
        ),
      },
    ],
  };
}
