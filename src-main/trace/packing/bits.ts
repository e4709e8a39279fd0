/** Sets of ids as bits, 32 ids a word. An id outside the words is not in the set. */
export type Bits = Uint32Array;

export const wordsFor = (ids: number): number => (ids >>> 5) + 1;

export const hasBit = (bits: Bits, id: number): boolean => ((bits[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;

export function setBit(bits: Bits, id: number): void {
  bits[id >>> 5]! |= 1 << (id & 31);
}

/** Empties a set word by word: those of `ids[0 .. count)`, at a cost that depends on them and not on the set's size. */
export function clearWords(bits: Bits, ids: Int32Array, count: number): void {
  if (count > bits.length) {
    bits.fill(0);
    return;
  }
  for (let i = 0; i < count; i++) bits[ids[i]! >>> 5] = 0;
}

/**
 * Puts `ids[from .. to)` into ascending order, each once, by way of a bitset: the memory they lead to is then read
 * in one direction. Returns where they end now. `spare` is an empty set, and is empty again afterwards.
 */
export function orderIds(ids: Int32Array, from: number, to: number, spare: Bits): number {
  let low = spare.length;
  let high = -1;
  for (let i = from; i < to; i++) {
    const id = ids[i]!;
    const word = id >>> 5;
    spare[word]! |= 1 << (id & 31);
    if (word < low) low = word;
    if (word > high) high = word;
  }
  let next = from;
  for (let word = low; word <= high; word++) {
    let left = spare[word]!;
    if (left === 0) continue;
    spare[word] = 0;
    while (left !== 0) {
      const lowest = left & -left;
      ids[next++] = (word << 5) | (31 - Math.clz32(lowest));
      left ^= lowest;
    }
  }
  return next;
}
