import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { inParts } from '#main/features/lots/pastGoods.queries.ts';
import { listSection, quantityColumn, textColumn, textsOf, unitColumns } from '#main/documents/reportFrame.ts';
import { compareCodes, orderings } from '#shared/kernel/natural.ts';
import { formatCost, formatQuantity } from '#shared/kernel/quantity.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { lastMomentOf } from '#shared/kernel/zones.ts';
import { type Amount, costOfOne, shownValue, sumOf } from '#shared/movements/stockValue.ts';
import type { Valuation } from '#shared/products/vocabulary.ts';
import { StockValues, unitsNamed, valuedProducts } from './stockValue.queries.ts';

type Row = Unit & Amount & { method: Valuation };

/** What stock was worth at the end of a day, by the method that held for each product then. */
export const stockValueReport = defineReport({
  name: 'stockValue',
  group: 'stock',
  permission: 'look',
  parameters: z
    .object({
      product: parameter.code(),
      category: parameter.code(),
      per: parameter.choice(['product', 'lot'], 'reports.catalogue.stockValue.each'),
      asOf: parameter.date(0),
    })
    .strict(),
  async make({ product, category, per, asOf }, { read, reader, frame, step }) {
    const { fields, reports } = textsOf(frame);
    const words = reports.catalogue.stockValue;
    const values = new StockValues({ read, db: reader.db }, lastMomentOf(frame.zone, asOf) ?? 0);
    const asked = (await read.all(valuedProducts, { code: product })).filter(
      (one) => category === '' || one.category === category,
    );
    await values.load(asked.map(({ id }) => id));
    const rows: Row[] = [];
    for (const [at, { id, code }] of asked.toSorted((a, b) => compareCodes(a.code, b.code)).entries()) {
      await step(at, asked.length);
      const lying = await values.of(id);
      const method = values.method(id);
      if (per === 'product') {
        const sum = sumOf(lying.values());
        if (lying.size > 0) rows.push({ ...{ product: code, lot: '', sublot: '', serial: '' }, ...sum, method });
      } else {
        const names = await inParts([...lying.keys()], (ids) => read.all(unitsNamed, { ids }));
        const named = names.flatMap(({ id: unit, ...name }): Row[] => {
          const amount = lying.get(unit);
          return amount === undefined ? [] : [{ product: code, ...name, ...amount, method }];
        });
        for (const row of named.toSorted(orderings.natural.units)) rows.push(row);
      }
    }
    const money = (value: bigint) => ({ amount: formatCost(value), unit: '' });
    const costless = rows.filter((row) => row.costless > 0n).length;
    return {
      figures: [
        { label: words.value, values: [money(shownValue(sumOf(rows).value))], note: words.rounding },
        ...(costless === 0 ? [] : [{ label: words.costless, values: [costless], note: words.costlessNote }]),
      ],
      sections: [
        listSection(
          { title: words.title, empty: words.none },
          rows.map((row) => ({ ...row, quantity: formatQuantity(row.quantity), amount: row })),
          [
            ...unitColumns<Shown>(frame).filter(({ key }) => per === 'lot' || key !== 'unit'),
            textColumn('method', words.method, ({ method }) => words.methods[method]),
            quantityColumn(frame),
            {
              key: 'cost',
              header: fields.unitCost,
              kind: 'quantity',
              of: ({ amount }) => {
                const cost = costOfOne(amount);
                return cost === undefined ? null : money(cost);
              },
            },
            {
              key: 'value',
              header: words.value,
              kind: 'quantity',
              of: ({ amount }) => money(shownValue(amount.value)),
            },
          ],
        ),
      ],
    };
  },
});

type Shown = Unit & { quantity: string; amount: Amount; method: Valuation };
