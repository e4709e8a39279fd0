import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { atColumn, documentColumn, listSection, measured, numberOf, textsOf } from '#main/documents/reportFrame.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { childOf, parentOf, type SplitInTree, splitsOf, treeOf } from './lotSplits.queries.ts';

/** Which lots of the same product a lot was split into, or merged from, over as many steps as there are. */
export const lotSplitsReport = defineReport({
  name: 'lotSplits',
  group: 'traceability',
  permission: 'look',
  parameters: z.object({ product: parameter.code(), lot: parameter.code() }).strict(),
  async make({ product, lot }, { read, frame }) {
    const { fields, reports } = textsOf(frame);
    const words = reports.catalogue.lotSplits;
    const splits = await splitsOf(read, product);
    const [down, up] = [begins(splits, lot, parentOf), begins(splits, lot, childOf)];
    const section = (title: string, rows: readonly SplitInTree[]) =>
      listSection({ title, empty: words.none }, rows, [
        { key: 'level', header: fields.depth, kind: 'integer', of: ({ level }) => level },
        { key: 'product', header: fields.product, kind: 'code', of: (row) => row.product },
        { key: 'parent', header: words.parent, kind: 'code', of: (row) => lotNumber(row.parent, row.parentSublot) },
        { key: 'lot', header: words.child, kind: 'code', of: (row) => lotNumber(row.lot, row.sublot) },
        {
          key: 'quantity',
          header: fields.quantity,
          kind: 'quantity',
          of: (row) => measured(frame, row.product, row.quantity),
        },
        documentColumn(frame),
        atColumn(frame),
      ]);
    const into = treeOf(splits, down, 'down');
    return {
      subject: lot,
      figures: [{ label: words.into, values: [new Set(into.map(childOf)).size] }],
      sections: [section(words.into, into), section(words.from, lot === '' ? [] : treeOf(splits, up, 'up'))],
    };
  },
});

const lotNumber = (lot: string, sublot: string): string => numberOf({ product: '', lot, sublot, serial: '' });

type Split = Awaited<ReturnType<typeof splitsOf>>[number];

/** The lots that a tree begins with: those of a number, else those that were split off no other. */
function begins(splits: readonly Split[], lot: string, nameOf: (split: Split) => string): string[] {
  if (lot !== '') return [...new Set(splits.map(nameOf))].filter((name) => name.split('\u001f')[1] === lot);
  const children = new Set(splits.map(childOf));
  const roots = [...new Set(splits.map(parentOf))].filter((name) => !children.has(name));
  // Where lots were worked into one another in a ring, none is the first.
  const reached = new Set(treeOf(splits, roots, 'down').map(parentOf));
  return [...roots, ...new Set(splits.map(parentOf).filter((name) => !reached.has(name)))];
}
