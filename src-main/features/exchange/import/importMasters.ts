import type { RowsEvent } from '#main/features/exchange/read/readExport.ts';
import { savePartners } from '#main/features/partners/partners.actions.ts';
import { savePlaces } from '#main/features/locations/locations.actions.ts';
import { saveProducts } from '#main/features/products/products.actions.ts';
import type { RecordValues, Saved } from '#main/store/records.ts';
import { findRecords, keyOfRecord, keyOfText, type Saving } from '#main/store/saveRecords.ts';
import type { Work } from '#main/store/work.ts';
import type { LotlineError } from '#shared/kernel/errors.ts';
import type { RecordKind } from '#shared/kernel/record.ts';
import type { PartnerKind } from '#shared/partners/vocabulary.ts';
import { partnerRecord } from '#shared/partners/records.ts';
import { locationRecord } from '#shared/locations/records.ts';
import { productRecord } from '#shared/products/records.ts';
import { noShelfLife, spans } from '#shared/products/shelfLife.ts';
import { issueOfNumber } from '#shared/products/tradeNumbers.ts';
import type { Said } from '#main/features/exchange/filledCells.ts';
import { valuesOfRow } from './rowValues.ts';
import type { ImportRun } from './importRun.ts';
import type { CodeKind } from './knownCodes.queries.ts';

export type MasterFile = 'products' | 'partners' | 'locations';

/** How the records of a file are kept, and what people call one of them. */
type Master = {
  kind: RecordKind;
  /** Columns beside the code whose texts are compared with each other. */
  compared: readonly (readonly [column: string, kind: CodeKind])[];
  word: 'product' | 'partner' | 'location';
  save: (work: Work, records: readonly Saving[]) => Promise<(Saved | LotlineError)[]>;
};

const masters: Record<MasterFile, Master> = {
  products: {
    kind: productRecord,
    word: 'product',
    save: saveProducts,
    compared: [
      ['name', 'productName'],
      ['category', 'category'],
      ['unit', 'unit'],
    ],
  },
  partners: {
    kind: partnerRecord,
    word: 'partner',
    save: savePartners,
    compared: [
      ['name', 'partnerName'],
      ['country', 'country'],
    ],
  },
  locations: {
    kind: locationRecord,
    word: 'location',
    save: savePlaces,
    compared: [
      ['name', 'locationName'],
      ['site', 'site'],
    ],
  },
};

/**
 * Imports a slice of products, partners or locations: what the store holds of them is read in one query, and all are
 * written together.
 */
export async function importMasters(
  importRun: ImportRun,
  file: MasterFile,
  runs: Iterable<Said<Extract<RowsEvent, { file: MasterFile }>>>,
): Promise<void> {
  const { kind, word, save, compared } = masters[file];
  const said = Array.from(runs).flatMap(({ event, fields }) =>
    event.rows.map((row) => ({ row, fields, values: valuesOfRow(kind, row) })),
  );
  const found = await findRecords(
    importRun.work,
    kind,
    said.map(({ values }) => keyOfRecord(kind, values)),
  );
  const records = said.map(({ row, values, fields }): Saving & { row: number } => {
    noteNumber(importRun, file, row.row, values);
    importRun.noteLooks(file, { row: row.row, column: 'code' }, { kind: word, name: row.code });
    for (const [column, of] of compared) {
      const name = String(values[column] ?? '');
      if (name !== '') importRun.noteLooks(file, { row: row.row, column }, { kind: of, name, owner: row.code });
    }
    const stored = found.get(keyOfText(keyOfRecord(kind, values)));
    return {
      row: row.row,
      stored,
      values: stored === undefined ? values : inOneUnit(keepUnsaid(kind, values, stored.values, fields), fields),
    };
  });
  for (const [index, saved] of (await save(importRun.work, records)).entries()) {
    const row = records[index]?.row ?? 0;
    if (saved instanceof Error) reportRefusal(importRun, file, row, saved);
    else importRun.count(file, saved);
    if (file === 'products' && saved === 'changed') noteShelfLife(importRun, records[index]);
    if (file === 'partners' && saved === 'changed') notePartnerKind(importRun, records[index]);
  }
}

/** A product's new shelf life determines when its lots without a date expired. */
function noteShelfLife({ issued }: ImportRun, saving: (Saving & { row: number }) | undefined): void {
  if (saving?.stored === undefined) return;
  const { row, values, stored } = saving;
  const given = (span: 'shelfLife' | 'useBy'): number | null =>
    stored.values[`${span}Days`] === null && stored.values[`${span}Months`] === null
      ? Number(values[`${span}Days`] ?? 0) || null
      : null;
  const life = { ...noShelfLife, shelfLifeDays: given('shelfLife'), useByDays: given('useBy') };
  if (life.shelfLifeDays !== null || life.useByDays !== null)
    issued.noteShelfLife({ row, productId: stored.id, product: String(values['code']), life });
}

function notePartnerKind({ partnerSides }: ImportRun, saving: (Saving & { row: number }) | undefined): void {
  if (saving?.stored === undefined) return;
  const { row, values, stored } = saving;
  // Only kinds of partners are in their records.
  const [kind, before] = [values['kind'] as PartnerKind, stored.values['kind'] as PartnerKind];
  partnerSides.noteKind({ row, partner: { id: stored.id, code: String(values['code']), kind }, before });
}

/** A blank cell and an absent column leave what the store holds as it is. */
const keepUnsaid = (
  { columns }: RecordKind,
  values: RecordValues,
  stored: RecordValues,
  fields: ReadonlySet<string>,
): RecordValues =>
  Object.fromEntries(columns.map((column) => [column, (fields.has(column) ? values : stored)[column] ?? null]));

/** An export says how long goods last in days: where it does, that replaces months. */
function inOneUnit(values: RecordValues, fields: ReadonlySet<string>): RecordValues {
  const said = spans.filter((span) => fields.has(`${span}Days`));
  return { ...values, ...Object.fromEntries(said.map((span) => [`${span}Months`, null])) };
}

/** Reports why a change was refused as a fault in the column it is about. */
function reportRefusal(
  importRun: ImportRun,
  file: MasterFile,
  row: number,
  { code, text, details }: LotlineError,
): void {
  const { field } = details;
  const column = (typeof field === 'string' ? field : '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  importRun.faults.add(file, { row, column, code, text });
}

/** A trade number that cannot be right is imported and reported: it hurts no goods, but no barcode leads there. */
function noteNumber(importRun: ImportRun, file: MasterFile, row: number, values: RecordValues): void {
  for (const column of ['gtin', 'gln'] as const) {
    const text = issueOfNumber(column, String(values[column] ?? ''));
    if (text !== undefined) importRun.faults.addFinding(file, { row, column, code: 'VALIDATION', text });
  }
}
