/** The rows a filter lets through: a 1 at the place of each id, and how many there are. */
export type IdSet = { has: Uint8Array; count: number };

/** The set of ids up to the last one; an id may come more than once. */
export function setOf(last: number, ids: Iterable<number>): IdSet {
  const has = new Uint8Array(last + 1);
  let count = 0;
  for (const id of ids) {
    if (has[id] !== 0) continue;
    has[id] = 1;
    count += 1;
  }
  return { has, count };
}

/** The ids that are in both sets. */
export function both(one: IdSet, other: IdSet): IdSet {
  const has = new Uint8Array(Math.min(one.has.length, other.has.length));
  let count = 0;
  for (let id = 0; id < has.length; id += 1) {
    // Each is 0 or 1.
    const fits = (one.has[id] ?? 0) & (other.has[id] ?? 0);
    has[id] = fits;
    count += fits;
  }
  return { has, count };
}

/** The ids of an order that fit, from the one after `skip` fitting ones on, at most `limit`. */
export function idsOfOrder(
  order: Uint32Array,
  fits: IdSet | undefined,
  { skip, limit }: { skip: number; limit: number },
): number[] {
  if (fits === undefined) return [...order.subarray(skip, Math.min(skip + limit, order.length))];
  const ids: number[] = [];
  let left = skip;
  for (let at = 0; at < order.length && ids.length < limit; at += 1) {
    const id = order[at] ?? 0;
    if (fits.has[id] !== 1) continue;
    if (left > 0) left -= 1;
    else ids.push(id);
  }
  return ids;
}

/** The ids of a set that fit, the smallest first; skip and limit as above. */
export function idsUp(has: Uint8Array, fits: IdSet | undefined, skip: number, limit: number): number[] {
  const ids: number[] = [];
  let left = skip;
  for (let id = 0; id < has.length && ids.length < limit; id += 1) {
    if (has[id] === 0 || (fits !== undefined && fits.has[id] !== 1)) continue;
    if (left > 0) left -= 1;
    else ids.push(id);
  }
  return ids;
}

/** The same, the largest first. */
export function idsDown(has: Uint8Array, fits: IdSet | undefined, skip: number, limit: number): number[] {
  const ids: number[] = [];
  let left = skip;
  for (let id = has.length - 1; id >= 0 && ids.length < limit; id -= 1) {
    if (has[id] === 0 || (fits !== undefined && fits.has[id] !== 1)) continue;
    if (left > 0) left -= 1;
    else ids.push(id);
  }
  return ids;
}
