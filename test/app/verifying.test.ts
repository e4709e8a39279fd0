import { inEnglish } from '#shared/kernel/message.ts';
import { appendFileSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptStoreAt } from '#main/app/anchors.ts';
import { createApp } from '#main/app/createApp.ts';
import { refusalOf } from '../support/app.ts';
import { buildKept, type Kept, openAgain } from '../support/keptAnchors.ts';
import { on, row } from '../support/plantTables.ts';
import { tamper } from '../support/tampering/tamper.ts';

/** The one file of a day in the folder for daily anchors. */
const dayFile = (plant: Kept): string => {
  const own = join(plant.places.daily, plant.app.store.id);
  return join(own, readdirSync(own)[0] ?? '');
};

/** Keeps a secret by turning its bytes over. */
const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
const turning = {
  by: 'system',
  seal: (secret: Buffer) => turned(secret).toString('hex'),
  open: (sealed: string) => turned(Buffer.from(sealed, 'hex')),
} as const;

describe('anchors', () => {
  it('are left every day and at the end, and held against the store when it is verified', async () => {
    await using plant = await buildKept();
    await plant.app.close();
    await openAgain(plant);
    plant.clock.set('2026-06-02T08:00:00Z');
    await plant.post('receipt', 'OIL L1', 1, on(7));
    await plant.app.close();
    expect(plant.daily().map(({ seq, at }) => `${at.slice(0, 10)} ${seq}`)).toEqual(['2026-06-01 3', '2026-06-02 4']);
    await openAgain(plant);
    expect(await plant.ask('audit.verify', {})).toEqual({
      ok: true,
      entries: 4,
      problems: [],
      anchors: { held: 2, newest: '2026-06-02T08:00:00Z', givenUp: 0 },
    });
  });

  it('of a day are signed where the system keeps the key; one that was changed is none', async () => {
    await using plant = await buildKept();
    await plant.app.close();
    rmSync(plant.places.daily, { recursive: true });
    const places = { ...plant.places, key: join(plant.folder, 'site-key.json'), secrets: turning };
    await openAgain(plant, 'write', places);
    await plant.app.close();
    const [signed] = plant.daily();
    expect(signed?.signature?.key).toMatch(/^MCow/);
    await openAgain(plant, 'write', { ...places, heads: undefined });
    expect(await plant.ask('audit.verify', {})).toMatchObject({ ok: true, anchors: { held: 1 } });
    await plant.app.close();
    // Of an entry that is not there: were it believed, the store would not hold.
    writeFileSync(dayFile(plant), `${JSON.stringify({ ...signed, seq: 99 })}\n`);
    await openAgain(plant, 'read', { ...places, heads: undefined });
    expect(await plant.ask('audit.verify', {})).toMatchObject({ ok: true, anchors: { held: 0 } });
  });

  it('that somebody added unsigned are passed over and told where this computer signs its own', async () => {
    await using plant = await buildKept();
    await plant.app.close();
    rmSync(plant.places.daily, { recursive: true });
    const places = { ...plant.places, key: join(plant.folder, 'site-key.json'), secrets: turning };
    await openAgain(plant, 'write', places);
    const store = plant.app.store.id;
    const odd = { v: 1, store, seq: 3, hash: '0'.repeat(64), at: '2026-06-01T12:00:00Z' };
    appendFileSync(dayFile(plant), `${JSON.stringify(odd)}\n${JSON.stringify({ ...odd, seq: 99 })}\n`);
    expect(await plant.ask('audit.verify', {})).toMatchObject({
      ok: true,
      anchors: { held: 1, told: [expect.stringMatching(/passed over.*: 2\.$/)] },
    });
    await plant.post('receipt', 'OIL L1', 1, on(7));
  });

  it('that somebody added where nothing is signed are told of, and stop no work', async () => {
    await using plant = await buildKept();
    await plant.app.close();
    await openAgain(plant);
    const odd = { v: 1, store: plant.app.store.id, seq: 3, hash: '0'.repeat(64), at: '2026-06-01T12:00:00Z' };
    appendFileSync(dayFile(plant), `${JSON.stringify(odd)}\n`);
    const found = await plant.ask('audit.verify', {});
    expect(found).toMatchObject({ ok: false, problems: [{ code: 'ANCHOR_MISSING', seq: 3 }] });
    await plant.post('receipt', 'OIL L1', 1, on(7));
    // Until somebody says that the store is right: then the line is passed over for good.
    expect(await plant.app.check({ anchors: [], accept: true })).toMatchObject({ ok: true });
    expect(await plant.ask('audit.verify', {})).toMatchObject({
      ok: true,
      anchors: { told: [expect.stringMatching(/: 1\.$/)] },
    });
    const { seq } = plant.app.store.head();
    await plant.app.close();
    expect(plant.daily().at(-1)?.seq).toBe(seq);
  });

  it('are not left where nothing may be written, and a folder that cannot be written keeps nobody from working', async () => {
    await using plant = await buildKept();
    await plant.app.close();
    rmSync(plant.places.daily, { recursive: true });
    await openAgain(plant, 'read');
    await plant.app.close();
    expect(existsSync(plant.places.daily)).toBe(false);
    writeFileSync(plant.places.daily, 'a file where the folder ought to be');
    await openAgain(plant);
    await plant.post('receipt', 'OIL L1', 1, on(7));
    expect((await plant.ask('audit.verify', {})).ok).toBe(true);
  });

  it('named by a person are held against the store beside the known ones; a page may name none', async () => {
    await using plant = await buildKept();
    await plant.app.close();
    await openAgain(plant);
    const file = join(plant.folder, 'elsewhere.anchor');
    const [known] = plant.daily();
    writeFileSync(file, JSON.stringify({ ...known, at: '2026-06-01T07:30:00Z' }));
    const held = async (...anchors: string[]): Promise<number> =>
      (await plant.ask('audit.verify', { anchors })).anchors.held;
    expect([await held(), await held(file)]).toEqual([1, 2]);
    // One that is known here already is no further one.
    expect(await held(file, dayFile(plant))).toBe(2);
    const page = plant.app.open({ readsPaths: false });
    expect((await refusalOf(plant.ask('audit.verify', { anchors: [file] }, { as: page }))).code).toBe('PATH_REFUSED');
  });

  it('of another store do not fit, and do not stop the work either', async () => {
    await using plant = await buildKept();
    await using other = await buildKept();
    await other.app.close();
    await openAgain(other);
    const found = await plant.ask('audit.verify', { anchors: [dayFile(other)] });
    expect(found).toMatchObject({ ok: false, problems: [{ code: 'ANCHOR_MISSING', seq: 3 }] });
    expect(found.problems[0]?.message).toContain('another store');
    await plant.post('receipt', 'OIL L1', 1, on(7));
  });
});

