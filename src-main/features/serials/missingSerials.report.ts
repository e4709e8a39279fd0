import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { listSection, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import type { MissingSerial } from '#shared/serials/contract.ts';
import { missingNow } from './service.queries.ts';

/** Which serials are missing just now, since when and why. */
export const missingSerialsReport = defineReport({
  name: 'missingSerials',
  group: 'stock',
  permission: 'look',
  parameters: z.object({ product: parameter.code() }).strict(),
  async make({ product }, { read, frame }) {
    const { fields, serials, reports } = textsOf(frame);
    const { title, none, number } = reports.catalogue.missingSerials;
    const rows = (await missingNow(read)).filter((one) => product === '' || one.product === product);
    return {
      figures: [{ label: title, values: [rows.length] }],
      sections: [
        listSection<MissingSerial>({ title, empty: none }, rows, [
          { key: 'number', header: number, kind: 'code', of: (row) => row.number },
          { key: 'product', header: fields.product, kind: 'code', of: (row) => row.product },
          { key: 'serial', header: fields.serial, kind: 'code', of: ({ serial }) => serial },
          { key: 'reportedAt', header: fields.at, kind: 'dateTime', of: ({ reportedAt }) => reportedAt },
          textColumn('noticedBy', serials.missing.noticed, ({ noticedBy }) => serials.missing.noticedBy[noticedBy]),
          textColumn('reason', fields.reason, ({ reason }) => reason),
          textColumn('person', fields.person, ({ personName }) => personName),
        ]),
      ],
    };
  },
});
