import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { listSection, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { isTested } from '#shared/daily/nextDue.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { lotsHere } from './lying.queries.ts';

/** The lots that lie here and have to be tested again: also those that the daily job has sent to quarantine for it. */
export const retestDueReport = defineReport({
  name: 'retestDue',
  group: 'stock',
  permission: 'look',
  parameters: z.object({ product: parameter.code(), until: parameter.date(30), asOf: parameter.date(0) }).strict(),
  async make({ product, until, asOf }, { read, offsetMinutes, frame }) {
    const { audit, fields, products, reports } = textsOf(frame);
    const { overdue, coming, none } = reports.catalogue.retestDue;
    const due = (await lotsHere(read, offsetMinutes))
      .flatMap((lot) => (lot.retestOn === null || isTested(lot) ? [] : [{ ...lot, retestOn: lot.retestOn }]))
      .filter((lot) => lot.retestOn <= until && (product === '' || lot.product === product))
      .toSorted((one, other) => (one.retestOn < other.retestOn ? -1 : one.retestOn > other.retestOn ? 1 : 0));
    const [late, ahead] = [
      due.filter(({ retestOn }) => retestOn < asOf),
      due.filter(({ retestOn }) => retestOn >= asOf),
    ];
    const section = (title: string, rows: typeof due) =>
      listSection({ title, empty: none }, rows, [
        { key: 'retestOn', header: audit.fields.retestOn, kind: 'date', of: ({ retestOn }) => retestOn },
        { key: 'product', header: fields.product, kind: 'code', of: (row) => row.product },
        textColumn('name', fields.name, ({ productName }) => productName),
        {
          key: 'lot',
          header: fields.lot,
          kind: 'code',
          of: ({ lot, sublot }) => [lot, sublot].filter(Boolean).join(' / '),
        },
        { key: 'released', header: products.list.released, kind: 'quantity', of: ({ released }) => released },
        { key: 'quarantine', header: products.list.quarantine, kind: 'quantity', of: ({ quarantine }) => quarantine },
      ]);
    return {
      figures: [
        { label: overdue, values: [late.length] },
        { label: coming, values: [ahead.length] },
      ],
      sections: [section(overdue, late), section(coming, ahead)],
    };
  },
});
