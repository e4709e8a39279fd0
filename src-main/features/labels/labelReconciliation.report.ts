import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import { listSection, textColumn, textsOf, unitColumns } from '#main/documents/reportFrame.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { countsOf, type LabelCount } from './counts.queries.ts';

/** Of each lot how many labels were printed, used and destroyed, and how many are missing. */
export const labelReconciliationReport = defineReport({
  name: 'labelReconciliation',
  group: 'compliance',
  permission: 'look',
  screen: '',
  parameters: z.object({ product: parameter.code() }).strict(),
  async make({ product }, { read, frame }) {
    const { reports, labels } = textsOf(frame);
    const words = reports.catalogue.labelReconciliation;
    const rows = await countsOf(read, product);
    const total = (of: (row: LabelCount) => number): number => rows.reduce((so, row) => so + of(row), 0);
    return {
      figures: [
        { label: labels.printed, values: [total(({ printed }) => printed)] },
        { label: labels.used, values: [total(({ used }) => used)] },
        { label: labels.destroyed, values: [total(({ destroyed }) => destroyed)] },
        { label: labels.missing, values: [total(({ missing }) => missing)] },
      ],
      sections: [
        listSection({ title: words.title, empty: words.none }, rows, [
          ...unitColumns<LabelCount>(frame),
          { key: 'printed', header: labels.printed, kind: 'integer', of: ({ printed }) => printed },
          { key: 'used', header: labels.used, kind: 'integer', of: ({ used }) => used },
          { key: 'destroyed', header: labels.destroyed, kind: 'integer', of: ({ destroyed }) => destroyed },
          { key: 'missing', header: labels.missing, kind: 'integer', of: ({ missing }) => missing },
          textColumn('note', labels.note, ({ note }) => note),
          textColumn('countedBy', labels.countedBy, ({ countedBy }) => countedBy),
          {
            key: 'countedAt',
            header: labels.countedAt,
            kind: 'dateTime',
            of: ({ countedAt }) => (countedAt === '' ? null : countedAt),
          },
        ]),
      ],
    };
  },
});
