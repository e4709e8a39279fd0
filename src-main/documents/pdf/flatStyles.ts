import type { Inline, Word } from './nodes.ts';
import { StyleStack } from './pdfmake.ts';

type Properties = Readonly<Record<string, unknown>>;
/** How the library measures words. */
export type MeasureWords = (words: readonly Word[], styles: StyleStack) => Inline[];

/**
 * pdfmake looks up some twenty properties of each word, through every node and named style around it for each. Here
 * there are two: the node itself, and the sum of all around it, which is the same for every cell of a table.
 */
class FlatStack extends StyleStack {
  /** Whether the words are those of one text, and have no properties of their own. */
  readonly isOneText: boolean;
  readonly #node: Properties;
  readonly #around: Properties;

  constructor(styles: StyleStack, node: Properties, around: Properties, isOneText: boolean) {
    super(styles.styleDictionary, around);
    this.isOneText = isOneText;
    this.#node = node;
    this.#around = around;
    this.styleOverrides.push(node);
  }

  /** A property of a word was looked up in the word itself before. */
  override auto<T>(item: Properties, ask: () => T): T {
    return item['style'] === undefined && this.styleOverrides.length === 1 ? ask() : super.auto(item, ask);
  }

  /** What its node has in common with all that look alike. */
  get look(): unknown {
    return this.#node['look'];
  }

  override getProperty(property: string): unknown {
    if (this.styleOverrides.length > 1) return super.getProperty(property);
    return this.#node[property] ?? this.#around[property];
  }
}

/** Flattens stacks of styles, and keeps what the last one came to without its innermost node. */
export class FlatStyles {
  #outer: StyleStack['styleOverrides'] = [];
  #around: Properties | undefined;
  /** A word without letters as the library measured it, for each look there is in the same surroundings. */
  readonly #patterns = new Map<unknown, Inline>();

  of(styles: StyleStack, isOneText: boolean): StyleStack {
    const { styleOverrides: all } = styles;
    const node = all.at(-1);
    if (node === undefined || typeof node === 'string') return styles;
    let count = all.length - 1;
    // The library puts a cell on the stack once for its table, once for itself and once for its text.
    while (all[count - 1] === node) count -= 1;
    return new FlatStack(styles, node, this.#aroundOf(styles, count), isOneText);
  }

  /** Measures words. Those that look alike differ in their text alone, and in what room it takes. */
  measure(words: readonly Word[], styles: StyleStack, measure: MeasureWords): Inline[] {
    const look = styles instanceof FlatStack && styles.isOneText ? styles.look : undefined;
    if (look === undefined) return measure(words, styles);
    const pattern = this.#patterns.get(look) ?? measure([{ text: '' }], styles)[0];
    if (pattern === undefined) return measure(words, styles);
    this.#patterns.set(look, pattern);
    const { font, fontSize } = pattern;
    return words.flatMap((word) => {
      const { text } = word;
      if (/^\s/.test(text)) return measure([word], styles);
      const end = text.trimEnd().length;
      const trailingCut = end === text.length ? 0 : font.face.width(text.slice(end), fontSize);
      return { ...pattern, ...word, width: font.face.width(text, fontSize), trailingCut };
    });
  }

  #aroundOf({ styleOverrides: all, styleDictionary, defaultStyle }: StyleStack, count: number): Properties {
    let isKnown = this.#around !== undefined && this.#outer.length === count;
    for (let at = 0; isKnown && at < count; at += 1) isKnown = this.#outer[at] === all[at];
    if (isKnown && this.#around !== undefined) return this.#around;
    const around: Record<string, unknown> = {};
    for (const outer of [defaultStyle, ...all.slice(0, count)])
      for (const [name, value] of Object.entries(typeof outer === 'string' ? (styleDictionary[outer] ?? {}) : outer))
        if (value !== undefined && value !== null) around[name] = value;
    this.#outer = all.slice(0, count);
    this.#around = around;
    this.#patterns.clear();
    return around;
  }
}
