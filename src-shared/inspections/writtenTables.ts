import { type Message, msg } from '#shared/kernel/message.ts';
import type { TableRow, WrittenTableRow } from './vocabulary.ts';

export type TableIssue = { row: number; field: keyof WrittenTableRow; text: Message };
type Lots = { from: number | undefined; upTo: number | null };

/** A count, with what people write between thousands. */
const figure = String.raw`(\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)|\d+)`;
const shapes = {
  range: new RegExp(String.raw`^(?:from|von)?\s*${figure}\s*(?:–|—|-|\.\.\.?|…|to|bis)\s*${figure}$`, 'iu'),
  upTo: new RegExp(
    String.raw`^(?:up\s+to|to|bis|≤|<=)?\s*${figure}(?:\s*(?:or|and)\s+(?:less|fewer)|\s*(?:oder|und)\s+weniger)?$`,
    'iu',
  ),
  above: new RegExp(String.raw`^(?:over|above|more\s+than|über|mehr\s+als|>)\s*${figure}$`, 'iu'),
  andMore: new RegExp(
    String.raw`^(?:(?:≥|>=|from|ab)\s*${figure}|${figure}\s*(?:\+|(?:and|or)\s+(?:over|more|above|up)|und\s+(?:mehr|darüber)))$`,
    'iu',
  ),
  others: /^(?:more|over|larger|all\s+(?:others|larger)|mehr|darüber|größer|alle\s+größeren)$/iu,
} as const;

/** Reads which lots a row is for; undefined for what cannot be read. */
function readLots(written: string): Lots | undefined {
  const text = written.trim();
  const found = (shape: RegExp): number[] | undefined =>
    shape
      .exec(text)
      ?.slice(1)
      .flatMap((part: string | undefined) => (part === undefined ? [] : [Number(part.replaceAll(/\D/g, ''))]));
  const [first = 0, last = 0] = found(shapes.range) ?? [];
  if (last > 0) return last < first ? undefined : { from: first, upTo: last };
  const [upTo] = found(shapes.upTo) ?? [];
  if (upTo !== undefined) return { from: undefined, upTo };
  const [above] = found(shapes.above) ?? [];
  if (above !== undefined) return { from: above + 1, upTo: null };
  const [least] = found(shapes.andMore) ?? [];
  if (least !== undefined) return { from: least, upTo: null };
  return shapes.others.test(text) ? { from: undefined, upTo: null } : undefined;
}

/** Reads the rows of a plan table. Each begins where the one before it ends; the last may be for all larger lots. */
export function readTableRows(written: readonly WrittenTableRow[]): { rows: TableRow[] } | { issues: TableIssue[] } {
  const issues: TableIssue[] = [];
  const rows: TableRow[] = [];
  let before: number | null = 0;
  for (const [row, { lots, sample, accept, reject }] of written.entries()) {
    const read = readLots(lots);
    if (read === undefined) {
      issues.push({ row, field: 'lots', text: msg`${lots} says no lots. Write 2–8, up to 4800 or over 240000.` });
      continue;
    }
    const { from, upTo } = read;
    if (before === null || (upTo !== null && upTo <= before))
      issues.push({
        row,
        field: 'lots',
        text: msg`These lots are those of a row above. Write the smallest lots first.`,
      });
    else if (from !== undefined && row > 0 && from !== before + 1)
      issues.push({
        row,
        field: 'lots',
        text: msg`The row above ends with ${before}, so these lots begin with ${before + 1}.`,
      });
    if (accept >= sample)
      issues.push({ row, field: 'accept', text: msg`Fewer must be accepted than are drawn, or no sample rejects.` });
    if (reject !== null && reject <= accept)
      issues.push({ row, field: 'reject', text: msg`More must be rejected than are accepted.` });
    rows.push({ upTo, sample, accept, reject: reject ?? accept + 1 });
    before = upTo;
  }
  return issues.length > 0 ? { issues } : { rows };
}

/** The same as people write it. */
export const writeTableRows = (rows: readonly TableRow[]): WrittenTableRow[] =>
  rows.map(({ upTo, sample, accept, reject }, row) => {
    const below = rows[row - 1]?.upTo ?? 0;
    const lots = upTo === null ? `> ${below}` : `${below + 1}–${upTo}`;
    return { lots, sample, accept, reject: reject === accept + 1 ? null : reject };
  });

/** All of it in a line. */
export const sayTable = (rows: readonly TableRow[]): string =>
  writeTableRows(rows)
    .map(({ lots, sample, accept }, row) => `${lots}: ${sample}, ${accept}/${rows[row]?.reject ?? 0}`)
    .join('; ');
