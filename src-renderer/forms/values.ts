import type { AnyField, FieldGroup, Field, FieldValue, TextKey } from '#renderer/components/form/field.ts';
import { plainAmount, typedNumber } from '#renderer/components/grid/cells.ts';
import { formatDecimal, parseDecimal } from '#shared/kernel/quantity.ts';
import { neat } from '#shared/kernel/text.ts';

export type FieldValues = Readonly<Record<string, FieldValue>>;
type AnyRecord = Readonly<Record<string, unknown>>;

/** A form as it is declared: fields, and groups of them. */
export type FormParts<R> = readonly (Field<R> | FieldGroup<R>)[];

/** The same for what draws and reads the fields of every record alike. */
export const partsOf = <R>(parts: FormParts<R>): FormParts<Record<string, unknown>> =>
  // A record has at least the fields that are named; what they hold is read by their kinds.
  parts as FormParts<Record<string, unknown>>;

/** Every field of a form, in the order in which it is filled in. */
export const fieldsIn = <R>(parts: FormParts<R>): AnyField[] =>
  partsOf(parts).flatMap((part) => ('fields' in part ? part.fields : [part]));

export const isSecret = (field: AnyField): boolean =>
  field.kind === 'secret' || (field.kind === 'drawn' && field.isSecret === true);

/** What each field begins with. A secret is in its field alone. */
export const startOf = (fields: readonly AnyField[], record: AnyRecord, locale: string): FieldValues =>
  Object.fromEntries(
    fields
      .filter((field) => !isSecret(field))
      .map((field) => [field.name, fieldValue(field, record[field.name], locale)] as const),
  );

/** What is recorded, as a person of the locale would type it. */
export function fieldValue({ kind }: AnyField, recorded: unknown, locale: string): FieldValue {
  const value = asFieldValue(recorded);
  return kind === 'decimal' && typeof value === 'string' ? typedNumber(value, locale) : value;
}

/** What is recorded, as a field holds it in the plain form. */
function asFieldValue(recorded: unknown): FieldValue {
  if (typeof recorded === 'boolean' || typeof recorded === 'string') return recorded;
  if (Array.isArray(recorded)) return recorded.map(String);
  return typeof recorded === 'number' ? String(recorded) : '';
}

/** The same fields, all left blank: what is refused of them must be filled in. */
export const blankOf = (start: FieldValues): FieldValues =>
  Object.fromEntries(
    Object.entries(start).map(([name, value]) => [
      name,
      typeof value === 'string' ? '' : Array.isArray(value) ? [] : value,
    ]),
  );

/** What was typed over what a form begins with: what a draft keeps. */
export const typedOver = (start: FieldValues, values: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => !isSame(value, start[name])));

/** What of a draft still fits the form: it may be of an older one, or of a field that was fixed since. */
export const fitting = (fields: readonly AnyField[], start: FieldValues, typed: FieldValues): FieldValues =>
  Object.fromEntries(
    fields.flatMap(({ name, fixed }) => {
      const [value, first] = [typed[name], start[name]];
      const fits = fixed !== true && typeof value === typeof first && Array.isArray(value) === Array.isArray(first);
      return fits && value !== undefined ? [[name, value] as const] : [];
    }),
  );

export type ReadValues = {
  /** The record as it would be: what is recorded, and over it what was typed. */
  after: Record<string, unknown>;
  /** The same, of the fields that say something else than what is recorded. */
  changed: Record<string, unknown>;
  /** The fields that are there, by what is typed in the others. */
  present: AnyField[];
  /** What cannot be read at all. */
  unread: Record<string, TextKey>;
};

/**
 * Reads what stands in the fields into what the command takes.
 * @param locale whose decimal mark was typed; left out where numbers are in the plain form already
 */
export function readValues(
  fields: readonly AnyField[],
  record: AnyRecord,
  values: FieldValues,
  locale?: string,
): ReadValues {
  const after: Record<string, unknown> = { ...record };
  const unread: Record<string, TextKey> = {};
  for (const field of fields) {
    const value = values[field.name];
    if (value === undefined || field.fixed === true) continue;
    const read = readValue(field, value, locale);
    if (read === undefined) unread[field.name] = field.fault ?? 'forms.wholeNumber';
    else after[field.name] = read;
  }
  const present = fields.filter(({ when }) => when === undefined || when(after));
  const changed = present
    .filter((field) => !isSecret(field) && !isSame(after[field.name], recordedOf(field, record)))
    .map(({ name }) => [name, after[name]] as const);
  return { after, changed: Object.fromEntries(changed), present, unread };
}

/** What is recorded as it would be read if it were typed: two spellings of one value are no change. */
const recordedOf = (field: AnyField, record: AnyRecord): unknown =>
  readValue(field, asFieldValue(record[field.name])) ?? record[field.name];

/** So many decimals are compared; how many there may be is for the contract to say. */
const decimals = 12;

/** The value a field stands for; undefined where it cannot be read. */
function readValue(field: AnyField, value: FieldValue, locale?: string): FieldValue | number | null | undefined {
  if (typeof value !== 'string') return value;
  if (field.read !== undefined) return field.read(neat(value));
  switch (field.kind) {
    case 'wholeNumber': {
      const text = neat(value);
      if (text === '') return null;
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
    }
    case 'decimal': {
      const plain = locale === undefined ? neat(value) : plainAmount(neat(value), field, locale);
      const number = plain === undefined ? undefined : parseDecimal(plain, decimals);
      return number === undefined ? plain : formatDecimal(number, decimals);
    }
    case 'text':
    case 'code':
      return neat(value);
    default:
      return value;
  }
}

const isSame = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other);

/** Of several choices the order says nothing. */
const inOrder = (value: unknown): string => JSON.stringify(Array.isArray(value) ? value.map(String).sort() : value);
