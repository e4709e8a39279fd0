import { createHash } from 'node:crypto';
import { Book, type Decided, type MovementJournal } from '#main/ledger/book.ts';
import type { ProductFacts, UnitFacts } from '#main/ledger/facts.ts';
import { keyOfUnit, keyText } from '#main/ledger/keys.ts';
import { type MovementDraft, movementDraft } from '#main/ledger/movementDraft.ts';

/** A journal in memory: numbers and digests as the store gives them, without a store. */
export function countingJournal(): MovementJournal {
  let last = 0;
  let digest = Buffer.alloc(32);
  return {
    entrySeq: 9,
    nextMovement(textOf) {
      last += 1;
      digest = createHash('sha256').update(digest).update(textOf(last)).digest();
      return { id: last, digest };
    },
  };
}

/** A book of a store that holds 20 nodes and movements up to `lastAt`, and of which nothing is loaded yet. */
export const buildBook = (lastAt: number | null = 1000): Book =>
  new Book(countingJournal(), { nextNode: lastAt === null ? 1 : 21, lastAt });

export const buildProduct = (facts: Partial<ProductFacts> = {}): ProductFacts => ({
  id: 1,
  code: 'FLOUR',
  lotTracking: 'mandatory',
  serialTracking: 'none',
  traceDetail: 'detailed',
  stockManaged: true,
  ...facts,
});

export const dock = { id: 1, code: 'DOCK', kind: 'dock' } as const;
export const hall = { id: 2, code: 'HALL', kind: 'storage' } as const;

/** A receipt of 5 of lot L1, or what is said instead. */
export const buildPosting = (said: Partial<MovementDraft> = {}): MovementDraft =>
  movementDraft({
    at: 2000,
    offsetMinutes: 0,
    kind: 'receipt',
    product: buildProduct(),
    lot: 'L1',
    quantity: 5_000_000,
    from: null,
    to: hall,
    statusFrom: '',
    statusTo: 'A',
    ...said,
  });

/** Tells a book of a unit that the store holds, with so much of it in status A in the hall. */
export function tellUnit(book: Book, id: number, name: Partial<UnitFacts>, quantity: number): UnitFacts {
  const unit = { id, productId: 1, product: 'FLOUR', lot: '', sublot: '', serial: '', leaf: false, ...name };
  book.units.set(keyOfUnit(unit), unit);
  book.lines.set(id, quantity === 0 ? [] : [{ placeId: hall.id, status: 'A', quantity }]);
  return unit;
}

/** Tells a book that the store holds no such unit. */
export const tellNoUnit = (book: Book, lot: string, serial = ''): boolean =>
  book.units.want(keyText([1, lot, '', serial]));

/** The movements that were decided, each in a few words. */
export const inWords = ({ movements }: Decided): string[] =>
  movements.map(
    ({ id, draft: made, fromUnit, toUnit }) => `${id} ${made.kind} ${fromUnit.id}>${toUnit.id} ${made.quantity / 1e6}`,
  );
