import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { listSection, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import type { ServiceEvent } from '#shared/serials/contract.ts';
import { serviceBetween } from './service.queries.ts';

/** What was done to serials in a span of days, with the parts that were exchanged. */
export const serviceHistoryReport = defineReport({
  name: 'serviceHistory',
  group: 'quality',
  permission: 'look',
  parameters: z.object({ product: parameter.code(), from: parameter.date(-365), until: parameter.date(0) }).strict(),
  async make({ product, from, until }, { read, frame }) {
    const { fields, serials, reports } = textsOf(frame);
    const { title, none, number, withdrawn } = reports.catalogue.serviceHistory;
    const words = serials.service;
    const rows = await serviceBetween(read, { product, from, until });
    const part = (of: string, serial: string): string => (serial === '' ? '' : `${of} ${serial}`);
    return {
      figures: [{ label: title, values: [rows.length] }],
      sections: [
        listSection<ServiceEvent>({ title, empty: none }, rows, [
          { key: 'doneOn', header: words.on, kind: 'date', of: ({ doneOn }) => doneOn },
          { key: 'number', header: number, kind: 'code', of: (row) => row.number },
          { key: 'product', header: fields.product, kind: 'code', of: (row) => row.product },
          { key: 'serial', header: fields.serial, kind: 'code', of: ({ serial }) => serial },
          textColumn('kind', words.what, ({ kind }) => words.kinds[kind]),
          textColumn('done', words.text, ({ done }) => done),
          {
            key: 'partIn',
            header: words.partIn,
            kind: 'code',
            of: ({ partInProduct, partInSerial }) => part(partInProduct, partInSerial),
          },
          {
            key: 'partOut',
            header: words.partOut,
            kind: 'code',
            of: ({ partOutProduct, partOutSerial }) => part(partOutProduct, partOutSerial),
          },
          textColumn('person', fields.person, ({ personName }) => personName),
          textColumn('withdrawn', withdrawn, (row) => row.withdrawn),
        ]),
      ],
    };
  },
});
