import { movementKey } from '#main/features/exchange/movementKey.ts';
import type { Respelt } from '#main/features/exchange/read/protocol.ts';
import type { RowsEvent } from '#main/features/exchange/read/readExport.ts';
import { isSpeltSo, type SpeltKind } from '#main/features/lots/spellings.queries.ts';
import type { ExportFile } from '#shared/exchange/columns.ts';
import type { MovementExport, SerialLinkExport } from '#shared/exchange/rows.ts';
import type { ImportRun } from './importRun.ts';
import { linkKey } from './rowKeys.ts';
import { keysOfMovements } from './stored.queries.ts';

/** What the codes of each file name, those first that others belong to. What is left out stays as it is read. */
const kinds: Record<ExportFile, Readonly<Record<string, SpeltKind>>> = {
  products: { code: 'product', category: 'category', unit: 'unitOfMeasure' },
  partners: { code: 'partner', country: 'country' },
  locations: { code: 'location', site: 'site' },
  lots: {
    product: 'product',
    supplier: 'partner',
    lot: 'lot',
    sublot: 'sublot',
    supplierLot: 'supplierLot',
    manufacturerLot: 'manufacturerLot',
    reference: 'reference',
  },
  movements: {
    product: 'product',
    partner: 'partner',
    from: 'location',
    to: 'location',
    lot: 'lot',
    sublot: 'sublot',
    serial: 'serial',
    workOrder: 'workOrder',
    run: 'run',
    document: 'document',
    id: 'externalId',
    reverses: 'externalId',
  },
  serial_links: {
    workOrder: 'workOrder',
    parentProduct: 'product',
    parentLot: 'lot',
    parentSublot: 'sublot',
    parentSerial: 'serial',
    componentProduct: 'product',
    componentLot: 'lot',
    componentSublot: 'sublot',
    componentSerial: 'serial',
  },
};

type Row = RowsEvent['rows'][number];

/**
 * Codes are read with single plain blanks. Where the store has one in the very spelling of the file, by the rules of an
 * earlier version, that one is meant, and a row that was imported so is known again.
 */
export async function asStored(importRun: ImportRun, event: RowsEvent): Promise<RowsEvent> {
  const { respelt } = event;
  if (respelt === undefined) return event;
  const isKnown = await knownRows(importRun, event, respelt);
  const rows = event.rows.map((row: Row) => {
    const written = respelt.get(row.row);
    if (written === undefined) return row;
    const before = { ...row, ...written, key: undefined };
    return isKnown(before) ? before : withSpellings(importRun, event.file, row, written);
  });
  // Only codes changed: they are rows of the same file.
  return { ...event, rows } as RowsEvent;
}

function withSpellings({ work }: ImportRun, file: ExportFile, row: Row, written: Respelt): Row {
  // A row's values by their names, texts where `written` has them.
  const values: Record<string, unknown> = { ...row, key: undefined };
  const textOf = (field: string): string => {
    const value = values[field];
    return typeof value === 'string' ? value : '';
  };
  for (const [field, kind] of Object.entries(kinds[file])) {
    const code = written[field];
    if (code === undefined) continue;
    const side = /^(?:parent|component)(?=[A-Z])/.exec(field)?.[0] ?? '';
    const nameOf = (part: string): string => (side === '' ? part.toLowerCase() : `${side}${part}`);
    const of = { product: textOf(nameOf('Product')), lot: textOf(nameOf('Lot')), workOrder: textOf('workOrder') };
    if (isSpeltSo(work, kind, code, of)) values[field] = code;
  }
  // The same row, some of its codes spelt otherwise.
  return values as unknown as Row;
}

/** Whether the store holds a row as it was spelt. */
async function knownRows(
  importRun: ImportRun,
  { file, rows }: RowsEvent,
  respelt: ReadonlyMap<number, Respelt>,
): Promise<(row: object) => boolean> {
  if (!importRun.hadMovements) return () => false;
  // Rows of the file that was asked for, as below.
  if (file === 'serial_links') return (row) => importRun.knownLinks.isLeft(linkKey(row as SerialLinkExport));
  if (file !== 'movements') return () => false;
  const ids = rows.flatMap(({ row, id }) => (respelt.has(row) ? [respelt.get(row)?.['id'] ?? id] : []));
  const stored = await keysOfMovements(
    importRun.work,
    ids.filter((id) => id !== ''),
  );
  return (row) => {
    // A row of this file, which was checked above.
    const movement = row as MovementExport;
    const key = movementKey(movement);
    return movement.id === ''
      ? importRun.knownMovements.isLeft(key)
      : stored.get(movement.id)?.rowKey?.equals(key) === true;
  };
}
