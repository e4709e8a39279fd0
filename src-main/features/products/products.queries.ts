import { msg } from '#shared/kernel/message.ts';
import type { QueriesOf } from '#main/context/context.ts';
import { firstFound, pageByCodes } from '#main/store/codeRows.ts';
import { query, type RowIn } from '#main/store/query.ts';
import { askList } from '#main/store/lists.ts';
import type { Read } from '#main/store/views.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { formatCost, formatQuantity } from '#shared/kernel/quantity.ts';
import { dayOf } from '#main/features/security/identity.queries.ts';
import { decideSetting, isOver, saidAt } from '#shared/products/settings.ts';
import { settingNames } from '#shared/products/vocabulary.ts';
import { productSource } from './productList.queries.ts';
import { allAttributes, allCategories, attributeUses, settingRules, settingsOwner } from './settings.queries.ts';

export const productQueries: QueriesOf<'products'> = {
  async settings({ level, code }, { read, reader: { db }, ...clock }) {
    const today = dayOf(db, clock);
    const owner = await settingsOwner(read, { level, code });
    if (owner === undefined) throw new LotlineError('NOT_FOUND', msg`There is no product ${code}.`, { field: 'code' });
    const rules = settingRules(db, owner);
    return {
      category: owner.category,
      settings: settingNames.map((setting) => ({
        setting,
        holds: decideSetting(setting, owner, rules, today),
        own: saidAt(setting, owner, level, rules, today).value,
        coming: rules.flatMap((rule) =>
          rule.setting === setting && rule.validFrom > today && isOver(rule, owner)
            ? [{ value: rule.value, level: rule.level, code: rule.code, validFrom: rule.validFrom }]
            : [],
        ),
      })),
    };
  },

  async listCategories(_input, { read }) {
    const categories = await allCategories(read);
    return { categories: categories.toSorted((a, b) => compareCodes(a.code, b.code)) };
  },

  async listAttributes(_input, { read }) {
    const uses = await attributeUses(read);
    const attributes = await allAttributes(read);
    return { attributes: attributes.map((one) => ({ ...one, products: uses.get(one.code) ?? 0 })) };
  },

  listWithStock: (question, context) => askList(productSource, question, context),

  async get({ code }, { read }) {
    const product = await findProduct(read, code);
    if (product === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no product ${code}.`, { field: 'code' });
    const { id, version, stockManaged, standardCost, lotCapacity, expiryCap, attributes, packUnits, ...rest } = product;
    return {
      ...rest,
      version,
      moved: (await read.one(anyMovement, { id })) !== undefined,
      suppliers: (await read.all(suppliersOf, { id })).map((row) => row.code).sort(compareCodes),
      stockManaged: stockManaged === 1,
      lotCapacity: lotCapacity === null ? '' : formatQuantity(lotCapacity),
      expiryCap: expiryCap ?? '',
      attributes: attributes ?? '',
      packUnits: packUnits ?? '',
      standardCost: standardCost === null ? '' : formatCost(standardCost),
    };
  },

  async list({ search, bySerial, offset, limit }, { read }) {
    const found = await firstFound(search, codes, (asked) => read.all(asked, { search }));
    const { ids, total } = pageByCodes(
      found.flatMap(({ id, code, serialTracking }) => (bySerial && serialTracking === 'none' ? [] : [[id, code]])),
      { offset, limit },
    );
    const rows = await read.all(page, { ids });
    return {
      total,
      rows: rows.map(({ stockManaged, ...row }) => ({ ...row, stockManaged: stockManaged === 1 })),
    };
  },
};

/** A product as it is. */
export const findProduct = (read: Read, code: string): Promise<StoredProduct | undefined> =>
  read.one(productNamed, { code });

type StoredProduct = RowIn<typeof productNamed>;

/** In the order of the record, which is the order of changes told to people. */
const productNamed = query((tables, { code }: { code: string }) =>
  tables
    .selectFrom('product')
    .select(['id', 'version', 'code', 'name', 'category', 'unit'])
    .select(['lot_tracking as lotTracking', 'serial_tracking as serialTracking', 'stock_managed as stockManaged'])
    .select('lot_capacity as lotCapacity')
    .select(['trace_detail as traceDetail', 'shelf_life_days as shelfLifeDays', 'shelf_life_months as shelfLifeMonths'])
    .select(['best_before_days as bestBeforeDays', 'best_before_months as bestBeforeMonths'])
    .select(['use_by_days as useByDays', 'use_by_months as useByMonths'])
    .select(['retest_days as retestDays', 'retest_months as retestMonths'])
    .select('expiry_cap as expiryCap')
    .select(['expiry_status as expiryStatus', 'retest_status as retestStatus'])
    .select(['standard_cost as standardCost', 'gtin', 'attributes', 'pack_units as packUnits'])
    .where('code', '=', code),
);

const anyMovement = query((tables, { id }: { id: number }) =>
  tables
    .selectFrom('unit')
    .innerJoin('movement', 'movement.to_unit_id', 'unit.id')
    .select('unit.id')
    .where('unit.product_id', '=', id)
    .limit(1),
);

/** Who delivered it: as its lots say, and of goods without a lot as their receipts do. */
const suppliersOf = query((tables, { id }: { id: number }) =>
  tables
    .selectFrom('lot')
    .innerJoin('partner', 'partner.id', 'lot.supplier_id')
    .select('partner.code')
    .where('lot.product_id', '=', id)
    .union(
      tables
        .selectFrom('unit')
        .innerJoin('movement', 'movement.to_unit_id', 'unit.id')
        .innerJoin('partner', 'partner.id', 'movement.partner_id')
        .select('partner.code')
        .where('unit.product_id', '=', id)
        .where('unit.lot', '=', '')
        .where('movement.kind', '=', 'receipt'),
    ),
);

const codesThat = (hold: 'names' | 'holdsLoosely' | 'holdsNarrow') =>
  query((tables, { search }: { search: string }, idioms) =>
    tables
      .selectFrom('product')
      .select(['id', 'code', 'serial_tracking as serialTracking'])
      .where(({ or, ref }) => or([idioms[hold](ref('code'), search), idioms[hold](ref('name'), search)])),
  );

const codes = {
  names: codesThat('names'),
  holdsLoosely: codesThat('holdsLoosely'),
  holdsNarrow: codesThat('holdsNarrow'),
};

const page = query((tables, { ids }: { ids: readonly number[] }, { idsOf }) =>
  tables
    .selectFrom('product')
    .innerJoin(idsOf(ids).as('asked'), 'asked.id', 'product.id')
    .select(['code', 'name', 'category', 'unit'])
    .select(['lot_tracking as lotTracking', 'serial_tracking as serialTracking', 'trace_detail as traceDetail'])
    .select('stock_managed as stockManaged')
    .orderBy('asked.place'),
);
