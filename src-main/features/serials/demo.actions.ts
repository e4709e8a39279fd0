import { sql } from 'kysely';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { query } from '#main/store/query.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import { dateOf, type Moment } from '#shared/kernel/dates.ts';
import { missingSerialRecord, serviceEventRecord, warrantyRuleRecord } from '#shared/serials/records.ts';

type By = { person: { id: string; name: string }; now: Moment; offsetMinutes: number };

/** A rule of warranty, a service of a device that is with a customer, and a device that is missing: for the demo. */
export async function addDemoService(work: Work, product: string, { person, now, offsetMinutes }: By): Promise<void> {
  const at = trailTime(work.db, now);
  const by = { person: person.id, personName: person.name };
  const rule = { level: 'product', code: product, validFrom: '2020-01-01', months: 24, starts: 'delivery' };
  saveRecord(work, warrantyRuleRecord, rule);
  const [delivered, lying] = [await work.one(lastDelivered, { product }), await work.one(lastLying, { product })];
  if (delivered === undefined || lying === undefined) throw new Error(`no serials of ${product}`);
  const parts = { partInProduct: '', partInSerial: '', partOutProduct: '', partOutSerial: '' };
  saveRecord(work, serviceEventRecord, {
    ...{ product, number: 'SV-1', serial: delivered.serial, kind: 'inspection', doneOn: dateOf(at, offsetMinutes) },
    ...{ ...parts, ...by, done: 'Output measured at the customer: within limits', recordedAt: at, withdrawn: '' },
  });
  saveRecord(work, missingSerialRecord, {
    ...{ product, number: 'MS-1', serial: lying.serial, noticedBy: 'count', reason: 'Not in its box at the count' },
    ...{ ...by, reportedAt: at, foundAt: null, foundReason: '' },
  });
}

const lastDelivered = query<{ product: string }, { serial: string }>(
  (_, { product }) => sql`select u.serial from product p join unit u on u.product_id = p.id
    join movement m on m.to_unit_id = u.id and m.kind = 'shipment'
  where p.code = ${product} and u.serial <> '' and not exists (select 1 from balance b where b.unit_id = u.id)
  order by m.id desc limit 1`,
);
const lastLying = query<{ product: string }, { serial: string }>(
  (_, { product }) => sql`select u.serial from product p join unit u on u.product_id = p.id
    join balance b on b.unit_id = u.id
  where p.code = ${product} and u.serial <> '' order by u.id desc limit 1`,
);
