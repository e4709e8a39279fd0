import { msg } from '#shared/kernel/message.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import type { Meaning, SignatureRule } from '#shared/kernel/signature.ts';

/** A place for one signature under a record: who may take it, and what it may mean. */
export type Position = {
  /** From 1; part of the signature's id, for ever. */
  position: number;
  /** The person who asks, or another person than all who signed before. */
  by: 'self' | 'another';
  meanings: readonly Meaning[];
};

/** A signature that is in a position, whenever it was given. */
export type Given = { position: number; person: string; meaning: Meaning };

/** The positions of an act that is signed in one sitting. `meanings` narrows what its contract allows. */
export function positionsOf(
  rule: SignatureRule,
  { meanings = rule.meanings, witness }: { meanings?: readonly Meaning[]; witness: boolean },
): Position[] {
  const own = meanings.length === 0 ? [] : [{ by: 'self' as const, meanings }];
  const second = witness ? [{ by: 'another' as const, meanings: ['witnessed' as const] }] : [];
  return [...own, ...second].map((one, index) => ({ position: index + 1, ...one }));
}

/** The positions nobody has signed in yet, in their order. */
export const openPositions = (positions: readonly Position[], given: readonly Given[]): Position[] =>
  positions.filter(({ position }) => given.every((one) => one.position !== position));

/** What a sitting is asked for: the person who asks then signs in the first position that is open. None where all is signed. */
export const sittingOf = (positions: readonly Position[], given: readonly Given[]): Position[] =>
  openPositions(positions, given)
    .slice(0, 1)
    .map((open) => ({ ...open, by: 'self' }));

/** Whether a signature may stand in a position, beside those that are given already. */
export function judgePosition(positions: readonly Position[], given: readonly Given[], next: Given): Verdict {
  const place = openPositions(positions, given).find(({ position }) => position === next.position);
  if (place === undefined) return refused('CONFLICT', msg`Nobody else signs there. Look at the signatures again.`);
  if (!place.meanings.includes(next.meaning)) return wrongMeaning(place.meanings, next.meaning);
  const isSame = given.some(({ person }) => person.toLowerCase() === next.person.toLowerCase());
  if (place.by === 'another' && isSame)
    return refused('SEPARATION_OF_DUTIES', msg`A second person signs here: somebody else than you.`);
  return allowed;
}

const wrongMeaning = (meanings: readonly Meaning[], meaning: Meaning): Verdict =>
  refused('VALIDATION', msg`This is signed as ${meanings.join(' or ')}, not as ${meaning}. Choose the meaning again.`, {
    field: 'signature.meaning',
  });