describe('the verified head', () => {
  it('is remembered after a full check, and only when the store holds', async () => {
    await using plant = await buildKept();
    expect(plant.head()).toBeUndefined();
    await plant.ask('audit.verify', {});
    expect(plant.head()).toMatchObject({ seq: 3, store: plant.app.store.id });
    await plant.post('receipt', 'OIL L1', 1, on(7));
    await plant.app.close();
    tamper(plant.file, (db) => db.exec("update partner set email = 'x' where code = 'C1'"));
    await openAgain(plant);
    expect((await plant.ask('audit.verify', {})).ok).toBe(false);
    expect(plant.head()?.seq).toBe(3);
  });

  it('has an older copy refused at the door, told by verifying it, and opened for reading alone', async () => {
    await using plant = await buildKept();
    await plant.app.close();
    copyFileSync(plant.file, `${plant.file}-older`);
    await openAgain(plant);
    await plant.post('receipt', 'OIL L1', 1, on(7));
    await plant.ask('audit.verify', {});
    await plant.app.close();
    copyFileSync(`${plant.file}-older`, plant.file);
    for (const mode of ['write', 'read'] as const) {
      const refused = await refusalOf(openAgain(plant, mode));
      expect(refused).toMatchObject({ code: 'STORE_DAMAGED', details: { readable: true, seq: 4 } });
      expect(refused.message).toMatch(/not the store this computer verified.*entry 4/);
    }
    await openAgain(plant, 'rescue');
    expect(inEnglish(plant.app.store.readOnly)).toContain('not the store this computer verified');
    expect(await plant.app.check({ anchors: [] })).toMatchObject({
      ok: false,
      problems: [{ code: 'ANCHOR_MISSING', seq: 4 }],
    });
  });

  it('has a copy that somebody went on from refused, though it is longer', async () => {
    await using plant = await buildKept();
    await plant.app.close();
    copyFileSync(plant.file, `${plant.file}-branch`);
    await openAgain(plant);
    await plant.post('receipt', 'OIL L1', 1, on(7));
    await plant.ask('audit.verify', {});
    await plant.app.close();
    copyFileSync(`${plant.file}-branch`, plant.file);
    await openAgain(plant, 'write', {});
    for (const day of [8, 9, 10]) await plant.post('receipt', 'OIL L2', 1, on(day));
    await plant.app.close();
    expect((await refusalOf(openAgain(plant))).message).toMatch(/entry 4 is another one/);
    await openAgain(plant, 'rescue');
  });
});

