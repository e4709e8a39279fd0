import type { Work } from '#main/store/work.ts';
import { nearCodes } from '#shared/exchange/nearCodes.ts';
import { codesOf } from './stored.queries.ts';

type Named = 'products' | 'partners' | 'locations';

/** For so many unknown codes the near ones are looked for: each is compared with every code there is. */
const mostSought = 200;

/** What unknown codes of an export may be slips for, among the records of the store and of the export. */
export class NearCodes {
  readonly #work: Work;
  readonly #known = new Map<Named, string[]>();
  readonly #found = new Map<string, readonly string[]>();

  constructor(work: Work) {
    this.#work = work;
  }

  /** To be asked once all records of the kind are taken: their codes are looked up once. */
  of(kind: Named, code: string): readonly string[] {
    const key = `${kind} ${code}`;
    const found = this.#found.get(key);
    if (found !== undefined) return found;
    if (this.#found.size >= mostSought) return [];
    const near = nearCodes(code, this.#codesOf(kind));
    this.#found.set(key, near);
    return near;
  }

  #codesOf(kind: Named): string[] {
    const codes = this.#known.get(kind) ?? codesOf(this.#work, kind);
    this.#known.set(kind, codes);
    return codes;
  }
}
