type Growing = Int32Array | Uint32Array | Uint16Array | Float64Array;

/** The array itself when it holds `needed` items, else a copy with room to grow (new items are 0). */
export function withRoom<Items extends Growing>(items: Items, needed: number): Items {
  if (needed <= items.length) return items;
  const length = Math.max(needed, items.length * 2, 64);
  // The constructor of a typed array is not typed by the array it makes.
  const Constructor = items.constructor as new (length: number) => Items;
  const larger = new Constructor(length);
  larger.set(items);
  return larger;
}

/** Bytes of all arrays among the values of these plain objects. */
export function bytesOf(...holders: readonly object[]): number {
  let bytes = 0;
  for (const holder of holders) {
    for (const value of Object.values(holder)) if (ArrayBuffer.isView(value)) bytes += value.byteLength;
  }
  return bytes;
}
