import type { Database } from 'better-sqlite3';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { Work } from '#main/store/work.ts';
import { vouchedRecords } from '#main/store/vouchedRecords.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { parseAttributes } from '#shared/products/attributes.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import {
  always,
  capacityBy,
  codeAt,
  type Decided,
  decideSetting,
  lifeBy,
  type LotLife,
  ownSettings,
  type SettingRule,
  type SettingsOwner,
  standardCostBy,
  statusesBy,
  takenBack,
  traceDetailBy,
  valuationBy,
} from '#shared/products/settings.ts';
import { productSettingRecord } from '#shared/products/records.ts';
import {
  type SettingLevel,
  settingLevels,
  type SettingName,
  settingNames,
  type TraceDetail,
  type Valuation,
} from '#shared/products/vocabulary.ts';

/** The settings of some products as they hold on each day: loaded before they are asked for. */
export class ProductSettings {
  static readonly #known = new WeakMap<Work, ProductSettings>();

  readonly #read: Pick<Read, 'all'>;
  readonly #db: Database;
  readonly #owners = new Map<number, { owner: SettingsOwner; rules: readonly SettingRule[] }>();
  /** What each level says itself, by the level and whom it is of. */
  readonly #said = new Map<string, readonly SettingRule[]>();

  /** Those of a unit of work: whatever in it goes by them reads them once. */
  static of(work: Work): ProductSettings {
    const known = ProductSettings.#known.get(work) ?? new ProductSettings(work, work.db);
    ProductSettings.#known.set(work, known);
    return known;
  }

  constructor(read: Pick<Read, 'all'>, db: Database) {
    this.#read = read;
    this.#db = db;
  }

  async load(products: Iterable<number>): Promise<void> {
    const ids = [...new Set(products)].filter((id) => !this.#owners.has(id));
    if (ids.length === 0) return;
    for (const { id, code, category, ...fields } of await this.#read.all(ownersOf, { ids })) {
      const owner = { code, category, own: ownSettings(fields) };
      this.#owners.set(id, { owner, rules: rulesOver(owner, (level, of) => this.#rulesAt(level, of)) });
    }
  }

  decide(product: number, setting: SettingName, on: PlainDate): Decided {
    const known = this.#owners.get(product);
    if (known === undefined) throw new Error(`not loaded: settings of product ${product}`);
    return decideSetting(setting, known.owner, known.rules, on);
  }

  #rulesAt(level: SettingLevel, code: string): readonly SettingRule[] {
    const key = `${level} ${code}`;
    const said = this.#said.get(key) ?? rulesAt(this.#db, level, code);
    this.#said.set(key, said);
    return said;
  }

