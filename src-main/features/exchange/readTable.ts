import type { RunningJob } from '#main/context/context.ts';
import type { Outputs } from '#shared/contract.ts';
import type { TableRead } from '#shared/exchange/vocabulary.ts';
import { planFromTable } from '#shared/inspections/planFromTable.ts';
import { tableFromTable } from '#shared/inspections/tableFromTable.ts';
import type { TableTexts } from '#shared/inspections/tableHeads.ts';
import { mostRows, mostTableRows } from '#shared/inspections/vocabulary.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { SheetTexts } from './read/protocol.ts';
import { readSheets } from './read/readExport.ts';

/** What a table says of its columns and rows. `at` is a row's place in the table. */
type Understood = {
  columns: readonly (string | undefined)[];
  leftOut: readonly string[];
  rows: readonly { at: number; texts: Readonly<Record<string, string>> }[];
};

/** How each kind of table is understood, how many rows it has at most, and by which names it is known. */
const kinds: Readonly<
  Record<TableRead, { most: number; read: (table: TableTexts) => Understood | undefined; such: Message }>
> = {
  plan: { most: mostRows, read: planFromTable, such: msg`No., Characteristic and Specification` },
  planTable: { most: mostTableRows, read: tableFromTable, such: msg`Lot size, n and Ac` },
};

/**
 * The sheet of a workbook that names most columns of a kind of table, as rows of it.
 * @throws LotlineError for what is no workbook; VALIDATION where no sheet names two columns; FILE_TOO_LARGE for too many rows
 */
export async function readTable(
  file: { name: string; path: string },
  into: TableRead,
  { signal }: Pick<RunningJob, 'signal'>,
): Promise<Outputs['exchange']['readTable']> {
  const { most, read, such } = kinds[into];
  const sheets = await readSheets(file, { signal });
  const tables = sheets.flatMap((sheet) => {
    const table = read(sheet.rows);
    return table === undefined
      ? []
      : [{ sheet, table, named: table.columns.filter((one) => one !== undefined).length }];
  });
  const [best] = tables.toSorted((one, other) => other.named - one.named);
  if (best === undefined) throw unread(sheets, such);
  const { sheet, table } = best;
  const rows = sheet.total > sheet.rows.length ? sheet.total - 1 : table.rows.length;
  if (rows > most) throw tooMany(sheet.name, rows, most);
  const placeOf = new Map(table.rows.map(({ at }, place) => [at, place]));
  const others = sheets.filter((one) => one !== sheet).map(({ name }) => name);
  return {
    sheet: sheet.name,
    rows: table.rows.map(({ texts }) => texts),
    faults: sheet.faults.flatMap(({ row, column, text }) => {
      const [place, field] = [placeOf.get(row), table.columns[column]];
      return place === undefined || field === undefined ? [] : [{ row: place, field, text }];
    }),
    leftOut: [...table.leftOut],
    notes: [
      ...sheet.notes,
      ...(others.length === 0 ? [] : [msg`Read was the sheet ${sheet.name}, and not ${others.join(', ')}.`]),
    ],
  };
}

function unread(sheets: readonly SheetTexts[], such: Message): LotlineError {
  const broken = sheets.find(({ fault }) => fault !== null);
  if (broken?.fault !== null && broken !== undefined)
    return new LotlineError('VALIDATION', msg`Sheet ${broken.name}: ${broken.fault}`);
  return sheets.length === 0
    ? new LotlineError('VALIDATION', msg`No sheet that is to be seen in this workbook holds anything.`)
    : new LotlineError(
        'VALIDATION',
        msg`No sheet names two columns that are known here in one of its first rows, such as ${such}.`,
      );
}

const tooMany = (sheet: string, rows: number, most: number): LotlineError =>
  new LotlineError(
    'FILE_TOO_LARGE',
    msg`The sheet ${sheet} has ${{ count: rows }} rows, and at most ${{ count: most }} are read. Leave out those that are not needed.`,
  );
