import { StyleStack } from './pdfmake.ts';

type Properties = Readonly<Record<string, unknown>>;

/**
 * pdfmake asks some twenty properties of each word, and looks through every node and named style around it for each.
 * Here they are two: the node itself, and what all around it comes to, which is the same for every cell of a table.
 */
class FlatStack extends StyleStack {
  readonly #node: Properties;
  readonly #around: Properties;

  constructor(styles: StyleStack, node: Properties, around: Properties) {
    super(styles.styleDictionary, around);
    this.#node = node;
    this.#around = around;
    this.styleOverrides.push(node);
  }

  /** What is asked of a word was looked for in the word itself before. */
  override auto<T>(item: Properties, ask: () => T): T {
    return item['style'] === undefined && this.styleOverrides.length === 1 ? ask() : super.auto(item, ask);
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

  of(styles: StyleStack): StyleStack {
    const { styleOverrides: all } = styles;
    const node = all.at(-1);
    if (node === undefined || typeof node === 'string') return styles;
    let count = all.length - 1;
    // The library puts a cell on the stack once for its table, once for itself and once for its text.
    while (all[count - 1] === node) count -= 1;
    return new FlatStack(styles, node, this.#aroundOf(styles, count));
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
    return around;
  }
}
