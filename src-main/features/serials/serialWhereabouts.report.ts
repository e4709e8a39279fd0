import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { countChart, listSection, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { whereabouts } from '#shared/serials/vocabulary.ts';
import { allLives } from './lives.queries.ts';
import { missingNow } from './service.queries.ts';

/** Where each serial of a product is now: in the plant, with whom, or gone. */
export const serialWhereaboutsReport = defineReport({
  name: 'serialWhereabouts',
  group: 'stock',
  permission: 'look',
  parameters: z.object({ product: parameter.code() }).strict(),
  async make({ product }, { read, frame }) {
    const { fields, serials, reports } = textsOf(frame);
    const words = reports.catalogue.serialWhereabouts;
    const missing = new Set((await missingNow(read)).map((one) => `${one.product}${partSeparator}${one.serial}`));
    const rows = Array.from(await allLives(read, product), ([name, life]) => {
      const [of = '', serial = ''] = name.split(partSeparator);
      const customer = life.where === 'customer' ? (life.deliveries.at(-1)?.partner ?? '') : '';
      return { product: of, serial, ...life, customer, isMissing: missing.has(name) };
    }).toSorted((a, b) => compareCodes(a.product, b.product) || compareCodes(a.serial, b.serial));
    const counts = whereabouts
      .map((where) => [serials.whereabouts[where], rows.filter((row) => row.where === where).length] as const)
      .filter(([, count]) => count > 0);
    return {
      figures: counts.map(([label, count]) => ({ label, values: [count] })),
      sections: [
        {
          title: words.byPlace,
          level: 1,
          chart: countChart({ title: words.byPlace, across: serials.whereTitle }, counts),
        },
        listSection({ title: words.title, empty: words.none }, rows, [
          { key: 'product', header: fields.product, kind: 'code', of: (row) => row.product },
          { key: 'serial', header: fields.serial, kind: 'code', of: ({ serial }) => serial },
          textColumn('where', serials.whereTitle, ({ where }) => serials.whereabouts[where]),
          { key: 'location', header: fields.location, kind: 'code', of: ({ location }) => location },
          { key: 'partner', header: fields.customer, kind: 'code', of: ({ customer }) => customer },
          { key: 'since', header: words.since, kind: 'date', of: ({ since }) => (since === '' ? null : since) },
          textColumn('missing', serials.missing.title, ({ isMissing }) =>
            isMissing ? serials.missing.states.missing : '',
          ),
        ]),
      ],
    };
  },
});
