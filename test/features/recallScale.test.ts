import { beforeAll, describe, expect, it } from 'vitest';
import type { Recall } from '#main/features/recalls/recall.queries.ts';
import { droppedOf, recallViewOf } from '#main/features/recalls/recalls.answer.ts';
import { resolveUnits } from '#main/features/trace/units.queries.ts';
import { indexOf, recallOf, unitNamed } from '../support/askPlant.ts';
import { make, plantOf, receive, ship, use } from '../support/movements.ts';
import type { PlantStore } from '../support/plantStore.ts';

/**
 * One lot of pulp went into so many jars, half of them with one lot of sugar; every jar went to the next customer. The
 * first two jars are booked, the rest copied from them by the store itself.
 */
function buildPlant({ units, customers }: { units: number; customers: number }): PlantStore {
  const plant = plantOf(
    receive('PULP P1', units, 1),
    receive('SUGAR S1', units, 1),
    ...['WO-0', 'WO-1'].map((order) => use(order, 'PULP P1', 1, 2)),
    use('WO-0', 'SUGAR S1', 1, 2),
    ...[0, 1].flatMap((jar) => [make(`WO-${jar}`, `JAR J${jar}`, 10, 3), ship(`JAR J${jar}`, 9, 4)]),
  );
  const { db } = plant;
  const [even, odd] = [0, 1].map((jar) => plant.unit({ product: 'JAR', lot: `J${jar}` }));
  const first = plant.partner('C-000');
  for (let customer = 1; customer < customers; customer += 1) plant.partner(`C-${String(customer).padStart(3, '0')}`);
  const numbers = `with recursive jar (number) as (values (2) union all select number + 1 from jar where number + 1 < ${units}),
    copy (number, template) as (select number, iif(number % 2 = 0, ${even}, ${odd}) from jar)`;
  const copied = (table: string, fresh: Record<string, string>): void => {
    const names = db.prepare<[], string>(`select name from pragma_table_info('${table}')`).pluck().all();
    const kept = names.filter((name) => name !== 'id' || 'id' in fresh);
    const key = table === 'unit' ? 'id' : table === 'balance' ? 'unit_id' : 'to_unit_id';
    db.exec(`${numbers} insert into ${table} (${kept.join(', ')})
      select ${kept.map((name) => fresh[name] ?? `row.${name}`).join(', ')} from copy join ${table} row on row.${key} = copy.template`);
  };
  const unit = 'copy.number + 1000';
  copied('unit', { id: unit, lot: "'J' || copy.number" });
  copied('balance', { unit_id: unit });
  copied('movement', {
    from_unit_id: unit,
    to_unit_id: unit,
    partner_id: `iif(row.kind = 'shipment', ${first} + copy.number % ${customers}, null)`,
    document: "iif(row.kind = 'shipment', 'DN-' || copy.number, row.document)",
  });
  return plant;
}

/** Counts the questions put to the store from here on. */
function countReads({ db }: PlantStore): () => number {
  let reads = 0;
  const prepare = db.prepare.bind(db);
  // The driver's own type has more faces than a test needs to say.
  db.prepare = ((sql: string) => {
    const statement = prepare(sql);
    const [all, get] = [statement.all.bind(statement), statement.get.bind(statement)];
    statement.all = (...values: unknown[]) => ((reads += 1), all(...values));
    statement.get = (...values: unknown[]) => ((reads += 1), get(...values));
    return statement;
  }) as typeof db.prepare;
  return () => reads;
}

/** Opens what a screen opens, and how many reads each step took. */
function openRecall(plant: PlantStore) {
  const index = indexOf(plant);
  const named = (name: string): Recall => recallOf(plant, resolveUnits(plant.db, [unitNamed(name)]), { index });
  const [wide, narrow] = [named('PULP P1'), named('SUGAR S1')];
  const reads = countReads(plant);
  const slice = { offset: 0, limit: 100 };
  const step = <T>(ask: () => T): { answer: T; reads: number } => {
    const before = reads();
    return { answer: ask(), reads: reads() - before };
  };
  return {
    figures: step(() => recallViewOf(wide.view(slice, { documents: false }))),
    view: step(() => recallViewOf(wide.view(slice))),
    next: step(() => recallViewOf(wide.view({ offset: 100, limit: 100 }))),
    dropped: step(() => droppedOf(wide.beyond(narrow, slice))),
    customer: step(() => wide.deliveries('C-001').rows),
  };
}

describe('a recall of 5,000 units at 300 customers', () => {
  let recall: ReturnType<typeof openRecall>;
  beforeAll(() => {
    recall = openRecall(buildPlant({ units: 5000, customers: 300 }));
  });

  it('counts all of it and hands out a page', () => {
    const { counts, affected, customers, products } = recall.view.answer;
    // The first two jars went to a customer of their own.
    expect(counts).toMatchObject({ affected: 5001, onHand: 5001, customers: 301 });
    expect([affected.length, customers.length]).toEqual([100, 100]);
    expect(products.find(({ product }) => product === 'JAR')).toMatchObject({ shipped: '45000', onHand: '5000' });
    // Each of 5,000 lots of jars made 10 and shipped 9; two orders used a unit of pulp each, whatever was copied from them.
    expect(
      recall.view.answer.balances.map(({ product, ...parts }) => [product, parts.in, parts.out, parts.here]),
    ).toEqual([
      ['JAR', '50000', '45000', '5000'],
      ['PULP', '5000', '0', '4998'],
    ]);
    expect(recall.next.answer.customers[0]?.customer).toBe('C-100');
  });

  it('hands out what drops out by the page as well, and all that one customer got', () => {
    const { units, customers } = recall.dropped.answer;
    // The odd jars and the pulp; of 300 customers every other one got only odd jars.
    expect([units.total, units.rows.length]).toEqual([2501, 100]);
    expect([customers.total, customers.rows.length]).toEqual([150, 100]);
    // Jars 301, 601 … 4801.
    expect(recall.customer.answer).toHaveLength(16);
  });

  it('reads no documents where they are not asked for, and says all else', () => {
    const { view, figures } = recall;
    const withoutDocuments = view.answer.customers.map((customer) => ({ ...customer, deliveries: [] }));
    expect(figures.answer).toEqual({ ...view.answer, customers: withoutDocuments });
    expect(view.answer.customers.every(({ deliveries }) => deliveries.length > 0)).toBe(true);
  });

  it('reads by the page and by hundreds, never row by row', () => {
    for (const step of ['figures', 'view', 'next', 'dropped', 'customer'] as const)
      expect(recall[step].reads, step).toBeLessThan(40);
  });
});
