import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { on, plantWith, posted, row } from '../support/plantTables.ts';
import { copyStore, openAt } from '../support/stores.ts';
import { tamper } from '../support/tampering/tamper.ts';
import { tamperKinds } from '../support/tampering/kinds.ts';
import { checkPages } from '#main/features/audit/verifyPages.queries.ts';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import type { Verification } from '#shared/audit/contract.ts';

/** Nobody kept an anchor of these stores. */
const none = { held: 0, newest: '', givenUp: 0 };

let plant: TestApp;

/** Seven entries: the plant, an import of a work order with links, three postings, a refusal and a reversal. */
beforeAll(async () => {
  plant = await buildPlantApp();
  await plant.take(
    plantWith(
      [
        row('receipt', 'MILK L1', 10, on(5)),
        row('receipt', 'MILK L2', 10, on(5)),
        row('receipt', 'MOTOR #M1', 1, on(5)),
        row('consumption', 'MILK L1', 4, on(6), { run: 'R1' }),
        row('consumption', 'MOTOR #M1', 1, on(6), { run: 'R1' }),
        row('output', 'CAKE K1', 2, on(7), { run: 'R1' }),
      ],
      {
        lots: [
          { product: 'MILK', lot: 'L1', supplier: 'S1', supplier_lot: 'M-77' },
          { product: 'MILK', lot: 'NEVER-MOVED' },
        ],
        serial_links: [{ work_order: 'WO-1', parent_product: 'CAKE', component_product: 'MOTOR', quantity: '1' }],
      },
    ),
  );
  await plant.post('shipment', 'CAKE K1', 1, on(8));
  await codeOf(plant.post('shipment', 'CAKE K1', 9, on(8)));
  const id = await plant.post('shipment', 'CAKE K1', 1, on(9), { partner: 'C2' });
  await plant.ask('movements.reverse', { movements: [id], reason: 'wrong customer' });
  await plant.post('receipt', 'MILK L3', 1, on(10));
  await plant.app.close();
});

afterAll(() => plant[Symbol.asyncDispose]());

/** What a full check says of a copy of the store after a change. */
async function verifyAfter(change: (db: Database.Database) => void): Promise<Verification> {
  using copy = copyStore(plant.file);
  tamper(copy.file, change);
  const store = await openAt(copy.file, 'rescue');
  try {
    return verifyStore(store.reader().db, () => {});
  } finally {
    await store.close();
  }
}

describe('verifying finds', () => {
  it.each(Object.entries(tamperKinds))('%s', async (_name, { change, code, seq, where }) => {
    const { ok, problems } = await verifyAfter(change);
    expect(ok).toBe(false);
    expect(problems[0], JSON.stringify(problems)).toMatchObject({ code, seq, where: expect.stringMatching(where) });
  });

  it('bytes that are no text, though they read as what stood there', async () => {
    await using other = await buildPlantApp();
    await other.post('receipt', 'OIL', 1, on(5), { reason: 'label reads M\ufffdLK' });
    await other.app.close();
    for (const bytes of ['ff', 'b0', 'c3', 'f09f98', 'eda080', 'f08282ac']) {
      using copy = copyStore(other.file);
      tamper(copy.file, (db) => {
        const { changes } = db
          .prepare(
            "update movement set reason = cast(unhex(replace(hex(reason), 'EFBFBD', ?)) as text) where reason <> ''",
          )
          .run(bytes);
        expect(changes).toBe(1);
      });
      const store = await openAt(copy.file, 'rescue');
      const { ok, problems } = verifyStore(store.reader().db, () => {});
      await store.close();
      expect(ok, bytes).toBe(false);
      expect(problems.map(({ where }) => where)).toContain('movement 1');
    }
  });

  it('bytes that are no text in any column of text', async () => {
    using copy = copyStore(plant.file);
    const store = await openAt(copy.file, 'rescue');
    type Column = { name: string; column: string; rows: number };
    const columns = store
      .reader()
      .db.prepare<[], Column>(
        "select t.name, c.name as column from sqlite_schema t join pragma_table_info(t.name) c where t.type = 'table' and lower(c.type) = 'text' and t.name glob '[a-z]*'",
      )
      .all();
    await store.close();
    expect(columns.length).toBeGreaterThan(80);
    let tried = 0;
    for (const { name, column } of columns) {
      using own = copyStore(plant.file);
      let row = 0;
      tamper(own.file, (db) => {
        row =
          db.prepare<[], number>(`select min(rowid) from "${name}" where "${column}" is not null`).pluck().get() ?? 0;
        db.pragma('ignore_check_constraints = on');
        db.pragma('foreign_keys = off');
        db.prepare(`update "${name}" set "${column}" = "${column}" || cast(x'ff' as text) where rowid = ?`).run(row);
      });
      if (row === 0) continue;
      tried += 1;
      const opened = await openAt(own.file, 'rescue');
      const found: string[] = [];
      checkPages(
        opened.reader().db,
        ({ where }) => found.push(where),
        () => {},
      );
      await opened.close();
      expect(found, `${name}.${column}`).toContain(`${name} ${row}`);
    }
    expect(tried).toBeGreaterThan(40);
  });

  it('a page of the file that was damaged', async () => {
    using copy = copyStore(plant.file);
    tamper(copy.file, (db) => {
      db.exec(
        "pragma foreign_keys = off; delete from place where code = 'QUAR'; update place set id = 99 where code = 'STORE2'",
      );
      db.exec('update movement set to_place_id = 77 where id = 1');
    });
    const store = await openAt(copy.file, 'rescue');
    const { problems } = verifyStore(store.reader().db, () => {});
    await store.close();
    expect(problems.map(({ code }) => code)).toContain('PAGES_DAMAGED');
  });
});

