import { describe, expect, it } from 'vitest';
import { canonical, type EntryBody, hex, noHash, sha256 } from '#main/store/chain.ts';
import { asPerson, buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { on, posted } from '../support/plantTables.ts';

type Entry = {
  seq: number;
  at: number;
  person: string;
  command_id: string;
  operation: string;
  outcome: string;
  body: string;
  previous_hash: Buffer;
  hash: Buffer;
};

const entriesOf = (plant: TestApp): Entry[] => plant.rows<Entry>('select * from audit_entry order by seq');
// The unit of work wrote it.
const bodyOf = (entry: Entry | undefined): EntryBody => JSON.parse(entry?.body ?? '') as EntryBody;

describe('the audit chain', () => {
  it('numbers entries from 1 without a gap, each hashed over its stored bytes and tied to the one before it', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 5, on(5));
    await codeOf(plant.post('shipment', 'MILK L1', 9, on(6)));
    await plant.post('shipment', 'MILK L1', 5, on(6));
    const entries = entriesOf(plant);
    expect(entries.map(({ seq, operation, outcome }) => [seq, operation, outcome])).toEqual([
      [1, 'exchange.import', 'done'],
      [2, 'movements.post', 'done'],
      [3, 'movements.post', 'refused'],
      [4, 'movements.post', 'done'],
    ]);
    let previous: Uint8Array = noHash;
    for (const entry of entries) {
      const body = bodyOf(entry);
      expect(hex(entry.previous_hash)).toBe(hex(previous));
      expect(hex(sha256(entry.body))).toBe(hex(entry.hash));
      expect(canonical(body)).toBe(entry.body);
      expect([body.previous, body.seq, body.store]).toEqual([hex(previous), entry.seq, plant.app.store.id]);
      previous = entry.hash;
    }
    expect(hex(plant.app.store.head().hash)).toBe(hex(previous));
    expect(plant.app.store.head().seq).toBe(4);
  });

  it('says who, where, when, what, with which answer, and how much each journal grew', async () => {
    await using plant = await buildPlantApp();
    const mara = asPerson(plant.me, 'mara');
    await plant.ask(
      'movements.post',
      { movements: [posted('receipt', 'MILK L1', 5, on(5))] },
      { as: mara, id: 'command-of-mara' },
    );
    const entry = entriesOf(plant).at(-1);
    expect(bodyOf(entry)).toMatchObject({
      v: 1,
      at: '2026-06-01T12:00:00Z',
      person: { id: 'mara', name: 'mara' },
      role: 'owner',
      session: 'session of mara',
      host: 'test',
      command: 'command-of-mara',
      operation: 'movements.post',
      outcome: 'done',
      reply: { movements: [1] },
      journals: { movement: { count: 1, last: 1 }, version: { count: 1 } },
    });
    expect(bodyOf(entry).app).toMatch(/^\d+\.\d+\.\d+$/);
    expect(entry).toMatchObject({
      person: 'mara',
      command_id: 'command-of-mara',
      operation: 'movements.post',
      outcome: 'done',
    });
  });

  it('never falls back in time, and says when the computer’s clock was behind', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 5, on(5));
    plant.clock.set('2026-05-31T10:00:00Z');
    await plant.post('receipt', 'MILK L1', 5, on(6));
    plant.clock.set('2026-06-01T13:00:00Z');
    await plant.post('receipt', 'MILK L1', 5, on(7));
    expect(
      entriesOf(plant)
        .map(bodyOf)
        .map(({ at, clockBehind }) => [at, clockBehind]),
    ).toEqual([
      ['2026-06-01T12:00:00Z', undefined],
      ['2026-06-01T12:00:00Z', undefined],
      ['2026-06-01T12:00:00Z', '2026-05-31T10:00:00Z'],
      ['2026-06-01T13:00:00Z', undefined],
    ]);
    expect(plant.verify()).toMatchObject({ ok: true, entries: 4 });
  });

  it('is one chain over commands sent at once', async () => {
    await using plant = await buildPlantApp();
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => plant.post('receipt', `MILK L${index % 3}`, 1, on(5 + index))),
    );
    expect(entriesOf(plant).map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
    expect(plant.verify()).toMatchObject({ ok: true, entries: 13, problems: [] });
  });

  it('goes on after the store was closed and opened', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 5, on(5));
    await plant.reopen();
    await plant.post('shipment', 'MILK L1', 5, on(6));
    expect(plant.verify()).toMatchObject({ ok: true, entries: 3, problems: [] });
  });
});

describe('canonical JSON', () => {
  it('has one form for one value, whatever the order of its keys', () => {
    expect(canonical({ b: [{ d: 1, c: null }], a: 'ä"\n' })).toBe('{"a":"ä\\"\\n","b":[{"c":null,"d":1}]}');
    expect(canonical({ a: 1, b: { x: 1, y: 2 } })).toBe(canonical({ b: { y: 2, x: 1 }, a: 1 }));
    expect(canonical(['b', 'a'])).toBe('["b","a"]');
  });
});
