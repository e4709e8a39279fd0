import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildSession, type Dairy, jsonOf, openDairy } from '../support/cli.ts';
import { openAt } from '../support/stores.ts';
import { tamper } from '../support/tampering/tamper.ts';

let dairy: Dairy;
let backup: string;
let made: { seq: number; hash: string; sha256: string };
beforeAll(async () => {
  // What this computer remembers of stores is remembered apart: every test restores the same one.
  vi.stubEnv('XDG_DATA_HOME', mkdtempSync(join(tmpdir(), 'lotline-data-')));
  dairy = await openDairy();
  backup = join(dairy.folder, 'dairy.backup');
  const ended = await dairy.run('backup', backup, '--json');
  if (ended.exit !== 0) throw new Error(ended.err);
  // What the command prints; its shape is tested below.
  made = jsonOf(ended) as typeof made;
});
beforeEach(() => rmSync(join(process.env['XDG_DATA_HOME'] ?? '', 'lotline'), { recursive: true, force: true }));
afterAll(async () => {
  await dairy?.[Symbol.asyncDispose]();
  rmSync(process.env['XDG_DATA_HOME'] ?? '', { recursive: true, force: true });
  vi.unstubAllEnvs();
});

/** One movement more, by way of any operation. */
const post = (run: Dairy['run']) =>
  run(
    'call',
    'movements.post',
    JSON.stringify({
      movements: [
        {
          kind: 'receipt',
          document: 'GRN-9',
          product: 'MILK',
          lot: 'L-9',
          quantity: '5',
          to: 'COLD',
          status: 'A',
          partner: 'S001',
        },
      ],
    }),
  );

const lastEntry = async (run: Dairy['run']) => {
  // The reply of audit.list.
  const { rows } = jsonOf(await run('call', 'audit.list', '{"limit":1}')) as {
    rows: { seq: number; operation: string }[];
  };
  return rows[0];
};

/** A dairy of its own with the backup at hand, and the ways to both. */
async function another() {
  const session = await buildSession();
  const own = join(session.folder, 'own.backup');
  for (const ending of ['', '.anchor']) copyFileSync(backup + ending, own + ending);
  return { ...session, own, names: () => readdirSync(session.folder).toSorted() };
}

async function restoreOnce({ run, own }: Awaited<ReturnType<typeof another>>): Promise<void> {
  expect(await run('restore', own)).toMatchObject({ exit: 0, err: '' });
}

describe('backup', () => {
  it('prints what it made, as JSON and for people', async () => {
    const path = join(dairy.folder, 'printed.backup');
    const ended = await dairy.run('backup', path, '--json');
    expect(ended).toMatchObject({ exit: 0, err: '' });
    expect(jsonOf(ended)).toEqual({
      path,
      name: 'printed.backup',
      size: statSync(path).size,
      seq: made.seq + 1,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      at: expect.stringMatching(/Z$/),
    });
    expect((await dairy.run('backup', path)).out).toMatch(/is written and verified: the store up to audit entry \d+/);
  });

  it('refuses the store with 1, and a wrong call with 2, and writes nothing', async () => {
    const before = statSync(dairy.file).size;
    const ended = await dairy.run('backup', dairy.file, '--json');
    expect(ended).toMatchObject({ exit: 1, out: '' });
    expect(ended.err).toMatch(/^PATH_REFUSED: .*belongs to the store/);
    expect(await dairy.run('backup')).toMatchObject({ exit: 2, out: '' });
    expect(statSync(dairy.file).size).toBe(before);
  });

  it('of a store that is not there ends with 3', async () => {
    await using session = await buildSession();
    expect(await session.run('backup', join(session.folder, 'x'))).toMatchObject({ exit: 3, out: '' });
    expect(readdirSync(session.folder)).toEqual([]);
  });

  it('is made while another program writes to the store, which then has no entry of it', async () => {
    await using session = await another();
    await restoreOnce(session);
    const holding = await openAt(session.file, 'write');
    try {
      const { seq } = holding.head();
      const path = join(session.folder, 'held.backup');
      const ended = await session.run('backup', path, '--json');
      expect(ended.exit).toBe(0);
      expect(ended.err).toMatch(/open for writing[\s\S]*does not speak of it/);
      expect(jsonOf(ended)).toMatchObject({ path, seq });
      expect(holding.head().seq).toBe(seq);
    } finally {
      await holding.close();
    }
  });
});

