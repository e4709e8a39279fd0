import type { Work } from '#main/store/work.ts';
import { looksOf } from '#shared/lots/lookAlike.ts';
import { type CodeKind, knownCodes, lastNode } from './stored.queries.ts';

/** A code that is new, and what it is compared with: all codes of the kind, or those of one product or supplier. */
export type Code = { kind: CodeKind; of?: { id: number; code: string; lot?: string } | undefined; name: string };

const words: Record<CodeKind, { word: string; why: string }> = {
  product: { word: 'product', why: 'goods of two products are counted apart' },
  partner: { word: 'partner', why: 'goods of two partners are counted apart' },
  location: { word: 'location', why: 'goods at two locations are counted apart' },
  lot: { word: 'lot', why: 'goods of two lots are traced apart' },
  sublot: { word: 'sublot', why: 'goods of two sublots are traced apart' },
  serial: { word: 'serial', why: 'two serials are two pieces' },
  supplierLot: { word: "supplier's lot", why: 'a recall of the one does not find the other' },
  workOrder: { word: 'work order', why: 'what went into the one is not traced into what came out of the other' },
};

type Names = { known: Set<string>; byLooks: Map<string, string> };

/** Finds codes that a reader would take for another one: those of the store and of the export, in whichever order they come. */
export class LookAlikes {
  readonly #work: Work;
  readonly #lastNode: number;
  readonly #names = new Map<string, Names>();

  constructor(work: Work) {
    this.#work = work;
    this.#lastNode = lastNode(work);
  }

  /** Notes a code. Says which one it looks like, when it is new and there is such a one; each code is told once. */
  note({ kind, of, name }: Code): string | undefined {
    const { known, byLooks } = this.#namesOf(kind, of?.id ?? 0, of?.lot ?? '');
    if (known.has(name)) return undefined;
    known.add(name);
    const looks = looksOf(name);
    const twin = byLooks.get(looks);
    if (twin === undefined) {
      byLooks.set(looks, name);
      return undefined;
    }
    const { word, why } = words[kind];
    const whose = of === undefined ? '' : ` of ${of.code}${of.lot === undefined ? '' : ` lot ${of.lot}`}`;
    return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${name}${whose} looks like ${word} ${twin}, which is there too${oddSigns(name, twin)}. If they are one ${word}, correct the one that is mistyped: ${why}.`;
  }

  #namesOf(kind: CodeKind, id: number, lot: string): Names {
    const key = `${kind} ${id} ${lot}`;
    const read = this.#names.get(key);
    if (read !== undefined) return read;
    const names: Names = { known: new Set(), byLooks: new Map() };
    this.#names.set(key, names);
    for (const name of knownCodes(this.#work, kind, { id, lot, lastNode: this.#lastNode })) {
      names.known.add(name);
      const looks = looksOf(name);
      if (!names.byLooks.has(looks)) names.byLooks.set(looks, name);
    }
    return names;
  }
}

/** Which signs differ that nobody can tell apart by looking, by their Unicode numbers. */
function oddSigns(name: string, twin: string): string {
  const odd = (one: string, other: string): string[] =>
    [...new Set(one)].filter((sign) => sign > '\x7e' && !other.includes(sign)).map(numberOf);
  const [here, there] = [odd(name, twin), odd(twin, name)];
  const said = [
    here.length === 0 ? '' : `the one has ${here.join(', ')}`,
    there.length === 0 ? '' : `the other has ${there.join(', ')}`,
  ];
  const all = said.filter((part) => part !== '').join(', ');
  return all === '' ? '' : ` (${all})`;
}

const numberOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
