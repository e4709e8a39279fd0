import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { countAges, countChart, listSection, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { dayNumber } from '#shared/kernel/dates.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { listedHolds } from './holdList.queries.ts';

/** What is on hold on a day, and for how long. */
export const holdsByAgeReport = defineReport({
  name: 'holdsByAge',
  group: 'quality',
  permission: 'look',
  screen: '',
  parameters: z.object({ product: parameter.code(), asOf: parameter.date(0) }).strict(),
  async make({ product, asOf }, { read, now, offsetMinutes, frame }) {
    const { fields, reports, holds } = textsOf(frame);
    const words = reports.catalogue.holdsByAge;
    const until = dayNumber(asOf) ?? 0;
    const rows = (await listedHolds(read, { now, offsetMinutes }))
      .filter(
        (hold) =>
          hold.setOn <= asOf &&
          (hold.liftedOn === null || hold.liftedOn > asOf) &&
          (product === '' || hold.product === product),
      )
      .map((hold) => ({ ...hold, days: until - (dayNumber(hold.setOn) ?? 0) }))
      .toSorted((a, b) => b.days - a.days);
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
          { key: 'number', header: holds.number, kind: 'code', of: ({ number }) => number },
          { key: 'days', header: reports.parameters.days, kind: 'integer', of: ({ days }) => days },
          { key: 'product', header: fields.product, kind: 'code', of: (row) => row.product },
          { key: 'lot', header: fields.lot, kind: 'code', of: ({ lot }) => lot },
          {
            key: 'serial',
            header: fields.serial,
            kind: 'code',
            of: ({ serialFrom, serialTo }) => (serialTo === '' ? serialFrom : `${serialFrom}..${serialTo}`),
          },
          { key: 'supplier', header: fields.supplier, kind: 'code', of: ({ supplier }) => supplier },
          { key: 'workOrder', header: fields.workOrder, kind: 'code', of: ({ workOrder }) => workOrder },
          { key: 'location', header: fields.location, kind: 'code', of: ({ location }) => location },
          textColumn('reason', holds.reason, ({ reason }) => reason),
          textColumn('setBy', holds.setBy, ({ setBy }) => setBy),
        ]),
      ],
    };
  },
});
