import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import {
  countAges,
  countChart,
  heldColumns,
  listSection,
  quantityColumn,
  textsOf,
  unitColumns,
} from '#main/documents/reportFrame.ts';
import { heldLines } from '#main/features/holds/heldLines.queries.ts';
import { dateOf, dayNumber, formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { stockByAge } from './stock.queries.ts';

/** What waits for a decision, and for how long. */
export const quarantineReport = defineReport({
  name: 'quarantine',
  group: 'quality',
  permission: 'look',
  parameters: z
    .object({ status: parameter.choice(['Q', 'R'], 'statuses'), product: parameter.code(), asOf: parameter.date(0) })
    .strict(),
  async make({ status, product, asOf }, { read, offsetMinutes, frame }) {
    const { fields, reports } = textsOf(frame);
    const words = reports.catalogue.quarantine;
    const rows = (await read.all(stockByAge, { product, letters: [status] })).map((row) => ({
      ...row,
      quantity: formatQuantity(row.quantity),
      days: (dayNumber(asOf) ?? 0) - (dayNumber(dateOf(row.since, offsetMinutes)) ?? 0),
    }));
    const heldOf = await heldLines(read, rows);
    const ages = countAges(words, rows);
    return {
      figures: ages.map(([label, count]) => ({ label, values: [count] })),
      sections: [
        {
          title: words.byAge,
          level: 1,
          chart: countChart({ title: words.byAge, across: reports.parameters.days }, ages),
        },
        listSection({ title: words.title, empty: words.none }, rows, [
          { key: 'since', header: words.since, kind: 'dateTime', of: ({ since }) => formatMoment(since) },
          { key: 'days', header: reports.parameters.days, kind: 'integer', of: ({ days }) => days },
          ...unitColumns<(typeof rows)[number]>(frame),
          quantityColumn(frame),
          { key: 'status', header: fields.status, kind: 'status', of: (row) => row.status },
          ...heldColumns(frame, rows, heldOf),
          { key: 'location', header: fields.location, kind: 'code', of: ({ location }) => location },
        ]),
      ],
    };
  },
});
