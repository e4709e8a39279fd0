import { z } from 'zod';
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
