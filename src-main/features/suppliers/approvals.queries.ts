import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { inactiveFrom } from '#main/features/partners/terms.queries.ts';
import { query } from '#main/store/query.ts';
import type { SimpleSource } from '#main/store/simpleList.ts';
import type { Read } from '#main/store/views.ts';
import { vouchedRecords } from '#main/store/vouchedRecords.ts';
import { dateOf, type Moment, type PlainDate } from '#shared/kernel/dates.ts';
import { isActiveOn } from '#shared/partners/roles.ts';
import { type Approval, type ReceiptRule, standingOn, statusOf } from '#shared/suppliers/approvals.ts';
import { receiptRuleRecord, supplierApprovalRecord } from '#shared/suppliers/records.ts';
import {
  approvalLevels,
  approvalList,
  approvalStatuses,
  type ListedApproval,
  receiptActs,
  receiptLevels,
} from '#shared/suppliers/vocabulary.ts';

export type ApprovalThatHolds = Approval & { reason: string; setAt: Moment };

/** What is said of suppliers, each compared with the journal: what is changed or taken away in the file approves nobody. */
export const approvalsThatHold = (db: Database, partner?: string): ApprovalThatHolds[] =>
  vouchedRecords(db, supplierApprovalRecord, partner).flatMap((row) => {
    const level = approvalLevels.find((one) => one === row['level']);
    const status = approvalStatuses.find((one) => one === row['approval']);
    if (level === undefined || status === undefined) return [];
    const until = row['validUntil'];
    return [
      {
        partner: String(row['partner']),
        level,
        code: String(row['code']),
        status,
        validFrom: String(row['validFrom']),
        validUntil: typeof until === 'string' ? until : null,
        reason: String(row['reason']),
        setAt: Number(row['holdsFrom']),
      },
    ];
  });

export const receiptRulesThatHold = (db: Database): (ReceiptRule & { setAt: Moment })[] =>
  vouchedRecords(db, receiptRuleRecord).flatMap((row) => {
    const level = receiptLevels.find((one) => one === row['level']);
    const act = receiptActs.find((one) => one === row['receiptAct']);
    if (level === undefined || act === undefined) return [];
    return [{ level, code: String(row['code']), act, setAt: Number(row['holdsFrom']) }];
  });

/** How the list of approved suppliers is read. What ends first comes first, and what has no end last. */
export const approvalSource: SimpleSource<typeof approvalList> = {
  list: approvalList,
  rows: (read, { reader: { db }, now, offsetMinutes }) => listedApprovals(read, db, dateOf(now, offsetMinutes)),
  isOrdered: true,
};

export async function listedApprovals(read: Read, db: Database, today: PlainDate): Promise<ListedApproval[]> {
  const partners = new Map((await read.all(partnerNames)).map(({ code, name }) => [code, name]));
  const products = new Map((await read.all(productNames)).map(({ code, name }) => [code, name]));
  const endOf = ({ validUntil }: Approval): string => validUntil ?? '9999';
  return approvalsThatHold(db)
    .toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : 0))
    .map(({ setAt: _setAt, validUntil, ...approval }) => ({
      ...approval,
      validUntil: validUntil ?? '',
      partnerName: partners.get(approval.partner) ?? '',
      name: approval.level === 'product' ? (products.get(approval.code) ?? '') : '',
      standing: standingOn({ ...approval, validUntil }, today),
    }));
}

/** Approvals that have ended or end soon, of suppliers that are still dealt with; what ends first comes first. */
export const approvalsEnding = async (read: Read, db: Database, today: PlainDate): Promise<ListedApproval[]> =>
  (await listedApprovals(read, db, today)).filter(
    ({ partner, status, standing }) =>
      status !== 'blocked' &&
      (standing === 'ended' || standing === 'endsSoon') &&
      isActiveOn(inactiveFrom(db, partner), today),
  );

const partnerNames = query((tables) => tables.selectFrom('partner').select(['code', 'name']));
const productNames = query((tables) => tables.selectFrom('product').select(['code', 'name']));

export type Purchase = {
  partner: string;
  product: string;
  name: string;
  category: string;
  document: string;
  at: Moment;
  offsetMinutes: number;
};

/** What came from suppliers and was not undone, the last first. */
export const purchases = query<{ partner: string; product: string }, Purchase>(
  (_, { partner, product }) => sql`select q.code as partner, p.code as product, p.name, p.category, m.document, m.at,
    m.offset_minutes as "offsetMinutes"
  from movement m join unit u on u.id = m.to_unit_id join product p on p.id = u.product_id join partner q on q.id = m.partner_id
  where m.kind = 'receipt' and m.reverses_id is null
    and (${partner} = '' or q.code = ${partner}) and (${product} = '' or p.code = ${product})
    and not exists (select 1 from movement r where r.reverses_id = m.id)
  order by m.at desc, m.id desc`,
);

/** Who delivered what without an approval that holds on a day, each pair once. */
export async function deliveredWithout(
  read: Read,
  db: Database,
  { partner, product, today }: { partner: string; product: string; today: PlainDate },
) {
  const approvals = approvalsThatHold(db);
  const pairs = Map.groupBy(await read.all(purchases, { partner, product }), (one) =>
    JSON.stringify([one.partner, one.product]),
  );
  return [...pairs.values()].flatMap(([last, ...earlier]) => {
    if (last === undefined) return [];
    const found = statusOf({ ...last, on: today }, approvals);
    return found === 'approved' || found === 'conditional' ? [] : [{ ...last, receipts: earlier.length + 1 }];
  });
}

export const productToApprove = query((tables, { code }: { code: string }) =>
  tables.selectFrom('product').select(['code', 'category']).where('code', '=', code),
);
export const categoryKnown = query((tables, { category }: { category: string }) =>
  tables.selectFrom('product').select('category').where('category', '=', category).limit(1),
);
export const supplierToApprove = query((tables, { code }: { code: string }) =>
  tables.selectFrom('partner').select(['code', 'kind']).where('code', '=', code),
);
