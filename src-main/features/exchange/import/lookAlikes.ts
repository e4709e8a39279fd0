import type { CellSaying } from '#shared/exchange/rewritten.ts';
import { fewestSampled, mostSampled, StoredShapes } from '#shared/exchange/storedShapes.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import type { Work } from '#main/store/work.ts';
import { barcodeIdentifiers, keysOfLooks, lookAlike, type Looks, withOrWithout } from '#shared/kernel/lookAlike.ts';
import { lookAlikeMessage } from './lookAlikeMessages.ts';
import type { ExportFile } from '#shared/exchange/columns.ts';
import { type CodeKind, type KnownCode, knownCodes, lastNode, readWhole } from './knownCodes.queries.ts';

/**
 * A code or name that may be new, and what it is compared with: all of the kind, or those of one product, supplier,
 * manufacturer or work order. `owner` is the code of the record that has it, for what records may change.
 */
export type Code = {
  kind: CodeKind;
  of?: { id: number; code: string; lot?: string } | undefined;
  name: string;
  owner?: string;
};

/** Kinds that are names and not codes. */
const nameKinds: ReadonlySet<CodeKind> = new Set<CodeKind>(['productName', 'partnerName', 'country', 'locationName']);

/** Kinds that people read off goods. */
const lotKinds: ReadonlySet<CodeKind> = new Set<CodeKind>(['lot', 'supplierLot', 'manufacturerLot']);

const looksOf = (kind: CodeKind): Looks => (nameKinds.has(kind) ? 'name' : lotKinds.has(kind) ? 'lot' : 'code');

/** Kinds that are numbered by one program, so that their numbers have one width; and others of which the looks are judged. */
const numberedKinds: ReadonlySet<CodeKind> = new Set<CodeKind>([
  ...lotKinds,
  ...(['product', 'partner', 'location', 'sublot', 'serial', 'workOrder'] as const),
]);
const shapedKinds: ReadonlySet<CodeKind> = new Set<CodeKind>([...numberedKinds, 'document', 'equipment', 'reference']);

/**
 * The finding about a new code: which one it looks like, with where that one stands in the export and what is told there,
 * or else what those of the store show of it.
 */
export type Noted = { alike: Message; there?: CodeAt & { alike: Message } } | { rewritten: CellSaying };

/** Where a code of the export stands first. */
export type CodeAt = { file: ExportFile; row: number; column: string };

/** Finds codes that a reader would take for another one: those of the store and of the export, in whichever order they come. */
export class LookAlikes {
  readonly #work: Work;
  readonly #lastNode: number;
  readonly #names = new Map<CodeKind, Map<string, Names>>();
  readonly #wholeKinds = new Set<CodeKind>();

  constructor(work: Work) {
    this.#work = work;
    this.#lastNode = lastNode(work);
  }

  /** Notes a code. Returns the finding about it when it is new; each code is reported once. */
  note({ kind, of, name, owner }: Code, at: CodeAt): Noted | undefined {
    const names = this.#namesOf(kind, of);
    const isNew = !names.has(name);
    const twin = names.add({ name, ...(owner === undefined ? {} : { owner }) });
    if (twin !== undefined) {
      const said = (one: string, other: string): Message => {
        const signs = barcodeSign(kind, one, other) ?? oddSigns(one, other);
        return lookAlikeMessage(kind, { name: one, twin: other, of: of?.code ?? '', lot: of?.lot ?? '', signs });
      };
      const there = names.takePlace(twin);
      return { alike: said(name, twin), ...(there !== undefined && { there: { ...there, alike: said(twin, name) } }) };
    }
    if (isNew) names.keepPlace(name, at);
    if (!isNew || !shapedKinds.has(kind)) return undefined;
    const rewritten = names.stored?.sayingOf(name, {
      haveOneWidth: numberedKinds.has(kind),
      areOfGoods: lotKinds.has(kind) || kind === 'sublot' || kind === 'serial',
    });
    return rewritten === undefined ? undefined : { rewritten };
  }

  #namesOf(kind: CodeKind, of: Code['of']): Names {
    const group = readWhole.has(kind) ? (of?.code ?? '') : `${of?.id ?? 0} ${of?.lot ?? ''}`;
    const read = this.#names.get(kind)?.get(group);
    if (read !== undefined) return read;
    if (!readWhole.has(kind)) {
      const known = knownCodes(this.#work, kind, { id: of?.id ?? 0, lot: of?.lot ?? '', lastNode: this.#lastNode });
      return this.#keep(kind, group, known);
    }
    if (!this.#wholeKinds.has(kind)) {
      this.#wholeKinds.add(kind);
      const all = knownCodes(this.#work, kind, { id: 0, lot: '', lastNode: this.#lastNode });
      for (const [one, known] of Map.groupBy(all, (code) => code.of ?? '')) this.#keep(kind, one, known);
    }
    return this.#names.get(kind)?.get(group) ?? this.#keep(kind, group, []);
  }

  #keep(kind: CodeKind, group: string, known: readonly KnownCode[]): Names {
    const names = new Names(looksOf(kind), barcodeIdentifiers[kind]);
    for (const code of known) names.add(code);
    names.closeStored();
    const ofKind = this.#names.get(kind) ?? new Map<string, Names>();
    this.#names.set(kind, ofKind.set(group, names));
    return names;
  }
}

