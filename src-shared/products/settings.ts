import { addDays, addMonths, type PlainDate } from '#shared/kernel/dates.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { formatCost, formatQuantity, parseCost, parseQuantity } from '#shared/kernel/quantity.ts';
import { isStatus } from '#shared/kernel/status.ts';
import type { ProductValues } from './records.ts';
import { type ShelfLife, type Span, spans } from './shelfLife.ts';
import {
  expiryPrecisions,
  type ExpiryPrecision,
  type SettingLevel,
  settingLevels,
  type SettingName,
  type SpanUnit,
  spanUnits,
  type TraceDetail,
  traceDetails,
  type Valuation,
  valuations,
} from './vocabulary.ts';

/** What a level says that there is none of: no shelf life, no other status, no limit. */
export const none = 'none';

/** Stands in place of what a level was to say from a later day on, and that it does not after all. */
export const takenBack = 'taken back';

/** So many of something, such as "18 months". */
export type Duration = { amount: number; unit: SpanUnit };

type Kind = 'span' | 'status' | 'quantity' | 'cost' | 'choice';
type Declared = {
  kind: Kind;
  /** What holds where no level says anything. */
  standard: string;
  /** The fields of a product in which it says its own from the beginning; none where it only says it from a day on. */
  fields: readonly (keyof ProductValues)[];
  choices: readonly string[];
  /** Whether it may be said of a later day. What no date of a lot follows from holds at once. */
  isDated: boolean;
};

const span = (name: Span): Declared => ({
  ...{ kind: 'span', standard: none, choices: [], isDated: true },
  fields: [`${name}Days`, `${name}Months`],
});
const status = (field: 'expiryStatus' | 'retestStatus'): Declared => ({
  ...{ kind: 'status', standard: none, choices: [], isDated: true },
  fields: [field],
});

/** Every setting of a product that a product, its category or the site may say. */
export const settingTable: Readonly<Record<SettingName, Declared>> = {
  shelfLife: span('shelfLife'),
  bestBefore: span('bestBefore'),
  useBy: span('useBy'),
  retest: span('retest'),
  expiryPrecision: { kind: 'choice', standard: 'day', choices: expiryPrecisions, isDated: true, fields: [] },
  expiryStatus: status('expiryStatus'),
  retestStatus: status('retestStatus'),
  lotCapacity: { kind: 'quantity', standard: none, choices: [], isDated: true, fields: ['lotCapacity'] },
  valuation: { kind: 'choice', standard: 'lot', choices: valuations, isDated: true, fields: [] },
  standardCost: { kind: 'cost', standard: none, choices: [], isDated: true, fields: ['standardCost'] },
  traceDetail: {
    ...{ kind: 'choice', standard: 'detailed', choices: traceDetails, isDated: false },
    fields: ['traceDetail'],
  },
};

/** That a level says a setting from a day on; "" takes back what it said before. */
export type SettingRule = {
  level: SettingLevel;
  /** Of the product or the category; "" of the site. */
  code: string;
  setting: SettingName;
  value: string;
  validFrom: PlainDate;
};

/** What settings are decided for: a product with what it says itself, or a category or the site alone. */
export type SettingsOwner = { code: string; category: string; own: Partial<Record<SettingName, string>> };

export type Decided = {
  value: string;
  /** "" where no level says anything. */
  level: SettingLevel | '';
  code: string;
  /** "" where it has been so from the beginning. */
  validFrom: PlainDate;
};

/** Whom a level is of, for what is decided for. */
export const codeAt = ({ code, category }: SettingsOwner, level: SettingLevel): string =>
  ({ product: code, category, site: '' })[level];

/** A day after which nothing is said: for what holds at once, whatever the day. */
export const always: PlainDate = '9999-12-31';

/** Whether a rule bears on what is decided for. */
export const isOver = ({ level, code }: SettingRule, owner: SettingsOwner): boolean =>
  code === codeAt(owner, level) && (level === 'site' || code !== '');

type Said = Pick<Decided, 'value' | 'validFrom'>;

/** What a level says itself on a day; a product does so from the beginning. */
export function saidAt(
  setting: SettingName,
  owner: SettingsOwner,
  level: SettingLevel,
  rules: readonly SettingRule[],
  on: PlainDate,
): Said {
  let said: Said = { value: level === 'product' ? (owner.own[setting] ?? '') : '', validFrom: '' };
  for (const rule of rules) {
    const isOurs = rule.setting === setting && rule.level === level && isOver(rule, owner);
    if (isOurs && rule.validFrom <= on && rule.validFrom > said.validFrom) said = rule;
  }
  return said;
}

/** What holds of a setting on a day: what the product says, or else its category, or else the site. */
export function decideSetting(
  setting: SettingName,
  owner: SettingsOwner,
  rules: readonly SettingRule[],
  on: PlainDate,
): Decided {
  for (const level of settingLevels) {
    const { value, validFrom } = saidAt(setting, owner, level, rules, on);
    if (value !== '') return { value, level, code: codeAt(owner, level), validFrom };
  }
  return { value: settingTable[setting].standard, level: '', code: '', validFrom: '' };
}

type OwnFields = ShelfLife &
  Pick<ProductValues, 'expiryStatus' | 'retestStatus' | 'lotCapacity' | 'standardCost' | 'traceDetail'>;

