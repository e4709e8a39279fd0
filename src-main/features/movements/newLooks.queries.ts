import type { ProductFacts } from '#main/ledger/facts.ts';
import { spellingsOf } from '#main/store/spellings.ts';
import type { Work } from '#main/store/work.ts';
import { keysOfLooks, lookAlike, type Looks } from '#shared/kernel/lookAlike.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { isSpeltSo } from './spellings.queries.ts';

/** A new code that looks like one that is there, by the movement that names it. */
type AlikeFinding = { movement: number; column: 'lot' | 'sublot' | 'serial'; code: 'DUPLICATE'; text: Message };

type Column = AlikeFinding['column'];

/** Codes by what they are compared by; `isWhole` where they are all that the product has. */
type Names = { column: Column; byKey: Map<string, string[]>; isWhole: boolean };

/** So many codes of a product are compared by all that people mistake; beyond them by letter case, script and separators. */
const mostCompared = 500;

const asked = {
  lot: 'select distinct lot from lot where product_id = ? limit ?',
  sublot: `select sublot from lot where product_id = ? and lot = ? and sublot <> '' limit ?`,
  serial: `select serial from unit where product_id = ? and serial <> '' limit ?`,
} as const;

/** Lots, sublots and serials that a posting makes although others of the product look the same: posted, and told. */
export class NewLooks {
  readonly findings: AlikeFinding[] = [];
  readonly #work: Work;
  readonly #names = new Map<string, Names>();

  constructor(work: Work) {
    this.#work = work;
  }

  /** Notes a lot that the store does not have. */
  noteLot(movement: number, product: ProductFacts, { lot, sublot }: { lot: string; sublot: string }): void {
    const of = product.code;
    const twin = this.#twinOf(lot, this.#namesOf('lot', [product.id]), (name) =>
      isSpeltSo(this.#work, 'lot', name, { product: of }),
    );
    if (twin !== undefined)
      this.#note(
        { movement, column: 'lot' },
        msg`Lot ${lot} of ${of} looks like lot ${twin}, which is there too${''}. If they are one lot, correct the one that is mistyped: goods of two lots are traced apart.`,
      );
    if (sublot === '') return;
    const other = this.#twinOf(sublot, this.#namesOf('sublot', [product.id, lot]), (name) =>
      isSpeltSo(this.#work, 'sublot', name, { product: of, lot }),
    );
    if (other !== undefined)
      this.#note(
        { movement, column: 'sublot' },
        msg`Sublot ${sublot} of ${of} lot ${lot} looks like sublot ${other}, which is there too${''}. If they are one sublot, correct the one that is mistyped: goods of two sublots are traced apart.`,
      );
  }

  /** Notes a serial, which the store may have. */
  noteSerial(movement: number, product: ProductFacts, serial: string): void {
    const isThere = (name: string): boolean => isSpeltSo(this.#work, 'serial', name, { product: product.code });
    if (isThere(serial)) return;
    const twin = this.#twinOf(serial, this.#namesOf('serial', [product.id]), isThere);
    if (twin !== undefined)
      this.#note(
        { movement, column: 'serial' },
        msg`Serial ${serial} of ${product.code} looks like serial ${twin}, which is there too${''}. If they are one serial, correct the one that is mistyped: two serials are two pieces.`,
      );
  }

  #note(at: Pick<AlikeFinding, 'movement' | 'column'>, text: Message): void {
    this.findings.push({ ...at, code: 'DUPLICATE', text });
  }

  #namesOf(column: Column, of: readonly (number | string)[]): Names {
    const key = JSON.stringify([column, ...of]);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const rows = this.#work.all<Record<string, string>>(asked[column], ...of, mostCompared + 1);
    const names: Names = { column, byKey: new Map(), isWhole: rows.length <= mostCompared };
    for (const row of rows) add(names, row[column] ?? '');
    this.#names.set(key, names);
    return names;
  }

  #twinOf(code: string, names: Names, isThere: (name: string) => boolean): string | undefined {
    const { column, byKey, isWhole } = names;
    const looks = looksOf(column);
    const near = new Set(keysOfLooks(code, looks).flatMap((key) => byKey.get(key) ?? []));
    if (near.has(code)) return undefined;
    const further = isWhole ? [] : this.#speltAlike(column, code).filter(isThere);
    add(names, code);
    return [...near, ...further].find((one) => lookAlike(one, code, looks));
  }

  #speltAlike(column: Column, code: string): string[] {
    const where = column === 'serial' ? ({ table: 'unit', column } as const) : ({ table: 'lot', column } as const);
    const { same } = spellingsOf(this.#work.db, where, code, { spelling: 'loosely', limit: mostSpelt });
    return same.filter((one) => one !== code);
  }
}

const mostSpelt = 20;

const looksOf = (column: Column): Looks => (column === 'lot' ? 'lot' : 'code');

function add({ column, byKey }: Names, name: string): void {
  for (const key of keysOfLooks(name, looksOf(column))) byKey.set(key, [...(byKey.get(key) ?? []), name]);
}