  life = (product: number, on: PlainDate): LotLife => lifeBy(this.#by(product, on));
  statuses = (product: number, on: PlainDate): ReturnType<typeof statusesBy> => statusesBy(this.#by(product, on));
  capacity = (product: number, on: PlainDate): bigint | undefined => capacityBy(this.#by(product, on));
  valuation = (product: number, on: PlainDate): Valuation => valuationBy(this.#by(product, on));
  standardCost = (product: number, on: PlainDate): bigint | undefined => standardCostBy(this.#by(product, on));

  #by(product: number, on: PlainDate) {
    return (setting: SettingName): string => this.decide(product, setting, on).value;
  }
}

/**
 * What bears on whom settings are decided for, as levels say it from days on, each compared with the journal: what is
 * changed or taken away in the file decides nothing. What others say is not read.
 */
export const settingRules = (db: Database, owner: SettingsOwner): SettingRule[] =>
  rulesOver(owner, (level, code) => rulesAt(db, level, code)).toSorted((a, b) =>
    a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0,
  );

const rulesOver = (
  owner: SettingsOwner,
  saidAtLevel: (level: SettingLevel, code: string) => readonly SettingRule[],
): SettingRule[] =>
  settingLevels.flatMap((level) => {
    const code = codeAt(owner, level);
    return code === '' && level !== 'site' ? [] : saidAtLevel(level, code);
  });

/** What one level says. */
export const rulesAt = (db: Database, level: SettingLevel, code: string): SettingRule[] =>
  vouchedRecords(db, productSettingRecord, level, code).flatMap((row) => {
    const setting = settingNames.find((one) => one === row['setting']);
    if (setting === undefined || row['value'] === takenBack) return [];
    return [{ level, code, setting, value: String(row['value']), validFrom: String(row['validFrom']) }];
  });

const ownersOf = query((tables, { ids }: { ids: readonly number[] }, { idsOf }) =>
  tables
    .selectFrom('product')
    .innerJoin(idsOf(ids).as('asked'), 'asked.id', 'product.id')
    .select(['product.id', 'code', 'category', 'lot_capacity as lotCapacity', 'trace_detail as traceDetail'])
    .select('standard_cost as standardCost')
    .select(['shelf_life_days as shelfLifeDays', 'shelf_life_months as shelfLifeMonths'])
    .select(['best_before_days as bestBeforeDays', 'best_before_months as bestBeforeMonths'])
    .select(['use_by_days as useByDays', 'use_by_months as useByMonths'])
    .select(['retest_days as retestDays', 'retest_months as retestMonths'])
    .select(['expiry_status as expiryStatus', 'retest_status as retestStatus']),
);

/** What a product, by its code, says itself; a category or the site says it in rules alone. */
export async function settingsOwner(
  read: Pick<Read, 'all' | 'one'>,
  { level, code }: Pick<SettingRule, 'level' | 'code'>,
): Promise<SettingsOwner | undefined> {
  if (level !== 'product') return { code: '', category: level === 'category' ? code : '', own: {} };
  const named = await read.one(idOf, { code });
  if (named === undefined) return undefined;
  const [owner] = await read.all(ownersOf, { ids: [named.id] });
  return owner === undefined ? undefined : { code, category: owner.category, own: ownSettings(owner) };
}

/** How the movements of a product, by its code, are kept in its trace log. It holds at once, for all there is. */
export async function traceDetailOf(read: Pick<Read, 'all' | 'one'>, db: Database, code: string): Promise<TraceDetail> {
  const owner = await settingsOwner(read, { level: 'product', code });
  if (owner === undefined) return 'detailed';
  const rules = settingRules(db, owner);
  return traceDetailBy((setting) => decideSetting(setting, owner, rules, always).value);
}

const idOf = query((tables, { code }: { code: string }) =>
  tables.selectFrom('product').select('id').where('code', '=', code),
);

export type Category = { code: string; name: string; version: number; products: number };

/** Every category: those recorded, and those that products name. */
export async function allCategories(read: Pick<Read, 'all'>): Promise<Category[]> {
  const found = new Map<string, Category>((await read.all(recorded)).map((one) => [one.code, { ...one, products: 0 }]));
  for (const { code, products } of await read.all(named)) {
    const known = found.get(code) ?? { code, name: '', version: 0 };
    if (code !== '') found.set(code, { ...known, products });
  }
  return [...found.values()];
}

const recorded = query((tables) => tables.selectFrom('product_category').select(['code', 'name', 'version']));
const named = query((tables) =>
  tables
    .selectFrom('product')
    .select(({ fn }) => ['category as code', fn.countAll<number>().as('products')])
    .groupBy('category'),
);

/** Every attribute that the plant says of its products, in the order of their codes. */
export const allAttributes = async (read: Pick<Read, 'all'>) =>
  (await read.all(attributes)).toSorted((a, b) => compareCodes(a.code, b.code));

const attributes = query((tables) =>
  tables.selectFrom('product_attribute').select(['code', 'attribute_kind as attributeKind', 'choices', 'version']),
);

/** How many products say each attribute. */
export async function attributeUses(read: Pick<Read, 'all'>): Promise<ReadonlyMap<string, number>> {
  const uses = new Map<string, number>();
  for (const text of (await attributesSaid(read)).values())
    for (const { attribute } of parseAttributes(text)) uses.set(attribute, (uses.get(attribute) ?? 0) + 1);
  return uses;
}

/** What products say besides, by their codes. */
export const attributesSaid = async (read: Pick<Read, 'all'>): Promise<ReadonlyMap<string, string>> =>
  new Map((await read.all(saying)).map(({ code, attributes: text }) => [code, text ?? '']));

const saying = query((tables) =>
  tables.selectFrom('product').select(['code', 'attributes']).where('attributes', 'is not', null),
);
