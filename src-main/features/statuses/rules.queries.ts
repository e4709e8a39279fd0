import type { Database } from 'better-sqlite3';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { vouchedRecords } from '#main/store/vouchedRecords.ts';
import { statusRuleRecord } from '#shared/statuses/records.ts';
import { type StatusRule, takenOf } from '#shared/statuses/rules.ts';
import { ruledActs, ruleLevels } from '#shared/statuses/vocabulary.ts';

/** The rules that hold, each compared with the journal: what is changed or taken away in the file frees no goods. */
export const rulesThatHold = (db: Database): StatusRule[] =>
  vouchedRecords(db, statusRuleRecord).flatMap((row) => {
    const level = ruleLevels.find((one) => one === row['level']);
    const act = ruledActs.find((one) => one === row['ruledAct']);
    const taken = takenOf({ taken: String(row['taken']) });
    if (level === undefined || act === undefined || taken.length === 0) return [];
    return [{ level, act, taken, code: String(row['code']), setAt: Number(row['holdsFrom']) }];
  });

/** The categories of products by their codes; "" where they have none. */
export async function categoriesOf(
  read: Pick<Read, 'all'>,
  codes: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await read.all(categories, { codes: [...new Set(codes)] });
  return new Map(rows.map(({ code, category }) => [code, category]));
}

const categories = query((tables, { codes }: { codes: readonly string[] }, { textsOf }) =>
  tables.selectFrom('product').select(['code', 'category']).where('code', 'in', textsOf(codes)),
);

/** What a rule may be of. */
export const productToRule = query((tables, { code }: { code: string }) =>
  tables.selectFrom('product').select(['code', 'category']).where('code', '=', code),
);
export const partnerToRule = query((tables, { code }: { code: string }) =>
  tables.selectFrom('partner').select('code').where('code', '=', code),
);

/** The statuses that the plant has a name for. */
export const namedStatuses = query((tables) =>
  tables.selectFrom('stock_status').select(['status', 'name', 'look']).where('name', '<>', '').orderBy('status'),
);