describe('restore', () => {
  it('makes a missing store, whose trail says where it came from', async () => {
    await using session = await another();
    const stock = await dairy.run('stock', '--json');
    const ended = await session.run('restore', session.own, '--json');
    expect(ended.exit).toBe(0);
    expect(jsonOf(ended)).toEqual({
      path: session.own,
      seq: made.seq,
      hash: made.hash,
      sha256: made.sha256,
      previous: 'missing',
      previousSeq: 0,
      previousHash: '',
      isPast: false,
      kept: '',
    });
    expect(session.names()).toEqual(['own.backup', 'own.backup.anchor', 'store.lotline', 'store.lotline-lock']);
    expect(await lastEntry(session.run)).toMatchObject({ seq: made.seq + 1, operation: 'backups.restore' });
    expect(jsonOf(await session.run('verify', '--json'))).toMatchObject({ ok: true, entries: made.seq + 1 });
    expect(await session.run('stock', '--json')).toEqual(stock);
  });

  it('keeps the store that stood there, and tells how far that one was', async () => {
    await using session = await another();
    await restoreOnce(session);
    expect(await post(session.run)).toMatchObject({ exit: 0 });
    const before = await session.run('stock', '--json');
    const ended = await session.run('restore', session.own, '--json');
    // The reply above.
    const said = jsonOf(ended) as { kept: string };
    expect(said).toMatchObject({ previous: 'whole', previousSeq: made.seq + 2, isPast: true, seq: made.seq });
    expect(said.kept).toMatch(/^store\.lotline\.before-restore-\d{8}T\d{6}Z$/);
    expect((await session.run('stock', '--json')).out).not.toBe(before.out);
    expect(jsonOf(await session.run('verify', '--json'))).toMatchObject({ ok: true, entries: made.seq + 1 });
    // What was kept is whole, and can be put back the same way.
    const back = await session.run('restore', join(session.folder, said.kept), '--json');
    expect(jsonOf(back)).toMatchObject({ seq: made.seq + 2, previousSeq: made.seq + 1, isPast: false });
    expect((await session.run('stock', '--json')).out).toBe(before.out);
    expect(jsonOf(await session.run('verify', '--json'))).toMatchObject({ ok: true, entries: made.seq + 3 });
  });

  it('goes back behind what this computer verified, which is no loss then', async () => {
    await using session = await another();
    await restoreOnce(session);
    await post(session.run);
    expect(await session.run('verify')).toMatchObject({ exit: 0 });
    await restoreOnce(session);
    expect(await session.run('verify')).toMatchObject({ exit: 0 });
    // Refused, a restore forgets nothing: the older copy put in place by hand is still seen.
    expect(await session.run('restore', join(session.folder, 'nothing'))).toMatchObject({ exit: 1 });
    copyFileSync(session.own, session.file);
    expect(await session.run('verify')).toMatchObject({ exit: 3 });
  });

  it('takes the place of a store that cannot be read, and keeps that too', async () => {
    await using session = await another();
    await restoreOnce(session);
    const wreck = Buffer.concat([readFileSync(session.file).subarray(0, 100), Buffer.alloc(5000, 7)]);
    writeFileSync(session.file, wreck);
    const ended = await session.run('restore', session.own, '--json');
    // The reply above.
    const said = jsonOf(ended) as { kept: string };
    expect(said).toMatchObject({ previous: 'unreadable', previousSeq: 0, previousHash: '' });
    expect(readFileSync(join(session.folder, said.kept))).toEqual(wreck);
    expect((await session.run('verify')).exit).toBe(0);
  });

  it('takes no place where this computer knew another store, unless somebody says so', async () => {
    await using session = await another();
    await restoreOnce(session);
    await using stranger = await openDairy();
    const foreign = join(stranger.folder, 'foreign.backup');
    await stranger.run('backup', foreign);
    const wreck = Buffer.concat([readFileSync(session.file).subarray(0, 100), Buffer.alloc(5000, 7)]);
    for (const spoil of [() => writeFileSync(session.file, wreck), () => rmSync(session.file)]) {
      spoil();
      const ended = await session.run('restore', foreign);
      expect(ended).toMatchObject({ exit: 3, err: expect.stringMatching(/STORE_FOREIGN.*knew at.*--accept/) });
      expect(existsSync(session.file) ? readFileSync(session.file) : wreck).toEqual(wreck);
    }
    expect(await session.run('restore', foreign, '--accept')).toMatchObject({ exit: 0 });
    expect(await session.run('verify')).toMatchObject({ exit: 0 });
  });

  const refusals: Record<
    string,
    { do: (session: Awaited<ReturnType<typeof another>>) => void; exit: number; says: RegExp; empty?: true }
  > = {
    'a backup that is not there': { do: ({ own }) => rmSync(own), exit: 1, says: /NOT_FOUND/ },
    'half a backup': {
      do: ({ own }) => truncateSync(own, Math.floor(statSync(own).size / 2)),
      exit: 3,
      says: /STORE_DAMAGED/,
    },
    'a backup that was tampered with, its anchor gone': {
      do: ({ own }) => {
        rmSync(`${own}.anchor`);
        tamper(own, (db) => db.exec("update movement set quantity = quantity + 1 where document = 'DN-1'"));
      },
      exit: 3,
      says: /STORE_DAMAGED/,
    },
    'a backup that is not the one of its anchor': {
      do: ({ own }) => tamper(own, (db) => db.exec('update head set clean_exit = 1 - clean_exit')),
      exit: 3,
      says: /STORE_DAMAGED.*anchor/,
    },
    'a text': { do: ({ own }) => writeFileSync(own, 'a letter'), exit: 3, says: /STORE_FOREIGN/ },
    'an empty file': { do: ({ own }) => truncateSync(own, 0), exit: 3, says: /STORE_DAMAGED/ },
    'a place with a letter in it': {
      do: ({ file }) => writeFileSync(file, 'a letter'),
      exit: 3,
      says: /STORE_FOREIGN.*left alone/,
    },
  };
  it.each(Object.entries(refusals))(
    'refuses %s, and leaves everything as it is',
    async (_what, { do: spoil, exit, says }) => {
      await using session = await another();
      spoil(session);
      const before = session.names();
      const ended = await session.run('restore', session.own, '--json');
      expect(ended).toMatchObject({ exit, out: '' });
      expect(ended.err).toMatch(says);
      expect(session.names().filter((name) => !name.endsWith('-lock'))).toEqual(before);
      if (before.includes('store.lotline')) expect(readFileSync(session.file, 'utf8')).toBe('a letter');
    },
  );

  it('refuses the store itself, a backup of another store, and a store that is in use', async () => {
    await using session = await another();
    await restoreOnce(session);
    expect(await session.run('restore', session.file)).toMatchObject({ exit: 1 });
    await using stranger = await openDairy();
    const foreign = join(stranger.folder, 'foreign.backup');
    await stranger.run('backup', foreign);
    const ended = await session.run('restore', foreign);
    expect(ended).toMatchObject({ exit: 3, err: expect.stringMatching(/STORE_FOREIGN.*another store/) });
    for (const mode of ['write', 'read'] as const) {
      const holding = await openAt(session.file, mode);
      // A reader must have looked into it once: before, nobody could know of it.
      holding.head();
      const refused = await session.run('restore', session.own);
      await holding.close();
      expect(refused, mode).toMatchObject({ exit: 1, err: expect.stringMatching(/STORE_BUSY/) });
    }
    expect(await lastEntry(session.run)).toMatchObject({ seq: made.seq + 1, operation: 'backups.restore' });
    expect(existsSync(`${session.file}.before-restore`)).toBe(false);
  });
});
