/** What stands in a message: codes, names and figures as they are, and further messages. */
export type MessageValue = string | number | Message;

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

/** Messages one after the other, with a space between them; blank ones are left out. */
export const inOrder = (...messages: readonly MessageValue[]): Message => {
  const values = messages.filter((one) => one !== '');
  return { pattern: values.map((_, index) => `{${index}}`).join(' '), values };
};

/** A text that is the same in every language: a code, a name, a list of them. */
export const verbatim = (text: string): Message => ({ pattern: '{0}', values: [text] });

/** The message with the patterns of a language; what has no pattern there stays English. */
export function formatMessage(said: MessageValue, patternOf: (english: string) => string | undefined): string {
  if (typeof said !== 'object') return String(said);
  const pattern = patternOf(said.pattern) ?? said.pattern;
  return pattern.replace(/\{(\d+)\}/g, (_, index: string) =>
    formatMessage(said.values[Number(index)] ?? '', patternOf),
  );
}

/** The message in English, as the command line, logs and the audit trail have it. */
export const inEnglish = (said: MessageValue): string => formatMessage(said, () => undefined);

/** Whether a value from outside is a message. */
export const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  'pattern' in value &&
  typeof value.pattern === 'string' &&
  'values' in value &&
  Array.isArray(value.values) &&
  value.values.every((one) => typeof one === 'string' || typeof one === 'number' || isMessage(one));