const nowhere = -1;
/** More than there are columns that one kind of code may stand in. */
const mostColumns = 8;

/** Codes or names of one kind that are compared with each other. */
class Names {
  readonly #looks: Looks;
  readonly #identifier: string | undefined;
  /** Each with where it stands first in the export, as long as nothing is told there. */
  readonly #known = new Map<string, number>();
  readonly #columns: Omit<CodeAt, 'row'>[] = [];
  /** The record that has a name, "" where several do. */
  #owners: Map<string, string> | undefined;
  /** By their keys: the first of each, and the rare ones that share a key and look different. */
  readonly #first = new Map<string, string>();
  #others: Map<string, string[]> | undefined;
  #storedCount = 0;
  #stored: StoredShapes | undefined;

  constructor(looks: Looks, identifier: string | undefined) {
    this.#looks = looks;
    this.#identifier = identifier;
  }

  has(name: string): boolean {
    return this.#known.has(name);
  }

  /** Keeps where a name of the export stands first. */
  keepPlace(name: string, { row, file, column }: CodeAt): void {
    let kind = this.#columns.findIndex((one) => one.file === file && one.column === column);
    if (kind < 0) kind = this.#columns.push({ file, column }) - 1;
    // One number for each: there may be a million serials.
    this.#known.set(name, row * mostColumns + kind);
  }

  /** Where a name stands first in the export; undefined where the store has it, or something was told there before. */
  takePlace(name: string): CodeAt | undefined {
    const place = this.#known.get(name) ?? nowhere;
    const where = place === nowhere ? undefined : this.#columns[place % mostColumns];
    this.#known.set(name, nowhere);
    return where && { ...where, row: Math.floor(place / mostColumns) };
  }

  /** What was added by now is what the store holds. */
  closeStored(): void {
    this.#storedCount = this.#known.size;
  }

  /** What the names of the store are like; undefined where they are too few. */
  get stored(): StoredShapes | undefined {
    if (this.#storedCount < fewestSampled) return undefined;
    this.#stored ??= new StoredShapes(
      this.#known
        .keys()
        .take(this.#storedCount)
        .drop(Math.max(0, this.#storedCount - mostSampled)),
      (name) => this.#known.has(name),
    );
    return this.#stored;
  }

  /** Answers the name that a new one looks like, but for the one that its record bore before. */
  add({ name, owner }: KnownCode): string | undefined {
    if (this.#known.has(name)) {
      if (owner !== undefined && this.#owners?.get(name) !== owner) this.#own(name, '');
      return undefined;
    }
    this.#known.set(name, nowhere);
    const keys = keysOfLooks(name, this.#looks);
    let twin = this.#besideIdentifier(name);
    for (const key of keys) {
      const first = this.#first.get(key);
      if (first === undefined) continue;
      twin ??= [first, ...(this.#others?.get(key) ?? [])].find(
        (one) => this.#mayBeMeant(one, owner) && lookAlike(one, name, this.#looks),
      );
    }
    if (owner !== undefined) this.#own(name, owner);
    // A name between two others is reported once; what else it is like may still come.
    this.#keep(name, twin === undefined ? keys : keys.filter((key) => !this.#first.has(key)));
    return twin;
  }

  #besideIdentifier(name: string): string | undefined {
    const identifier = this.#identifier;
    return identifier === undefined ? undefined : withOrWithout(identifier, name).find((one) => this.#known.has(one));
  }

  #mayBeMeant(name: string, owner: string | undefined): boolean {
    return owner === undefined || owner === '' || this.#owners?.get(name) !== owner;
  }

  #own(name: string, owner: string): void {
    this.#owners ??= new Map();
    this.#owners.set(name, owner);
  }

  #keep(name: string, keys: readonly string[]): void {
    for (const key of keys) {
      if (!this.#first.has(key)) {
        this.#first.set(key, name);
        continue;
      }
      this.#others ??= new Map();
      const others = this.#others.get(key);
      if (others === undefined) this.#others.set(key, [name]);
      else others.push(name);
    }
  }
}

/** The identifier that one has in front and the other does not, where a barcode puts it there. */
function barcodeSign(kind: CodeKind, name: string, twin: string): Message | undefined {
  const sign = barcodeIdentifiers[kind];
  const isBare = sign !== undefined && (name === `${sign}${twin}` || twin === `${sign}${name}`);
  return isBare ? msg` (a barcode puts ${sign} before it)` : undefined;
}

/** Which signs differ that look the same, by their Unicode numbers. */
function oddSigns(name: string, twin: string): MessageValue {
  const odd = (one: string, other: string): string =>
    [...new Set(one)]
      .filter((sign) => sign > '\x7e' && !other.includes(sign))
      .map(numberOf)
      .join(', ');
  const [here, there] = [odd(name, twin), odd(twin, name)];
  if (here !== '' && there !== '') return msg` (the one has ${here}, the other has ${there})`;
  if (here !== '') return msg` (the one has ${here})`;
  return there === '' ? '' : msg` (the other has ${there})`;
}

const numberOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
