import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { countOf } from '../support/counts.ts';
import { digestOfRows } from '../support/lookAtStore.ts';
import { on, posted } from '../support/plantTables.ts';
import { tamper } from '../support/tampering/tamper.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildPlantApp();
  for (const day of [5, 6, 7]) await plant.post('receipt', 'MILK L1', 10, on(day));
});
afterAll(() => plant[Symbol.asyncDispose]());

const at = (name: string): string => join(plant.folder, name);
const head = () => plant.app.store.head();
const beside = (name: string): string[] =>
  readdirSync(plant.folder)
    .filter((file) => file.startsWith(name))
    .toSorted();

function verifyFile(file: string): unknown {
  const db = new Database(file, { readonly: true });
  try {
    return verifyStore(db, () => undefined);
  } finally {
    db.close();
  }
}

describe('a backup', () => {
  it('is one whole file that holds what the store held, and an entry says so', async () => {
    const { seq, hash } = head();
    const content = digestOfRows(plant.file);
    const made = await plant.ask('backups.make', { path: at('first.backup') });
    expect(made).toMatchObject({ path: at('first.backup'), document: '', seq, hash: hash.toString('hex') });
    expect(made.at).toBe('2026-06-01T12:00:00Z');
    expect(made.size).toBe(statSync(at('first.backup')).size);
    expect(made.sha256).toBe(
      createHash('sha256')
        .update(readFileSync(at('first.backup')))
        .digest('hex'),
    );
    expect(verifyFile(at('first.backup'))).toMatchObject({ ok: true, entries: seq });
    expect(digestOfRows(at('first.backup'))).toBe(content);
    expect(beside('first')).toEqual(['first.backup', 'first.backup.anchor']);
    expect(JSON.parse(readFileSync(at('first.backup.anchor'), 'utf8'))).toEqual({
      v: 1,
      store: plant.app.store.id,
      seq,
      hash: hash.toString('hex'),
      at: made.at,
      sha256: made.sha256,
    });
    const { rows } = await plant.ask('audit.list', { operation: 'backups.make', limit: 1 });
    expect(rows).toMatchObject([{ seq: seq + 1, outcome: 'done' }]);
    expect(plant.verify()).toMatchObject({ ok: true });
  });

  it('is for its owner alone', async () => {
    await plant.ask('backups.make', { path: at('private.backup') });
    expect(statSync(at('private.backup')).mode & 0o077).toBe(0);
  });

  it('takes the place of an earlier one', async () => {
    const { sha256 } = await plant.ask('backups.make', { path: at('again.backup') });
    const later = await plant.ask('backups.make', { path: at('again.backup') });
    expect(later.sha256).not.toBe(sha256);
    expect(verifyFile(at('again.backup'))).toMatchObject({ ok: true, entries: later.seq });
  });

  it('of the same command is made once', async () => {
    const ask = () => plant.ask('backups.make', { path: at('once.backup') }, { id: 'backup-once' });
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect(statSync(at('once.backup')).size).toBe(first.size);
    expect(beside('once')).toEqual(['once.backup', 'once.backup.anchor']);
  });

  it('that is refused leaves nothing but its entry', async () => {
    const content = plant.contentDigest();
    writeFileSync(at('mine.txt'), 'mine');
    const before = readdirSync(plant.folder);
    for (const path of [plant.file, `${plant.file}-wal`, plant.folder, at('mine.txt'), 'relative'])
      expect(await codeOf(plant.ask('backups.make', { path })), path).toBe('PATH_REFUSED');
    expect(readdirSync(plant.folder)).toEqual(before);
    expect(readFileSync(at('mine.txt'), 'utf8')).toBe('mine');
    expect(plant.contentDigest()).toBe(content);
    const { rows } = await plant.ask('audit.list', { operation: 'backups.make', outcome: 'refused' });
    expect(rows).toHaveLength(5);
  });

  it('that is cancelled leaves nothing', async () => {
    const before = readdirSync(plant.folder);
    const deafen = plant.app.jobs.listen(({ id, operation }) => {
      if (operation === 'backups.make') plant.app.jobs.cancel(id);
    });
    expect(await codeOf(plant.ask('backups.make', { path: at('cancelled.backup') }))).toBe('CANCELLED');
    deafen();
    expect(readdirSync(plant.folder)).toEqual(before);
  });

  it('is handed out where a page asks for it, and is gone from there with the program', async () => {
    const page = plant.app.open({ readsPaths: false });
    expect(await codeOf(plant.ask('backups.make', { path: at('page.backup') }, { as: page }))).toBe('PATH_REFUSED');
    const made = await plant.ask('backups.make', {}, { as: page });
    expect(made).toMatchObject({ path: '', name: expect.stringMatching(/^plant\.lotline-2026-06-01-\d+\.backup$/) });
    const { path } = plant.app.spool.fetch(made.document, page.id);
    expect(verifyFile(path)).toMatchObject({ ok: true, entries: made.seq });
    expect(() => plant.app.spool.fetch(made.document, plant.app.open().id)).toThrow(/no longer here/);
  });

  it('of a store that does not hold is not kept', async () => {
    await using other = await buildPlantApp();
    await other.post('receipt', 'MILK L1', 10, on(5));
    tamper(other.file, (db) => db.exec('update balance set quantity = quantity + 1'));
    const before = readdirSync(other.folder);
    const refusal = await refusalOf(other.ask('backups.make', { path: join(other.folder, 'bad.backup') }));
    expect(refusal).toMatchObject({ code: 'STORE_DAMAGED', message: expect.stringContaining('MILK') });
    expect(readdirSync(other.folder)).toEqual(before);
  });
});

