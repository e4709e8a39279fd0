import type { Database } from 'better-sqlite3';
import { query } from '#main/store/query.ts';
import type { SimpleSource } from '#main/store/simpleList.ts';
import { vouchedValues } from '#main/store/vouchedRecords.ts';
import { inspectionSampleRecord } from '#shared/inspections/records.ts';
import { sampleKinds, sampleList, sampleStates } from '#shared/inspections/sampleVocabulary.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { codeOf } from './inspectionList.queries.ts';

/** The samples of an inspection, each compared with the journal, in the order they were drawn. */
export const samplesThatHold = (
  db: Database,
  { inspection, reinspection }: { inspection: string; reinspection: number },
) =>
  vouchedValues(db, inspectionSampleRecord, inspection)
    .filter((one) => one.reinspection === reinspection)
    .toSorted((a, b) => a.sampleNumber - b.sampleNumber);

/** The inspection that a document drew a sample of. */
export const sampleWith = query((tables, { document }: { document: string }) =>
  tables
    .selectFrom('inspection_sample')
    .select(['inspection', 'reinspection', 'sample_number as sampleNumber'])
    .where('document', '=', document)
    .limit(1),
);

const listed = query((tables) =>
  tables
    .selectFrom('inspection_sample as s')
    .leftJoin('product as p', 'p.code', 's.product')
    .select([
      's.inspection',
      's.reinspection',
      's.sample_kind as sampleKind',
      's.product',
      's.lot',
      's.sublot',
      's.serial',
      's.quantity',
      's.kept_at as keptAt',
      's.destroy_on as destroyOn',
      's.document',
      's.sample_state as sampleState',
      's.note',
      's.drawn_by as drawnBy',
      's.drawn_at as drawnAt',
      'p.unit as unitOfMeasure',
    ])
    .orderBy('s.id', 'desc'),
);

export const sampleSource: SimpleSource<typeof sampleList> = {
  list: sampleList,
  isOrdered: true,
  rows: async (read) =>
    (await read.all(listed)).map((row) => {
      const { product, lot, sublot, serial, keptAt, note, drawnBy } = row;
      return {
        ...{ sample: row.document, inspection: codeOf(row), product, lot, keptAt, note, drawnBy },
        sampleState: sampleStates.find((one) => one === row.sampleState) ?? 'used',
        sampleKind: sampleKinds.find((one) => one === row.sampleKind) ?? 'used',
        unit: { product, lot, sublot, serial },
        quantity: { amount: formatQuantity(row.quantity), unit: row.unitOfMeasure ?? '' },
        destroyOn: row.destroyOn ?? '',
        drawnAt: formatMoment(row.drawnAt),
      };
    }),
};
