import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { listSection, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { lotsReceived } from './received.queries.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';

/** Lots that came in within some days, and of which no certificate or test result is attached that holds. */
export const withoutCertificateReport = defineReport({
  name: 'withoutCertificate',
  group: 'quality',
  permission: 'look',
  parameters: z
    .object({
      product: parameter.code(),
      supplier: parameter.code(),
      from: parameter.date(-90),
      until: parameter.date(0),
    })
    .strict(),
  async make({ product, supplier, from, until }, { read, frame, offsetMinutes }) {
    const { fields, reports } = textsOf(frame);
    const words = reports.catalogue.withoutCertificate;
    const received = (await lotsReceived(read, { from, until, offsetMinutes })).filter(
      (lot) => (product === '' || lot.product === product) && (supplier === '' || lot.partner === supplier),
    );
    const without = received.filter(({ certificates }) => certificates === 0);
    return {
      figures: [
        { label: words.received, values: [received.length] },
        { label: words.title, values: [without.length] },
      ],
      sections: [
        listSection({ title: words.title, empty: words.none }, without, [
          { key: 'on', header: words.on, kind: 'date', of: ({ on }) => on },
          { key: 'product', header: fields.product, kind: 'code', of: (row) => row.product },
          textColumn('name', fields.name, ({ name }) => name),
          {
            key: 'lot',
            header: fields.lot,
            kind: 'code',
            of: ({ lot, sublot }) => [lot, sublot].filter(Boolean).join(' / '),
          },
          { key: 'supplier', header: fields.supplier, kind: 'code', of: ({ partner }) => partner },
          { key: 'document', header: fields.document, kind: 'code', of: ({ document }) => document },
        ]),
      ],
    };
  },
});
