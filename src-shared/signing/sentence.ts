/** What a place of a sentence is filled with. */
export type SentenceValue =
  /** Said as it stands: a code, a name, what somebody typed. */
  | string
  | number
  /** A decimal as operations carry it: "12.5". */
  | { decimal: string }
  /** A word of the texts by its path, such as "audit.fields.name"; `or` is said where there is none. */
  | { word: string; or: string }
  /** Sentences within the sentence, with commas between them, or what is said here. */
  | { parts: readonly Sentence[]; between?: string };

/**
 * What is signed, as a code and what its places are filled with. The words for it stand among the texts under
 * `signing.sentences`, so that a handler names facts and every reader has them in a language of their own.
 */
export type Sentence = { code: SentenceCode; values: Readonly<Record<string, SentenceValue>> };

/** Everything that is ever signed here, and the parts that such sentences are made of. */
export const sentenceCodes = [
  'statusReleased',
  'statusRejected',
  'statusQuarantined',
  'goods',
  'goodsOfLot',
  'goodsOfSublot',
  'goodsOfSerial',
  'inOnePlace',
  'inPlaces',
  'productChanged',
  'fieldChanged',
  'choice',
  'trailReviewed',
  'restoreApproved',
  'personChanged',
  'oneMayActAlone',
  'twoMustAct',
] as const;
export type SentenceCode = (typeof sentenceCodes)[number];

/** The texts of a language as sentences need them. */
export type SentenceTexts = { signing: { sentences: Readonly<Record<SentenceCode, string>> } };
type Words = { texts: SentenceTexts; decimalPoint: string };

/** How a decimal is written in each language. Nothing groups its digits: "1,250" is another number elsewhere. */
const decimalPoints: Readonly<Record<string, string>> = { en: '.', de: ',' };

/** The sentence as it is read, signed, stored and printed: the same letters each time for the same language. */
export const formatSentence = (sentence: Sentence, language: string, texts: SentenceTexts): string =>
  fill(sentence, { texts, decimalPoint: decimalPoints[language] ?? '.' }).trim();

function fill({ code, values }: Sentence, words: Words): string {
  return words.texts.signing.sentences[code].replace(/\{\{(\w+)\}\}/g, (_place, name: string) => {
    const value = values[name];
    // A place nobody fills would be signed as a blank.
    if (value === undefined) throw new Error(`the sentence ${code} has nothing for ${name}`);
    return format(value, words);
  });
}

function format(value: SentenceValue, words: Words): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if ('decimal' in value) return value.decimal.replace('.', words.decimalPoint);
  if ('parts' in value) return value.parts.map((part) => fill(part, words)).join(value.between ?? ', ');
  return wordAt(words.texts, value.word) ?? value.or;
}

function wordAt(texts: SentenceTexts, path: string): string | undefined {
  let found: unknown = texts;
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    // An own property, looked up a line above.
    found = (found as Record<string, unknown>)[name];
  }
  return typeof found === 'string' ? found : undefined;
}
