import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { countChart, listSection, textsOf } from '#main/documents/reportFrame.ts';
import { isFailing, judgePiece } from '#shared/inspections/judging.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { reportFormats } from '#shared/reports/vocabulary.ts';
import { decidedInspections } from './inspectionList.queries.ts';
import { inspectionThatHolds, type StoredInspection } from './stored.queries.ts';

type Group = { product: string; supplier: string; unit: string; lots: number; passed: number; rejected: number };

/** How many causes stand in the chart; the table has all. */
const mostDrawn = 12;

/**
 * What was inspected within some days: how many lots passed at their first inspection with nothing rejected, by product and
 * supplier; and in which characteristics pieces failed, the most frequent first.
 */
export const inspectionResultsReport = defineReport({
  name: 'inspectionResults',
  group: 'quality',
  permission: 'look',
  formats: reportFormats,
  parameters: z
    .object({
      ...{ product: parameter.code(), supplier: parameter.code() },
      ...{ from: parameter.date(-90), until: parameter.date(0) },
    })
    .strict(),
  async make({ product, supplier, from, until }, { read, reader: { db }, frame, offsetMinutes, step }) {
    const { fields, inspections, reports } = textsOf(frame);
    const words = reports.catalogue.inspectionResults;
    const named = (await read.all(decidedInspections)).filter(
      (one) =>
        (product === '' || one.product === product) &&
        (supplier === '' || one.supplier === supplier) &&
        isWithin(dateOf(one.endedAt ?? 0, offsetMinutes)),
    );
    function isWithin(on: string): boolean {
      return on >= from && on <= until;
    }
    const groups = new Map<string, Group>();
    const causes = new Map<string, { product: string; name: string; pieces: number; lots: number }>();
    for (const [index, one] of named.entries()) {
      const stored = inspectionThatHolds(db, one);
      note(groups, stored);
      noteCauses(causes, stored);
      if (index % 50 === 0) await step(index, named.length);
    }
    const all = [...groups.values()].toSorted((a, b) => yieldOf(a) - yieldOf(b) || b.lots - a.lots);
    const found = [...causes.values()].toSorted((a, b) => b.pieces - a.pieces || (a.name < b.name ? -1 : 1));
    const total = (of: 'lots' | 'passed'): number => all.reduce((so, group) => so + group[of], 0);
    const percent = new Intl.NumberFormat(frame.locale, { style: 'percent', maximumFractionDigits: 1 });
    return {
      figures: [
        { label: words.lots, values: [total('lots')] },
        { label: words.passed, values: [total('passed')] },
      ],
      sections: [
        listSection<Group>({ title: words.byGoods, empty: words.none }, all, [
          { key: 'product', header: fields.product, kind: 'code', of: (group) => group.product },
          { key: 'supplier', header: fields.supplier, kind: 'code', of: (group) => group.supplier },
          { key: 'lots', header: words.lots, kind: 'integer', of: ({ lots }) => lots },
          { key: 'passed', header: words.passed, kind: 'integer', of: ({ passed }) => passed },
          { key: 'yield', header: words.firstPassYield, kind: 'text', of: (group) => percent.format(yieldOf(group)) },
          {
            key: 'rejected',
            header: inspections.work.rejected,
            kind: 'quantity',
            of: ({ rejected, unit }) => ({ amount: formatQuantity(rejected), unit }),
          },
        ]),
        ...(found.length === 0
          ? []
          : [
              {
                title: words.pareto,
                level: 1 as const,
                chart: countChart(
                  { title: words.pieces, across: inspections.row.name },
                  found.slice(0, mostDrawn).map(({ name, pieces }) => [name, pieces] as const),
                ),
              },
            ]),
        listSection({ title: words.causes, empty: words.noCauses }, found, [
          { key: 'product', header: fields.product, kind: 'code', of: (cause) => cause.product },
          { key: 'name', header: inspections.row.name, kind: 'text', of: ({ name }) => name },
          { key: 'pieces', header: words.pieces, kind: 'integer', of: ({ pieces }) => pieces },
          { key: 'lots', header: words.inLots, kind: 'integer', of: ({ lots }) => lots },
        ]),
      ],
    };
  },
});

const yieldOf = ({ passed, lots }: Group): number => passed / lots;

function note(groups: Map<string, Group>, { values, decisions, unitOfMeasure: unit }: StoredInspection): void {
  const { product, supplier } = values;
  const key = `${product} ${supplier}`;
  const group = groups.get(key) ?? { product, supplier, unit, lots: 0, passed: 0, rejected: 0 };
  const rejected = decisions.reduce((total, one) => total + one.rejected, 0);
  groups.set(key, {
    ...group,
    lots: group.lots + 1,
    passed: group.passed + (rejected === 0 ? 1 : 0),
    rejected: group.rejected + rejected,
  });
}

function noteCauses(
  causes: Map<string, { product: string; name: string; pieces: number; lots: number }>,
  { values: { product }, frozen, readings }: StoredInspection,
): void {
  const rows = frozen.plan.characteristics;
  for (const [row, { balloon, name }] of rows.entries()) {
    const bad = readings
      .pieces()
      .filter((piece) => isFailing(judgePiece(rows, { row, piece }, readings).verdict)).length;
    if (bad === 0) continue;
    const key = `${product} ${balloon} ${name}`;
    const cause = causes.get(key) ?? { product, name: `${balloon} ${name}`.trim(), pieces: 0, lots: 0 };
    causes.set(key, { ...cause, pieces: cause.pieces + bad, lots: cause.lots + 1 });
  }
}
