/** What goods are called below their product. */
export type GoodsName = { lot: string; sublot: string; serial: string };

/** The names of a product's goods, each part of the one above: its lots, their sublots, and serials. */
export class NamePaths {
  /** A serial has one lot for ever, whether a movement names it or not. */
  readonly #lots = new Map<string, Pick<GoodsName, 'lot' | 'sublot'>>();

  constructor(names: readonly GoodsName[]) {
    for (const { lot, sublot, serial } of names) {
      const known = this.#lots.get(serial);
      if (serial !== '' && lot !== '' && (known === undefined || known.sublot === ''))
        this.#lots.set(serial, { lot, sublot });
    }
  }

  /** From the lot down to the goods' own name; empty for goods without any. */
  of(name: GoodsName): string[] {
    const { serial } = name;
    const { lot, sublot } = this.#lots.get(serial) ?? name;
    const path: string[] = [];
    if (lot !== '') path.push(`lot ${lot}`);
    if (sublot !== '') path.push(`sublot ${lot}\u001f${sublot}`);
    if (serial !== '') path.push(`serial ${serial}`);
    return path;
  }
}