describe('backups of a store that is written to', () => {
  const backups = countOf('LOTLINE_BACKUPS');
  it(`hold, each at an entry of its own: ${backups} of them`, { timeout: 120_000 + backups * 3000 }, async () => {
    await using busy = await buildPlantApp();
    let isDone = false;
    let posts = 0;
    const writer = (async () => {
      for (; !isDone; posts += 1) {
        await busy.ask('movements.post', { movements: [posted('receipt', `MILK L${posts % 7}`, 1, on(5))] });
        await pause();
      }
    })();
    const during: number[] = [];
    for (let index = 0; index < backups; index += 1) {
      const before = posts;
      const path = join(busy.folder, `${index}.backup`);
      const made = await busy.ask('backups.make', { path });
      during.push(posts - before);
      expect(verifyFile(path)).toMatchObject({ ok: true, entries: made.seq });
      const found = busy.rows<{ hash: Buffer }>('select hash from audit_entry where seq = ?', made.seq);
      expect(found[0]?.hash.toString('hex')).toBe(made.hash);
    }
    isDone = true;
    await writer;
    console.log(`${backups} backups while ${posts} commands were written, at least ${Math.min(...during)} during each`);
    expect(Math.min(...during)).toBeGreaterThan(0);
    expect(busy.verify()).toMatchObject({ ok: true });
  });
});

