import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { listSection, partnerColumns, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { query } from '#main/store/query.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { warrantyOf } from '#shared/serials/warranty.ts';
import { allLives } from './lives.queries.ts';
import { saidEnds, warrantyRules } from './warranty.queries.ts';
import { lotsMade } from './lotsMade.queries.ts';

/** Which serials' warranties end in a span of days, and who has them. */
export const warrantyEndingReport = defineReport({
  name: 'warrantyEnding',
  group: 'quality',
  permission: 'look',
  parameters: z.object({ product: parameter.code(), from: parameter.date(0), until: parameter.date(90) }).strict(),
  async make({ product, from, until }, { read, frame }) {
    const { fields, serials, reports } = textsOf(frame);
    const { title, none } = reports.catalogue.warrantyEnding;
    const rules = await read.all(warrantyRules);
    const ends = new Map((await read.all(saidEnds, { product, serial: '' })).map((one) => [nameOf(one), one.endsOn]));
    const categories = new Map((await read.all(categoriesOf)).map(({ code, category }) => [code, category]));
    const made = await lotsMade(read, product);
    const lives = await allLives(read, product);
    const rows = Array.from(lives, ([name, life]) => {
      const [code = '', serial = ''] = name.split(partSeparator);
      const { origin, deliveries } = life;
      const madeOn = made.get(name) ?? (origin?.how === 'made' ? origin.on : '');
      const about = { code, category: categories.get(code) ?? '' };
      const correctedTo = ends.get(name) ?? null;
      const warranty = warrantyOf({ rules, product: about, deliveries, madeOn, correctedTo, today: from });
      return { product: code, serial, ...warranty, customer: deliveries.at(-1)?.partner ?? '' };
    })
      .filter(({ endsOn }) => endsOn !== '' && endsOn >= from && endsOn <= until)
      .toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : 0));
    return {
      figures: [{ label: title, values: [rows.length] }],
      sections: [
        listSection({ title, empty: none }, rows, [
          { key: 'endsOn', header: serials.warranty.endsOn, kind: 'date', of: ({ endsOn }) => endsOn },
          { key: 'product', header: fields.product, kind: 'code', of: (row) => row.product },
          { key: 'serial', header: fields.serial, kind: 'code', of: ({ serial }) => serial },
          { key: 'startsOn', header: serials.warranty.startsOn, kind: 'date', of: ({ startsOn }) => startsOn || null },
          textColumn('corrected', serials.warranty.title, ({ isCorrected }) =>
            isCorrected ? serials.warranty.corrected : '',
          ),
          ...partnerColumns<(typeof rows)[number]>(frame, fields.customer, ({ customer }) => customer),
        ]),
      ],
    };
  },
});

const nameOf = ({ product, serial }: { product: string; serial: string }): string =>
  `${product}${partSeparator}${serial}`;

const categoriesOf = query((tables) => tables.selectFrom('product').select(['code', 'category']));