/** What a product says itself, from the beginning. */
export function ownSettings(product: OwnFields): SettingsOwner['own'] {
  const own: SettingsOwner['own'] = {
    expiryStatus: product.expiryStatus,
    retestStatus: product.retestStatus,
    lotCapacity: product.lotCapacity === null ? '' : formatQuantity(product.lotCapacity),
    standardCost: product.standardCost === null ? '' : formatCost(product.standardCost),
    traceDetail: product.traceDetail,
  };
  for (const name of spans) {
    const [days, months] = [product[`${name}Days`], product[`${name}Months`]];
    if (days !== null) own[name] = formatDuration({ amount: days, unit: 'days' });
    else if (months !== null) own[name] = formatDuration({ amount: months, unit: 'months' });
  }
  return own;
}

const letters: Readonly<Record<SpanUnit, string>> = { days: 'd', weeks: 'w', months: 'm' };
/** So many at most: a hundred years. */
const most: Readonly<Record<SpanUnit, number>> = { days: 36_500, weeks: 5200, months: 1200 };

/** As it is kept: "18m". */
export const formatDuration = ({ amount, unit }: Duration): string => `${amount}${letters[unit]}`;

export function parseDuration(text: string): Duration | undefined {
  const [, digits, letter] = /^(\d{1,5})([dwm])$/.exec(text) ?? [];
  const unit = spanUnits.find((one) => letters[one] === letter);
  const amount = Number(digits);
  return unit === undefined || amount > most[unit] ? undefined : { amount, unit };
}

/** What is wrong with a value; undefined where nothing is. "" takes back what was said. */
export function settingIssue(setting: SettingName, value: string): Message | undefined {
  const { kind, choices } = settingTable[setting];
  if (value === '') return undefined;
  if (kind === 'choice') return choices.includes(value) ? undefined : msg`Choose one of: ${choices.join(', ')}.`;
  if (value === none) return undefined;
  if (kind === 'span')
    return parseDuration(value) === undefined
      ? msg`Write a whole number of days, weeks or months, a hundred years at most.`
      : undefined;
  if (kind === 'quantity') return (parseQuantity(value) ?? 0n) > 0n ? undefined : msg`The quantity must be above zero.`;
  if (kind === 'cost')
    return (parseCost(value) ?? -1n) < 0n ? msg`Write the cost with at most four decimals, such as 12.5.` : undefined;
  if (!isStatus(value)) return msg`Write A, Q or R with an optional second character, such as A or Q1.`;
  return value.startsWith('A') ? msg`Nothing is released by itself. Choose a status of Q or R.` : undefined;
}

/** How long lots last, by what holds for them, and to which days their dates are told. */
export type LotLife = ShelfLife & { expiryPrecision: ExpiryPrecision };

type Decide = (setting: SettingName) => string;

export function lifeBy(decide: Decide): LotLife {
  const life: Partial<ShelfLife> = {};
  for (const name of spans) {
    const found = parseDuration(decide(name));
    const days = found?.unit === 'days' ? found.amount : found?.unit === 'weeks' ? found.amount * 7 : null;
    life[`${name}Days`] = days;
    life[`${name}Months`] = found?.unit === 'months' ? found.amount : null;
  }
  const said = decide('expiryPrecision');
  // Each of the spans was set.
  return { ...(life as ShelfLife), expiryPrecision: expiryPrecisions.find((one) => one === said) ?? 'day' };
}

/** The statuses that goods go to by themselves; "" where they keep the one they have. */
export const statusesBy = (decide: Decide): Pick<ProductValues, 'expiryStatus' | 'retestStatus'> => ({
  expiryStatus: statusOf(decide('expiryStatus')),
  retestStatus: statusOf(decide('retestStatus')),
});
const statusOf = (value: string): string => (value === none ? '' : value);

/** So much of a lot a document moves at most, in millionths; undefined for any quantity. */
export const capacityBy = (decide: Decide): bigint | undefined => parseQuantity(decide('lotCapacity'));

export const valuationBy = (decide: Decide): Valuation =>
  valuations.find((one) => one === decide('valuation')) ?? 'lot';

/** What one unit costs as a standard, in ten-thousandths; undefined where none is said. */
export const standardCostBy = (decide: Decide): bigint | undefined => parseCost(decide('standardCost'));

export const traceDetailBy = (decide: Decide): TraceDetail =>
  traceDetails.find((one) => one === decide('traceDetail')) ?? 'detailed';

/**
 * The day that is told of a date: itself; the last day of its month; or that of the month before, where it is not the
 * last day itself, so that nothing is told to last longer than it does.
 */
export function toldDay(date: PlainDate, precision: ExpiryPrecision): PlainDate {
  if (precision === 'day') return date;
  const first = `${date.slice(0, 7)}-01`;
  const last = addDays(addMonths(first, 1), -1);
  return precision === 'monthEnd' || date === last ? last : addDays(first, -1);
}

/** A value as sentences say it. */
export function settingSaid(setting: SettingName, value: string): MessageValue {
  const { kind } = settingTable[setting];
  const word = (path: string, or: string): MessageValue => ({ word: `products.settings.${path}`, or });
  if (value === '') return word('asAbove', 'as the level above says');
  if (value === takenBack) return word('takenBack', 'not after all');
  if (setting === 'traceDetail') return { word: `audit.traceDetails.${value}`, or: value };
  if (kind === 'choice') return word(`${setting === 'valuation' ? 'valuations' : 'precisions'}.${value}`, value);
  if (value === none) return word(`noneOf.${kind}`, none);
  if (kind === 'quantity' || kind === 'cost') return { decimal: value };
  const duration = kind === 'span' ? parseDuration(value) : undefined;
  if (duration === undefined) return value;
  const { amount, unit } = duration;
  return { list: [String(amount), word(`units.${unit}_${amount === 1 ? 'one' : 'other'}`, unit)], between: ' ' };
}
