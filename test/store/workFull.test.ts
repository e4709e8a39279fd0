import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { plantWith, row, on, posted } from '../support/plantTables.ts';

/** Lets the store grow by so many pages of 4 KB and no more, as a full disk would. */
async function limitPages(plant: TestApp, pages: number): Promise<void> {
  await plant.app.store.work(({ db }) => {
    const now = Number(db.pragma('page_count', { simple: true }));
    const free = Number(db.pragma('freelist_count', { simple: true }));
    expect(free).toBe(0);
    db.pragma(`max_page_count = ${now + pages}`);
  });
}

const receipts = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    posted('receipt', `MILK L${index}`, 1, on(5), { document: `GRN-${index}`, reason: 'x'.repeat(200) }),
  );

describe('when the disk is full', () => {
  it('a posting is done or refused as a whole, wherever it strikes, and the same command goes through when there is room', async () => {
    await using plant = await buildPlantApp();
    const movements = receipts(150);
    let refusals = 0;
    for (let pages = 0; pages < 200; pages += pages < 24 ? 2 : 10) {
      await limitPages(plant, pages);
      const before = plant.contentDigest();
      const seq = plant.app.store.head().seq;
      const code = await codeOf(plant.ask('movements.post', { movements }, { id: 'command-once' })).catch(() => 'done');
      if (code === 'done') break;
      expect(code, `${pages} pages`).toBe('STORE_FULL');
      expect(plant.contentDigest(), `${pages} pages`).toBe(before);
      expect(plant.app.store.head().seq).toBe(seq);
      refusals += 1;
    }
    expect(refusals).toBeGreaterThan(10);
    await limitPages(plant, 1_000_000);
    const { movements: ids } = await plant.ask('movements.post', { movements }, { id: 'command-once' });
    expect(ids).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
    expect(plant.verify()).toMatchObject({ ok: true });
  });

  it('an import is refused as a whole, and goes through when there is room', async () => {
    await using plant = await buildPlantApp();
    const tables = plantWith(Array.from({ length: 200 }, (_, index) => row('receipt', `MILK L${index}`, 1, on(5))));
    const before = plant.contentDigest();
    for (const pages of [0, 8]) {
      await limitPages(plant, pages);
      expect(await codeOf(plant.take(tables))).toBe('STORE_FULL');
      expect(plant.contentDigest()).toBe(before);
    }
    await limitPages(plant, 1_000_000);
    expect((await plant.take(tables)).movements).toBe(200);
    expect(plant.verify()).toMatchObject({ ok: true });
  });

  it('questions are answered all the same', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 5, on(5));
    await limitPages(plant, 0);
    const movements = receipts(150);
    expect(await codeOf(plant.ask('movements.post', { movements }))).toBe('STORE_FULL');
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 5']);
    expect(plant.verify()).toMatchObject({ ok: true });
  });
});
