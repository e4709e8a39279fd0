import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import {
  heldColumns,
  listSection,
  locationColumns,
  quantityColumn,
  textsOf,
  unitColumns,
} from '#main/documents/reportFrame.ts';
import { heldLines } from '#main/features/holds/heldLines.queries.ts';
import { compareCodes, orderings } from '#shared/kernel/natural.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { statusLetters } from '#shared/kernel/status.ts';
import { lastMomentOf } from '#shared/kernel/zones.ts';
import { described, linesOfProduct } from './asOf.queries.ts';

/** What lay where in which status at the end of a day, counted from the movements up to then. */
export const stockAsOfReport = defineReport({
  name: 'stockAsOf',
  group: 'stock',
  permission: 'look',
  parameters: z
    .object({
      product: parameter.code(),
      location: parameter.code(),
      status: parameter.choices(statusLetters, 'statuses'),
      asOf: parameter.date(0),
    })
    .strict(),
  async make({ product, location, status, asOf }, { read, frame }) {
    const { dossier, fields, reports } = textsOf(frame);
    const { title, lots, none } = reports.catalogue.stockAsOf;
    const until = lastMomentOf(frame.zone, asOf) ?? 0;
    const lines = await linesOfProduct(read, product, until);
    const rows = (await described(read, lines))
      .filter(
        (row) =>
          (location === '' || row.location === location) &&
          (status.length === 0 || status.some((letter) => row.status.startsWith(letter))),
      )
      .map((row) => ({ ...row, quantity: formatQuantity(row.quantity) }))
      .sort(
        (a, b) =>
          orderings.natural.units(a, b) || compareCodes(a.status, b.status) || compareCodes(a.location, b.location),
      );
    const heldOf = await heldLines(read, rows, until);
    const named = new Set(rows.map((row) => [row.product, row.lot, row.sublot, row.serial].join('\u001f')));
    return {
      figures: [{ label: lots, values: [named.size] }],
      sections: [
        listSection({ title, empty: none }, rows, [
          ...unitColumns<(typeof rows)[number]>(frame),
          { key: 'status', header: fields.status, kind: 'status', of: (row) => row.status },
          ...heldColumns(frame, rows, heldOf),
          ...locationColumns(rows, frame),
          quantityColumn(frame),
          { key: 'expiresOn', header: dossier.expiresOn, kind: 'date', of: ({ expiresOn }) => expiresOn || null },
        ]),
      ],
    };
  },
});
