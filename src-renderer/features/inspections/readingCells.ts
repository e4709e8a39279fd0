import { typedNumber } from '#renderer/components/grid/cells.ts';
import type { InspectionShown } from '#shared/inspections/inspectionVocabulary.ts';

type Row = InspectionShown['rows'][number];
type Reading = Row['readings'][number];

/** A line of the grid: a row of the plan, or one of its places where it is read several times on each piece. */
export type ReadingLine = { row: number; place: number; of: Row };

/** A reading by where it is. */
export const keyOf = (row: number, piece: number, place: number): string => `${row} ${piece} ${place}`;
export function placeOf(key: string): { row: number; piece: number; place: number } {
  const [row = 0, piece = 0, place = 0] = key.split(' ').map(Number);
  return { row, piece, place };
}

export const linesOf = ({ rows }: InspectionShown): ReadingLine[] =>
  rows.flatMap((of, row) => Array.from({ length: of.places }, (_, place) => ({ row, place, of })));

/** What is recorded, as it is shown: figures with the decimals of the person. */
export function recordedTexts({ rows }: InspectionShown, isSecond: boolean, locale: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [row, { kind, readings, calculated }] of rows.entries()) {
    for (const { piece, place, value, isSecond: isOther } of readings)
      if (isOther === isSecond && value !== '')
        texts.set(keyOf(row, piece, place), kind === '' || kind === 'number' ? typedNumber(value, locale) : value);
    for (const { piece, value } of calculated) texts.set(keyOf(row, piece, 0), typedNumber(value, locale));
  }
  return texts;
}

/** The recorded readings of one reader by where they are. */
export const recordedReadings = ({ rows }: InspectionShown, isSecond: boolean): Map<string, Reading> =>
  new Map(
    rows.flatMap(({ readings }, row) =>
      readings
        .filter((one) => one.isSecond === isSecond)
        .map((one) => [keyOf(row, one.piece, one.place), one] as const),
    ),
  );

/** The limits of a row in one short text. */
export function limitsText({ limits: { lower, upper }, specification }: Row, locale: string): string {
  const [low, high] = [lower, upper].map((one) => typedNumber(one, locale));
  if (lower !== '' && upper !== '') return `${low} \u2013 ${high}`;
  if (upper !== '') return `\u2264 ${high}`;
  return lower === '' ? specification : `\u2265 ${low}`;
}
