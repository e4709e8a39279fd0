import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { documentColumn, listSection, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { statusOf } from '#shared/suppliers/approvals.ts';
import { approvalsThatHold, purchases } from './approvals.queries.ts';

/** What came within some days from suppliers whose approval for it, as it stands now, does not cover the day. */
export const notApprovedReport = defineReport({
  name: 'notApproved',
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
  async make({ product, supplier, from, until }, { read, reader: { db }, frame }) {
    const { fields, reports, suppliers } = textsOf(frame);
    const words = reports.catalogue.notApproved;
    const approvals = approvalsThatHold(db);
    const received = (await read.all(purchases, { partner: supplier, product }))
      .map(({ at, offsetMinutes, ...row }) => ({ ...row, on: dateOf(at, offsetMinutes) }))
      .filter(({ on }) => on >= from && on <= until)
      .map((row) => ({ ...row, found: statusOf(row, approvals) }));
    const rows = received.filter(({ found }) => found === 'none' || found === 'blocked');
    return {
      figures: [
        { label: words.received, values: [received.length] },
        { label: words.title, values: [rows.length] },
      ],
      sections: [
        listSection({ title: words.title, empty: words.none }, rows, [
          { key: 'on', header: words.on, kind: 'date', of: ({ on }) => on },
          { key: 'supplier', header: fields.supplier, kind: 'code', of: ({ partner }) => partner },
          { key: 'product', header: fields.product, kind: 'code', of: (row) => row.product },
          textColumn('name', fields.name, ({ name }) => name),
          documentColumn(frame),
          textColumn('found', suppliers.status, ({ found }) =>
            found === 'blocked' ? suppliers.statuses.blocked : suppliers.notApproved,
          ),
        ]),
      ],
    };
  },
});
