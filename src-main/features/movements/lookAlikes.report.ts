import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { listSection, textColumn, textsOf } from '#main/documents/reportFrame.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { alikeKinds, alikePairs } from './lookAlikes.queries.ts';

/** Codes that a reader would take for one another: what is booked on the one is not found under the other. */
export const lookAlikesReport = defineReport({
  name: 'lookAlikes',
  group: 'quality',
  permission: 'look',
  parameters: z.object({ product: parameter.code() }).strict(),
  async make({ product }, { read, step, frame }) {
    const { fields, reports } = textsOf(frame);
    const { title, none, kind, kinds, one, other } = reports.catalogue.lookAlikes;
    const pairs = (await alikePairs(read, product, step)).sort(
      (a, b) =>
        alikeKinds.indexOf(a.kind) - alikeKinds.indexOf(b.kind) ||
        compareCodes(a.product, b.product) ||
        compareCodes(a.one, b.one) ||
        compareCodes(a.other, b.other),
    );
    return {
      figures: [{ label: title, values: [pairs.length] }],
      sections: [
        listSection({ title, empty: none }, pairs, [
          textColumn('kind', kind, (pair) => kinds[pair.kind]),
          { key: 'product', header: fields.product, kind: 'code', of: (pair) => pair.product },
          { key: 'one', header: one, kind: 'code', of: (pair) => pair.one },
          { key: 'other', header: other, kind: 'code', of: (pair) => pair.other },
        ]),
      ],
    };
  },
});
