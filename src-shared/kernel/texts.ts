/** Texts by their keys, in branches. */
export type TextTree = { readonly [key: string]: string | TextTree };

/** The words a feature brings: in each language the same keys, and its messages in German by their English patterns. */
export type FeatureTexts<T extends TextTree = TextTree> = {
  en: T;
  de: T;
  germanMessages: Readonly<Record<string, string>>;
};

/** Declares the words of a feature; a key that one language lacks does not compile. */
export const featureTexts = <T extends TextTree>(declared: {
  en: T;
  de: NoInfer<T>;
  germanMessages?: Readonly<Record<string, string>>;
}): FeatureTexts<T> => ({ germanMessages: {}, ...declared });

/** One tree with all branches of both. A text that both have is a mistake, and throws. */
export function joinTexts(one: TextTree, other: TextTree, path = ''): TextTree {
  const joined: Record<string, string | TextTree> = { ...one };
  for (const [key, added] of Object.entries(other)) {
    const known = joined[key];
    if (known === undefined) joined[key] = added;
    else if (typeof known === 'string' || typeof added === 'string')
      throw new Error(`the text ${path}${key} stands there twice`);
    else joined[key] = joinTexts(known, added, `${path}${key}.`);
  }
  return joined;
}

/** The text at a path such as "reports.issue"; "" where there is none. */
export function textAt(texts: TextTree, path: string): string {
  let at: string | TextTree | undefined = texts;
  for (const key of path.split('.')) {
    if (at === undefined || typeof at === 'string') return '';
    at = Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return typeof at === 'string' ? at : '';
}
