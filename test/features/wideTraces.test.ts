import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveUnits } from '#main/features/trace/units.queries.ts';
import { type WideQuestion, writeWide } from '#main/features/trace/wideTraces.ts';
import { buildDemoApp, type TestApp } from '../support/app.ts';
import { indexOf } from '../support/askPlant.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildDemoApp('food');
});
afterAll(() => plant[Symbol.asyncDispose]());

const root = { product: 'APR-PUREE', lot: 'AP-0028', sublot: '', serial: '' };
const question = { roots: [root], direction: 'downstream' as const };

function walk(dated = false): WideQuestion {
  const { db } = plant.app.store.reader();
  const roots = resolveUnits(db, [root]).map(({ id }) => id);
  const { seq } = plant.app.store.head();
  const walked = indexOf({ db }).walk({ roots, direction: 'downstream', dated });
  return { key: `dated ${dated}`, seq, roots, direction: 'downstream', ordering: 'codePoint', walk: walked };
}

describe('a wide trace, read in a worker', () => {
  it('is the same as a narrow one, read at once: whole, in pages, and as a picture', async () => {
    const { file } = plant.app.store;
    expect(await writeWide(file, walk(), { kind: 'get', want: {} })).toEqual(await plant.ask('trace.get', question));
    for (const offset of [0, 5])
      expect(await writeWide(file, walk(), { kind: 'view', want: { offset, limit: 5 } })).toEqual(
        await plant.ask('trace.view', { ...question, offset, limit: 5 }),
      );
    expect(await writeWide(file, walk(), { kind: 'picture', want: { expanded: [], held: [] } })).toEqual(
      await plant.ask('trace.picture', question),
    );
    expect(await writeWide(file, walk(true), { kind: 'get', want: {} })).toEqual(
      await plant.ask('trace.get', { ...question, dated: true }),
    );
  });

  it('says when the store was written to since the walk', async () => {
    const before = walk();
    expect(await writeWide(plant.app.store.file, { ...before, seq: before.seq - 1 }, { kind: 'get', want: {} })).toBe(
      'moved',
    );
  });

  it('of a store that cannot be read is refused, and the next question has a worker again', async () => {
    const wanted = { kind: 'get' as const, want: {} };
    await expect(writeWide(`${plant.app.store.file}.gone`, walk(), wanted)).rejects.toThrow(/open/);
    expect(await writeWide(plant.app.store.file, walk(), wanted)).toHaveProperty('units');
  });
});