describe('verifying says that all is well', () => {
  it('of an honest store with imports, postings, refusals and reversals, and how many entries it read', async () => {
    using copy = copyStore(plant.file);
    const store = await openAt(copy.file, 'read');
    expect(verifyStore(store.reader().db, () => {})).toEqual({ ok: true, entries: 7, problems: [], anchors: none });
    await store.close();
  });

  it('of an empty store', async () => {
    await using empty = await buildApp();
    expect(await empty.ask('audit.verify', {})).toEqual({ ok: true, entries: 0, problems: [], anchors: none });
  });

  it('of a product whose tracking was changed before it first moved', async () => {
    await using honest = await buildPlantApp();
    await honest.take({ lots: [{ product: 'MILK', lot: 'L1' }] });
    await honest.take({ products: [{ code: 'MILK', name: 'Milk', unit: 'kg', lot_tracking: 'none' }] });
    await honest.take({
      movements: [row('receipt', 'MILK', 5, on(5)), row('receipt', 'OIL', 5, on(5), { to: 'DOCK' })],
    });
    expect(await honest.ask('audit.verify', {})).toEqual({ ok: true, entries: 4, problems: [], anchors: none });
  });

  it.each(['food', 'device'] as const)(
    'of the %s demo plant, before and after work in it',
    async (demo) => {
      await using honest = await buildApp();
      expect((await honest.ask('exchange.importDemo', { plant: demo })).movements).toBeGreaterThan(1000);
      expect((await honest.ask('people.whoAmI', {})).store.demo).toBe(true);
      const [newest] = honest.rows<{ day: string }>(
        "select date(max(at + offset_minutes * 60000000) / 1000000, 'unixepoch') as day from movement",
      );
      expect(newest?.day).toBe('2026-06-01');
      expect(await honest.ask('audit.verify', {})).toEqual({ ok: true, entries: 1, problems: [], anchors: none });
      const { rows } = await honest.ask('movements.listBalances', { limit: 500 });
      const line = rows.find(
        ({ status, serial, quantity }) => status === 'A' && serial === '' && Number(quantity) >= 1,
      );
      if (line === undefined) throw new Error('the demo has no released stock');
      const scrap = posted('scrap', line.product, 1, '2026-06-01T12:00:00Z', {
        lot: line.lot,
        sublot: line.sublot,
        from: line.location,
      });
      const { movements } = await honest.ask('movements.post', { movements: [scrap] });
      await honest.ask('movements.reverse', { movements, reason: 'counted again' });
      expect(await honest.ask('audit.verify', {})).toEqual({ ok: true, entries: 3, problems: [], anchors: none });
    },
    60_000,
  );
});
