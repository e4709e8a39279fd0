import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { listSection, textsOf } from '#main/documents/reportFrame.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { formatUnit } from '#shared/kernel/unit.ts';
import { openInspectionsNamed } from './inspectionList.queries.ts';
import { lyingGoods } from './lying.queries.ts';
import { inspectionThatHolds, standsBeside } from './stored.queries.ts';

type Compared = { goods: string; unit: string; inspections: string[]; pending: number; unmoved: number; lying: number };

/** What is pending in inspections, and decided but not moved, against what lies in quarantine: the two are the same. */
export const pendingStockReport = defineReport({
  name: 'pendingStock',
  group: 'quality',
  permission: 'look',
  parameters: z.object({}).strict(),
  async make(_asked, { read, reader: { db }, frame }) {
    const { inspections, reports } = textsOf(frame);
    const words = reports.catalogue.pendingStock;
    const compared = new Map<string, Compared>();
    for (const named of await read.all(openInspectionsNamed)) {
      const { values, pending, decisions, unitOfMeasure: unit, frozen } = inspectionThatHolds(db, named);
      if (!values.statusFrom.startsWith('Q') || standsBeside(values)) continue;
      const { product, lot, sublot, serial, statusFrom } = values;
      const goods = formatUnit({ product, lot, sublot, serial });
      const serials = frozen.serials.map((one) => one.serial);
      const key = `${goods} ${statusFrom} ${lot === '' ? serials.join(' ') : ''}`;
      const before = compared.get(key);
      const lying =
        before?.lying ??
        (await read.all(lyingGoods, { product, lot, sublot, serial }))
          .filter(
            (line) =>
              line.status === statusFrom && (lot !== '' || serials.length === 0 || serials.includes(line.serial)),
          )
          .reduce((sum, line) => sum + line.quantity, 0);
      const unmoved = decisions
        .filter(({ document }) => document === '')
        .reduce((sum, one) => sum + one.accepted + one.rejected, 0);
      compared.set(key, {
        ...{ goods, unit, lying, inspections: [...(before?.inspections ?? []), values.inspection] },
        ...{ pending: (before?.pending ?? 0) + pending, unmoved: (before?.unmoved ?? 0) + unmoved },
      });
    }
    const rows = [...compared.values()].toSorted((a, b) => Math.abs(differenceOf(b)) - Math.abs(differenceOf(a)));
    const amount = (key: string, header: string, of: (row: Compared) => number) => ({
      ...{ key, header, kind: 'quantity' as const },
      of: (row: Compared) => ({ amount: formatQuantity(of(row)), unit: row.unit }),
    });
    return {
      figures: [
        { label: words.compared, values: [rows.length] },
        { label: words.differing, values: [rows.filter((row) => differenceOf(row) !== 0).length] },
      ],
      sections: [
        listSection<Compared>({ title: words.title, empty: words.none }, rows, [
          { key: 'goods', header: inspections.goods, kind: 'text', of: ({ goods }) => goods },
          { key: 'inspections', header: inspections.inspection, kind: 'text', of: (row) => row.inspections.join(', ') },
          amount('pending', inspections.pending, ({ pending }) => pending),
          amount('unmoved', words.unmoved, ({ unmoved }) => unmoved),
          amount('lying', words.lying, ({ lying }) => lying),
          amount('difference', words.difference, differenceOf),
        ]),
      ],
    };
  },
});

/** More lies there than is to be decided above zero, less below. */
const differenceOf = ({ lying, pending, unmoved }: Compared): number => lying - pending - unmoved;