describe('what was acknowledged', () => {
  /** A store with an entry more than its copy has, closed and never verified. */
  async function buildLater(): Promise<Kept> {
    const plant = await buildKept();
    await plant.app.close();
    copyFileSync(plant.file, `${plant.file}-older`);
    await openAgain(plant);
    await plant.post('receipt', 'OIL L1', 1, on(7));
    return plant;
  }

  it('has an older copy in its place refused, until a person says that it is right', async () => {
    await using plant = await buildLater();
    await plant.app.close();
    const later = readFileSync(plant.file);
    copyFileSync(`${plant.file}-older`, plant.file);
    for (const mode of ['write', 'read'] as const) {
      const refused = await refusalOf(openAgain(plant, mode));
      expect(refused).toMatchObject({ code: 'STORE_DAMAGED', details: { readable: true, seq: 4 } });
      expect(refused.message).toMatch(/not as this computer left it.*Entry 4.*gone.*--accept/);
    }
    await openAgain(plant, 'rescue');
    expect(await plant.app.check({ anchors: [] })).toMatchObject({ ok: false });
    await plant.app.close();
    // Looking at it forgot nothing; the newer one is right as before.
    expect((await refusalOf(openAgain(plant))).code).toBe('STORE_DAMAGED');
    writeFileSync(plant.file, later);
    await openAgain(plant);
    await plant.app.close();
    copyFileSync(`${plant.file}-older`, plant.file);
    acceptStoreAt(plant.file, plant.places.heads);
    await openAgain(plant);
    await plant.post('receipt', 'OIL L1', 1, on(8));
  });

  it('is remembered while the store is open, and of a place alone', async () => {
    await using plant = await buildLater();
    const elsewhere = join(plant.folder, 'elsewhere.lotline');
    copyFileSync(`${plant.file}-older`, elsewhere);
    const second = await createApp({ file: elsewhere, mode: 'write', host: 'test', anchors: plant.places });
    await second.close();
    // As one that is killed leaves it.
    expect([plant.endAt(plant.file), plant.endAt(elsewhere)]).toEqual([4, 3]);
  });

  it('keeps nobody from working where it cannot be remembered', async () => {
    await using plant = await buildKept();
    await plant.app.close();
    const heads = join(plant.folder, 'a file where the folder ought to be');
    writeFileSync(heads, '');
    await openAgain(plant, 'write', { heads });
    await plant.post('receipt', 'OIL L1', 1, on(7));
    await plant.app.close();
    await openAgain(plant, 'write', { heads });
  });
});

describe('a store that does not hold', () => {
  it('is only read from the moment it was verified', async () => {
    await using plant = await buildKept();
    await plant.app.close();
    tamper(plant.file, (db) => db.exec("update partner set email = 'x' where code = 'C1'"));
    await openAgain(plant);
    expect(await plant.ask('audit.verify', {})).toMatchObject({ ok: false, problems: [{ code: 'RECORD_CHANGED' }] });
    const refused = await refusalOf(plant.post('receipt', 'OIL L1', 1, on(8)));
    expect(refused).toMatchObject({ code: 'STORE_READ_ONLY' });
    expect(refused.message).toMatch(/does not hold: partner C1 differs/);
    expect(await plant.stock('OIL')).toEqual(['OIL L1 @ STORE A = 20']);
  });

  it('is found a week after it was last verified, by itself', async () => {
    await using plant = await buildKept();
    await plant.ask('audit.verify', {});
    await plant.app.close();
    tamper(plant.file, (db) => db.exec("update partner set email = 'x' where code = 'C1'"));
    plant.clock.set('2026-06-07T12:00:00Z');
    await openAgain(plant);
    expect(plant.app.jobs.list()).toEqual([]);
    await plant.app.close();
    plant.clock.set('2026-06-09T12:00:00Z');
    await openAgain(plant);
    await expect.poll(() => inEnglish(plant.app.store.readOnly)).toContain('does not hold');
  });
});

describe('verifying', () => {
  it('can be cancelled, and says how far it is', async () => {
    await using plant = await buildKept();
    await plant.take({
      movements: Array.from({ length: 3000 }, (_, index) =>
        row('receipt', `OIL B${index}`, 1, on(7), { line: String(index) }),
      ),
    });
    const heard: string[] = [];
    plant.app.jobs.listen(({ id, phase, done, total }) => {
      heard.push(`${phase} ${done <= total}`);
      plant.app.jobs.cancel(id);
    });
    expect((await refusalOf(plant.ask('audit.verify', { job: 'a-job-of-ours' }))).code).toBe('CANCELLED');
    expect(new Set(heard)).toEqual(new Set(['check true']));
    expect((await plant.ask('audit.verify', {})).ok).toBe(true);
  });

  it('has let go of the file when the program that cancelled it has closed the store', async () => {
    await using plant = await buildKept();
    plant.app.jobs.listen(({ id }) => void plant.app.jobs.cancel(id));
    expect((await refusalOf(plant.ask('audit.verify', { job: 'a-job-of-ours' }))).code).toBe('CANCELLED');
    await plant.app.close();
    expect(readdirSync(plant.folder).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
  });
});
