import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { heldColumns, listSection, quantityColumn, textsOf, unitColumns } from '#main/documents/reportFrame.ts';
import { heldLines } from '#main/features/holds/heldLines.queries.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { statusLetters } from '#shared/kernel/status.ts';
import { stockByExpiry } from './stock.queries.ts';

/** What lies here that has expired, and what expires next. */
export const expiryReport = defineReport({
  name: 'expiry',
  group: 'stock',
  permission: 'look',
  parameters: z
    .object({
      product: parameter.code(),
      status: parameter.choices(statusLetters, 'statuses'),
      until: parameter.date(90),
      asOf: parameter.date(0),
    })
    .strict(),
  async make({ product, status, until, asOf }, { read, frame }) {
    const { dossier, fields, reports } = textsOf(frame);
    const { expired, expiring, none } = reports.catalogue.expiry;
    const found = await read.all(stockByExpiry, { product, letters: status, until });
    const rows = found.map((row) => ({ ...row, quantity: formatQuantity(row.quantity) }));
    const heldOf = await heldLines(read, rows);
    const [past, coming] = [rows.filter((row) => row.expiresOn < asOf), rows.filter((row) => row.expiresOn >= asOf)];
    const lotsOf = (some: typeof rows): number =>
      new Set(some.map(({ product: of, lot, sublot }) => [of, lot, sublot].join('\u001f'))).size;
    const section = (title: string, some: typeof rows) =>
      listSection({ title, empty: none }, some, [
        { key: 'expiresOn', header: dossier.expiresOn, kind: 'date', of: ({ expiresOn }) => expiresOn },
        ...unitColumns<(typeof rows)[number]>(frame),
        quantityColumn(frame),
        { key: 'status', header: fields.status, kind: 'status', of: (row) => row.status },
        ...heldColumns(frame, some, heldOf),
        { key: 'location', header: fields.location, kind: 'code', of: ({ location }) => location },
      ]);
    return {
      figures: [
        { label: expired, values: [lotsOf(past)] },
        { label: expiring, values: [lotsOf(coming)] },
      ],
      sections: [section(expired, past), section(expiring, coming)],
    };
  },
});