describe('a drill', () => {
  it('restores a fresh backup and finds it whole', async () => {
    const { seq } = head();
    const found = await plant.ask('backups.drill', {});
    expect(found).toMatchObject({ ok: true, path: '', seq, entries: seq, problem: '' });
    const { rows } = await plant.ask('audit.list', { operation: 'backups.drill' });
    expect(rows).toMatchObject([{ seq: seq + 1, outcome: 'done' }]);
  });

  it('tries the backup at a path, or the one an entry made, also where a page asks', async () => {
    const made = await plant.ask('backups.make', { path: at('tried.backup') });
    const page = plant.app.open({ readsPaths: false });
    const entry = head().seq;
    const found = await plant.ask('backups.drill', { entry }, { as: page });
    expect(found).toMatchObject({ ok: true, path: at('tried.backup'), seq: made.seq, sha256: made.sha256 });
    expect(await plant.ask('backups.drill', { path: at('tried.backup') })).toMatchObject({ ok: true });
    expect(await codeOf(plant.ask('backups.drill', { path: at('tried.backup') }, { as: page }))).toBe('PATH_REFUSED');
    expect(await codeOf(plant.ask('backups.drill', { entry: 1 }))).toBe('NOT_FOUND');
    expect(await codeOf(plant.ask('backups.drill', { path: at('nothing') }))).toBe('NOT_FOUND');
  });

  it('answers that a backup is no good, and says why', async () => {
    await plant.ask('backups.make', { path: at('good.backup') });
    const spoilt: [name: string, spoil: (file: string) => void, says: RegExp][] = [
      ['cut', (file) => truncateSync(file, Math.floor(statSync(file).size / 2)), /./],
      ['tampered', (file) => tamper(file, (db) => db.exec("update product set name = 'Water'")), /differs/],
      ['text', (file) => writeFileSync(file, 'no store'), /not a Lotline store/],
      ['empty', (file) => truncateSync(file, 0), /empty/],
    ];
    for (const [name, spoil, says] of spoilt) {
      copyFileSync(at('good.backup'), at(name));
      spoil(at(name));
      expect(await plant.ask('backups.drill', { path: at(name) }), name).toMatchObject({
        ok: false,
        problem: expect.stringMatching(says),
      });
    }
    // With its anchor beside it the first changed byte is seen.
    copyFileSync(at('good.backup'), at('anchored'));
    copyFileSync(at('good.backup.anchor'), at('anchored.anchor'));
    writeFileSync(at('anchored'), Buffer.concat([readFileSync(at('anchored')), Buffer.alloc(4096)]));
    expect((await plant.ask('backups.drill', { path: at('anchored') })).problem).toMatch(/anchor/);
  });

  it('answers that a backup is of another store, or of another history of this one', async () => {
    await using other = await buildPlantApp();
    copyFileSync(at('good.backup'), join(other.folder, 'foreign.backup'));
    const path = join(other.folder, 'foreign.backup');
    // Both plants come from one template, so that they are the same store with two histories.
    expect((await other.ask('backups.drill', { path })).problem).toMatch(/only reaches entry/);
    for (let day = 5; other.app.store.head().seq < 30; day += 1) await other.post('receipt', 'MILK L1', 1, on(5));
    expect((await other.ask('backups.drill', { path })).problem).toMatch(/have parted/);
  });

  it('leaves nothing behind', async () => {
    const temporary = mkdtempSync(join(plant.folder, 'temporary-'));
    vi.stubEnv('TMPDIR', temporary);
    expect(await plant.ask('backups.drill', {})).toMatchObject({ ok: true });
    vi.unstubAllEnvs();
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('the list of backups', () => {
  it('tells what was made and tried, the last first, and what was refused', async () => {
    await using own = await buildPlantApp();
    const path = join(own.folder, 'own.backup');
    const made = await own.ask('backups.make', { path });
    await own.ask('backups.drill', { path });
    await codeOf(own.ask('backups.make', { path: own.file }));
    const { rows, total } = await own.ask('backups.list', {});
    expect(total).toBe(3);
    expect(rows).toMatchObject([
      { kind: 'make', outcome: 'refused', ok: false, problem: expect.stringContaining('belongs to the store') },
      { kind: 'drill', outcome: 'done', ok: true, path, head: made.seq },
      { kind: 'make', outcome: 'done', ok: true, path, size: made.size, sha256: made.sha256, head: made.seq },
    ]);
    expect((await own.ask('backups.list', { offset: 1, limit: 1 })).rows).toMatchObject([{ kind: 'drill' }]);
  });
});

describe('what a restore would undo', () => {
  it('is what was written since the backup: entries, whose they are, lots and movements', async () => {
    await using own = await buildPlantApp();
    await own.post('receipt', 'MILK L1', 10, on(5));
    const { seq } = await own.ask('backups.make', { path: join(own.folder, 'own.backup') });
    const entry = own.app.store.head().seq;
    const before = await own.ask('backups.compare', { entry });
    const { lots, movements } = before;
    expect(before).toMatchObject({ head: seq, entries: 0, people: [], file: join(own.folder, 'own.backup') });
    expect([lots.before, movements.before, before.store]).toEqual([lots.now, movements.now, own.file]);
    await own.post('receipt', 'MILK L1', 10, on(6));
    await own.post('receipt', 'MILK NEWER', 10, on(6));
    // What is refused is an entry as well.
    await codeOf(own.ask('movements.reverse', { movements: [999_999], reason: 'mistyped' }));
    const after = await own.ask('backups.compare', { entry });
    expect(after).toMatchObject({
      entries: 3,
      people: [{ entries: 3, lastAt: '2026-06-01T12:00:00Z' }],
      lots: { before: lots.now, now: lots.now + 1 },
      movements: { before: movements.now, now: movements.now + 2 },
    });
    // The figures of then are those that the backup itself holds.
    const db = new Database(join(own.folder, 'own.backup'), { readonly: true });
    const counts = db.prepare(
      'select (select count(*) from lot) as lots, (select count(*) from movement) as movements',
    );
    expect(counts.get()).toEqual({ lots: after.lots.before, movements: after.movements.before });
    db.close();
    for (const none of [1, entry + 1, 9999])
      expect(await codeOf(own.ask('backups.compare', { entry: none }))).toBe('NOT_FOUND');
  });
});

describe('a restore', () => {
  it('is not said where nothing is restored', async () => {
    const { seq, hash } = head();
    const said = {
      path: '/b',
      seq,
      hash: hash.toString('hex'),
      sha256: '0'.repeat(64),
      previous: 'missing',
      previousSeq: 0,
      previousHash: '',
      isPast: false,
      kept: '',
    } as const;
    expect(await codeOf(plant.ask('backups.restore', said))).toBe('CONFLICT');
    expect(existsSync('/b')).toBe(false);
  });
});
