import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { codeIssue, neat, textIssueSentence } from '#shared/kernel/text.ts';
import type { MovementInput } from '#shared/movements/contract.ts';
import { isSpeltSo, type SpeltKind } from '#main/features/lots/spellings.queries.ts';

/** The codes that a movement makes where they are not there yet, and what they name; "" for what is only written down. */
const made = {
  lot: 'lot',
  sublot: 'sublot',
  serial: 'serial',
  workOrder: 'workOrder',
  run: 'run',
  document: 'document',
  line: '',
  equipment: '',
} as const satisfies Partial<Record<keyof MovementInput, SpeltKind | ''>>;

// The keys of an object that stands above.
const fields = Object.keys(made) as (keyof typeof made)[];

/**
 * A movement with its new codes as they are kept. What the store has in the very spelling that was sent is meant by it,
 * also where no such code could be made today.
 * @throws LotlineError VALIDATION for a new code that holds what cannot be seen
 */
export function withNewCodes(work: Work, said: MovementInput): MovementInput {
  const movement = { ...said };
  for (const field of fields) {
    const text = movement[field];
    const [issue, code] = [codeIssue(text), neat(text)];
    if (issue === undefined && code === text) continue;
    const kind = made[field];
    if (kind !== '' && isSpeltSo(work, kind, text, movement)) continue;
    if (issue !== undefined) throw new LotlineError('VALIDATION', textIssueSentence(issue), { column: field });
    movement[field] = code;
  }
  return movement;
}
