/** So many of something, with the thousands of the language marked; a plain number is a number of a row or entry. */
export type Count = { readonly count: number };

/** A decimal as operations carry it, "12.5", with the decimal point of the language. Nothing groups its digits. */
export type Decimal = { readonly decimal: string };

/** A day, "2026-06-08", or a moment as ISO text: on screens as they write it, everywhere else as it is. */
export type Day = { readonly date: string };
export type MomentSaid = { readonly moment: string };

/** A word of the texts by its path, such as "audit.fields.name"; `or` where there is none. */
export type Word = { readonly word: string; readonly or: string };

/** Several values, with `between` between them. */
export type List = { readonly list: readonly MessageValue[]; readonly between: string };

/** What is in a message: codes, names and figures as they are, and what each language writes in its own way. */
export type MessageValue = string | number | Count | Decimal | Day | MomentSaid | Word | List | Message;

/** A language, as messages are read in it. */
export type Reading = {
  language: string;
  patternOf: (english: string) => string | undefined;
  wordAt?: (path: string) => string | undefined;
  /** How days and moments are written for the eye. */
  dateOf?: (date: string) => string;
  momentOf?: (at: string) => string;
};

/**
 * A message for people: its English pattern, with {0}, {1} … in place of its values. Pattern and values stay apart,
 * so that the message can be read in another language; the English pattern is the key of the translations.
 */
export type Message = { readonly pattern: string; readonly values: readonly MessageValue[] };

/** Writes a message: msg`There is no product ${code}. Check the code.` */
export const msg = (parts: TemplateStringsArray, ...values: readonly MessageValue[]): Message => ({
  pattern: parts.reduce((pattern, part, index) => `${pattern}{${index - 1}}${part}`),
  values,
});

/** Where a value is. A translation marks those that name goods, {1:goods}, figures beside another value, {1:number}, days and moments, {1:time}. */
const slot = /\{(\d+)(?::\w+)?\}/g;

/** The message with the patterns of a language; what has no pattern there stays English. */
export function formatMessage(said: MessageValue, reading: Reading): string {
  if (typeof said !== 'object') return String(said);
  if ('count' in said) return said.count.toLocaleString(reading.language);
  if ('decimal' in said) return said.decimal.replace('.', decimalPoints[reading.language] ?? '.');
  if ('date' in said) return reading.dateOf?.(said.date) ?? said.date;
  if ('moment' in said) return reading.momentOf?.(said.moment) ?? said.moment;
  if ('word' in said) return reading.wordAt?.(said.word) ?? said.or;
  if ('list' in said) return said.list.map((one) => formatMessage(one, reading)).join(said.between);
  const pattern = reading.patternOf(said.pattern) ?? said.pattern;
  return pattern.replace(slot, (_, index: string) => formatMessage(said.values[Number(index)] ?? '', reading));
}

/** "1,250" is another number elsewhere, so only this differs. */
const decimalPoints: Readonly<Record<string, string>> = { de: ',' };

const english: Reading = { language: 'en', patternOf: () => undefined };

/** The message in English, as the command line, logs and the audit trail have it. */
export const inEnglish = (said: MessageValue): string => formatMessage(said, english);

const has = <K extends string>(value: object, key: K): value is Record<K, unknown> => key in value;

const isTime = (text: string): boolean => !Number.isNaN(Date.parse(text));
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && isTime(text);
const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && isTime(text);

function isValue(value: unknown): value is MessageValue {
  if (typeof value === 'string' || typeof value === 'number') return true;
  if (typeof value !== 'object' || value === null) return false;
  if (has(value, 'count')) return typeof value.count === 'number';
  if (has(value, 'decimal')) return typeof value.decimal === 'string';
  if (has(value, 'date')) return typeof value.date === 'string' && isDay(value.date);
  if (has(value, 'moment')) return typeof value.moment === 'string' && isMoment(value.moment);
  if (has(value, 'word')) return typeof value.word === 'string' && has(value, 'or') && typeof value.or === 'string';
  if (has(value, 'list'))
    return (
      Array.isArray(value.list) &&
      value.list.every(isValue) &&
      has(value, 'between') &&
      typeof value.between === 'string'
    );
  return isMessage(value);
}

/** Whether a value from outside is a message. */
export const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  'pattern' in value &&
  typeof value.pattern === 'string' &&
  'values' in value &&
  Array.isArray(value.values) &&
  value.values.every(isValue);

/** With fewer letters a pattern is too short to be recognised: “at {0}” may be part of a name. */
const fewestLetters = 6;
const slotInPattern = /\{\d+\}/;
const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** What a text was made of, and how many of its letters no pattern has. */
type Recognised = { said: MessageValue; unread: number };

/** Goods as a sentence names them: “MILK lot RL-1 serial 5”. */
function goodsIn(english: string): MessageValue {
  for (const word of ['serial', 'sublot', 'lot']) {
    const [whole = '', ...name] = english.split(` ${word} `);
    if (name.length > 0) return { pattern: `{0} ${word} {1}`, values: [goodsIn(whole), name.join(` ${word} `)] };
  }
  return english;
}

/** A day or a moment, as messages carry it. */
const timeIn = (english: string): MessageValue =>
  isDay(english) ? { date: english } : isMoment(english) ? { moment: english } : english;

/**
 * Finds the message that an English sentence was made of, among the patterns of a translation. For sentences that are
 * kept and carried as text: findings of imports, the lists in the audit trail, problems of a verification. Answers the
 * sentence itself where no pattern fits. What is in it is sought among the patterns too, but for what is in
 * quotation marks, which somebody else wrote. Meant is what leaves least of
 * the sentence unread; of two alike the longer pattern.
 */
export function recogniserOf(translation: ReadonlyMap<string, string>): (english: string) => MessageValue {
  const known = Array.from(translation, ([pattern, translated]) => {
    const parts = pattern.split(slotInPattern);
    const text = parts.join('');
    const slots = Array.from(pattern.matchAll(slot), ([, place], index) => ({
      place: Number(place),
      isQuoted: parts[index]?.endsWith('“') === true && parts[index + 1]?.startsWith('”') === true,
      isGoods: translated.includes(`{${place}:goods}`),
      isTime: translated.includes(`{${place}:time}`),
      looks: translated.includes(`{${place}:number}`) ? '(\\d+)' : '([^]*?)',
    }));
    return { pattern, parts, slots, letters: lettersOf(text), length: text.length };
  })
    .filter(({ slots, letters }) => slots.length === 0 || letters >= fewestLetters)
    .toSorted((a, b) => b.length - a.length);
  const recognise = (english: string): Recognised => {
    let best: Recognised = { said: english, unread: english.length };
    for (const { pattern, parts, slots } of known) {
      // This alone distinguishes most patterns.
      if (!parts.every((part) => english.includes(part))) continue;
      const whole = parts.map((part, index) => `${RegExp.escape(part)}${slots[index]?.looks ?? ''}`).join('');
      const found = english.match(new RegExp(`^${whole}$`));
      if (found === null) continue;
      const values: MessageValue[] = [];
      let unread = 0;
      for (const [index, { place, isQuoted, isGoods, isTime }] of slots.entries()) {
        const text = found[index + 1] ?? '';
        const asItIs = { said: isGoods ? goodsIn(text) : isTime ? timeIn(text) : text, unread: text.length };
        const value = isQuoted || isGoods || isTime ? asItIs : recognise(text);
        values[place] = value.said;
        unread += value.unread;
      }
      if (unread < best.unread) best = { said: { pattern, values }, unread };
    }
    return best;
  };
  return (english) => recognise(english).said;
}
