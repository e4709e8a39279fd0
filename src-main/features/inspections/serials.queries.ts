import { z } from 'zod';
import { judgePiece, mayBeBlank } from '#shared/inspections/judging.ts';
import type { InspectionDecisionValues } from '#shared/inspections/records.ts';
import type { StoredInspection } from './stored.queries.ts';

const named = z.object({ accepted: z.array(z.string()), rejected: z.array(z.string()) });

/** The serials that a decision names. */
export const serialsOf = ({ serials }: Pick<InspectionDecisionValues, 'serials'>) => named.parse(JSON.parse(serials));

/** The serials of an inspection that no decision named. */
export function pendingSerials({ frozen, decisions }: Pick<StoredInspection, 'frozen' | 'decisions'>): string[] {
  const decided = new Set(decisions.map(serialsOf).flatMap(({ accepted, rejected }) => [...accepted, ...rejected]));
  return frozen.serials.map(({ serial }) => serial).filter((serial) => !decided.has(serial));
}

/** The serials of pieces that failed, and where all pieces are inspected of those that are not read to the end. */
export function serialsByReading({
  frozen,
  readings,
  progress,
}: Pick<StoredInspection, 'frozen' | 'readings' | 'progress'>) {
  const { serials, drawn } = frozen;
  const serialOf = (piece: number): string => serials[(drawn[piece] ?? piece + 1) - 1]?.serial ?? '';
  const bad = progress.nonconforming.map(serialOf);
  if (serials.length === 0 || drawn.length > 0) return { bad, unread: [] };
  const rows = frozen.plan.characteristics;
  const isRead = (piece: number): boolean =>
    frozen.groups.every((group) =>
      group.rows.every((row) => mayBeBlank(rows[row]) || judgePiece(rows, { row, piece }, readings).isDone),
    );
  return { bad, unread: serials.flatMap(({ serial }, piece) => (isRead(piece) ? [] : [serial])) };
}
