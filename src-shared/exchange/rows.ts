import type { Moment, PlainDate } from '#shared/kernel/dates.ts';
import { columnsOf, type ColumnSpec, type exportColumns, type ExportFile } from './columns.ts';

type Camel<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

type Value<S extends ColumnSpec> = S extends { type: 'choice'; choices: readonly (infer C)[] }
  ? C
  : S extends { type: 'yesNo' }
    ? boolean
    : S extends { type: 'quantity' }
      ? number
      : S extends { type: 'days' | 'cost' }
        ? number | null
        : S extends { type: 'date' }
          ? PlainDate | null
          : S extends { type: 'time' }
            ? Moment
            : string;

type Columns<F extends ExportFile> = (typeof exportColumns)[F];
type Values<F extends ExportFile> = {
  [C in keyof Columns<F> & string as Camel<C>]: Columns<F>[C] extends ColumnSpec ? Value<Columns<F>[C]> : never;
};

/**
 * A checked row of an export: `row` counts from the header, which is row 1. Codes and texts are tidied, ""
 * when blank; quantities are whole millionths above zero, costs whole ten-thousandths, times moments.
 */
export type ExportRow<F extends ExportFile> = { row: number } & Values<F> &
  (F extends 'movements' ? { offsetMinutes: number; key?: Uint8Array | undefined } : unknown);

export type ProductExport = ExportRow<'products'>;
export type PartnerExport = ExportRow<'partners'>;
export type LocationExport = ExportRow<'locations'>;
export type LotExport = ExportRow<'lots'>;
/** `offsetMinutes` is the offset from UTC `at` was written with, in minutes east; `key` what its content is known by. */
export type MovementExport = ExportRow<'movements'>;
export type SerialLinkExport = ExportRow<'serial_links'>;

/** Any value of a row. */
export type CellValue = string | number | boolean | null;

/** The names of a row's values in their order: `row`, then the columns; a time is followed by its offset. */
export const fieldsOf = (file: ExportFile): readonly string[] => [
  'row',
  ...columnsOf(file).flatMap((column) =>
    column.spec.type === 'time' ? [column.field, 'offsetMinutes'] : [column.field],
  ),
];
