import { fill } from '#main/documents/words.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import type { ReportFrame, ReportCell, ReportColumn, ReportBody, ReportSection } from '#shared/kernel/reportModel.ts';
import type { DroppedUnit, RecallAnswer, RecallQuestion, RecallView } from '#shared/recalls/contract.ts';
import { type ScopeRow, scopeFiguresOf, scopeRowsOf, valueOf } from '#shared/recalls/scopeFigures.ts';
import { reachedCustomersSection } from './customerSections.ts';
import { goodsFigure } from './balanceSection.ts';
import { formatScope } from './recallReport.ts';
import { listSection, measured, textsOf, unitColumns } from '#main/documents/reportFrame.ts';
import { shortList } from './traceReport.ts';

/** A scope and its answer; of the answer's lists only how long they are. */
export type ScopeOfReport = { question: RecallQuestion; view: RecallView };
/** What the scope at one place has and the one at another has not, whole. */
export type ScopeChange = {
  from: number;
  to: number;
  units: { rows: readonly DroppedUnit[] };
  customers: { rows: readonly RecallAnswer['customers'][number][] };
};

type Parts = { scopes: readonly ScopeOfReport[]; changes: readonly ScopeChange[]; frame: ReportFrame };
type Column<Row> = ReportColumn & { of: (row: Row) => ReportCell };

/** Scopes of a recall on paper: side by side, then who and what drops out on the way from the first to each other one. */
export function scopesReport({ scopes, changes, frame }: Parts): ReportBody {
  const { recalls, reports, common, trace } = textsOf(frame);
  const nameOf = (place: number): string => fill(recalls.compare.scope, { number: String(place + 1) });
  const first = scopes[0] === undefined ? [] : formatScope(scopes[0].question, frame);
  return {
    title: fill(reports.scopesTitle, { what: shortList(first, common.more) }),
    statement: reports.scopesStatement,
    facts: scopes.flatMap(({ question }, place) =>
      formatScope(question, frame).map((value) => ({ label: nameOf(place), kind: 'code' as const, value })),
    ),
    filters: scopes.flatMap(({ question }, place) =>
      question.dated ? [{ label: nameOf(place), value: trace.dated }] : [],
    ),
    figures: scopes.map(({ view }, place) => {
      const { label, values, note } = goodsFigure(view, 'atCustomers', frame);
      const customers = `${recalls.customers}: ${view.totals.customers}`;
      return {
        label: `${nameOf(place)}: ${label}`,
        values,
        note: note === undefined ? customers : `${note}. ${customers}`,
      };
    }),
    sections: [comparisonSection(scopes, frame, nameOf), ...changes.flatMap((change) => changeSections(change, frame))],
  };
}

/** A row for each figure and product; of each further scope, how much less than the first it has. */
function comparisonSection(
  scopes: readonly ScopeOfReport[],
  frame: ReportFrame,
  nameOf: (place: number) => string,
): ReportSection {
  const { recalls, reports, fields } = textsOf(frame);
  const answers = scopes.map(({ view }) => scopeFiguresOf(view));
  const amount = ({ unitOfMeasure }: ScopeRow, micro: bigint | undefined): ReportCell =>
    micro === undefined ? null : { amount: formatQuantity(micro), unit: unitOfMeasure };
  const columns = answers.flatMap((answer, place): Column<ScopeRow>[] => {
    const value: Column<ScopeRow> = {
      key: `scope ${place}`,
      header: nameOf(place),
      kind: 'quantity',
      of: (row) => amount(row, valueOf(answer, row)),
    };
    const against = answers[0];
    if (place === 0 || against === undefined) return [value];
    const saved: Column<ScopeRow> = {
      key: `saved ${place}`,
      header: fill(reports.scopeSaves, { number: String(place + 1) }),
      kind: 'quantity',
      // A share is not saved.
      of: (row) =>
        row.figure === 'balance' ? null : amount(row, (valueOf(against, row) ?? 0n) - (valueOf(answer, row) ?? 0n)),
    };
    return [value, saved];
  });
  return listSection({ title: recalls.compare.title, empty: '' }, scopeRowsOf(answers), [
    { key: 'figure', header: reports.scopesFigure, kind: 'text', of: ({ figure }) => recalls.compare.rows[figure] },
    { key: 'product', header: fields.product, kind: 'code', of: ({ product }) => product },
    ...columns,
  ]);
}

function changeSections({ from, to, units, customers }: ScopeChange, frame: ReportFrame): ReportSection[] {
  const { recalls, reports } = textsOf(frame);
  const named = (text: string): string => fill(text, { from: String(from + 1), to: String(to + 1) });
  const figure = (key: 'shipped' | 'returned' | 'onHand' | 'inProcess', header: string): Column<DroppedUnit>[] => {
    // What happened to none of them has no column.
    if (units.rows.every((row) => row[key] === '0')) return [];
    const of = (row: DroppedUnit) => (row[key] === '0' ? null : measured(frame, row.product, row[key]));
    return [{ key, header, kind: 'quantity', of }];
  };
  const section = reachedCustomersSection(customers.rows, frame, {
    title: named(reports.scopesCustomers),
    empty: named(reports.scopesNoCustomers),
  });
  return [
    // The table has a row for each product of a customer, so its length is not how many customers there are.
    customers.rows.length === 0 ? section : { ...section, sentence: `${recalls.customers}: ${customers.rows.length}` },
    listSection({ title: named(reports.scopesUnits), empty: named(reports.scopesNoUnits) }, units.rows, [
      ...unitColumns<DroppedUnit>(frame),
      ...figure('shipped', recalls.figures.shipped),
      ...figure('returned', recalls.figures.returned),
      ...figure('onHand', recalls.figures.onHand),
      ...figure('inProcess', recalls.inProcess),
    ]),
  ];
}
