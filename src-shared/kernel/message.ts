/** So many of something, with the thousands of the language marked; a plain number is a number of a row or entry. */
export type Count = { readonly count: number };

/** What stands in a message: codes, names and figures as they are, counts, and further messages. */
export type MessageValue = string | number | Count | Message;

/** A language, as messages are read in it. */
export type Reading = { language: string; patternOf: (english: string) => string | undefined };

/**
 * A message for people: its English pattern, with {0}, {1} … where its values stand. Pattern and values stay apart, so
 * that the message can be read in another language; the English pattern is the key of the translations.
 */
export type Message = { readonly pattern: string; readonly values: readonly MessageValue[] };

/** Writes a message: msg`There is no product ${code}. Check the code.` */
export const msg = (parts: TemplateStringsArray, ...values: readonly MessageValue[]): Message => ({
  pattern: parts.reduce((pattern, part, index) => `${pattern}{${index - 1}}${part}`),
  values,
});

/** The message with the patterns of a language; what has no pattern there stays English. */
export function formatMessage(said: MessageValue, reading: Reading): string {
  if (typeof said !== 'object') return String(said);
  if ('count' in said) return said.count.toLocaleString(reading.language);
  const pattern = reading.patternOf(said.pattern) ?? said.pattern;
  return pattern.replace(/\{(\d+)\}/g, (_, index: string) => formatMessage(said.values[Number(index)] ?? '', reading));
}

const english: Reading = { language: 'en', patternOf: () => undefined };

/** The message in English, as the command line, logs and the audit trail have it. */
export const inEnglish = (said: MessageValue): string => formatMessage(said, english);

const isCount = (value: unknown): value is Count =>
  typeof value === 'object' && value !== null && 'count' in value && typeof value.count === 'number';

/** Whether a value from outside is a message. */
export const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  'pattern' in value &&
  typeof value.pattern === 'string' &&
  'values' in value &&
  Array.isArray(value.values) &&
  value.values.every((one) => typeof one === 'string' || typeof one === 'number' || isCount(one) || isMessage(one));
