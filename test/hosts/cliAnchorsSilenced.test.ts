import { copyFileSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Dairy, jsonOf, openDairy, runHere } from '../support/cli.ts';
import { atHome } from '../support/home.ts';
import { makeQuickKey } from '../support/siteKey.ts';
import { forgedReplies, type ForgedReply, forgeRestore, rename } from '../support/tampering/silenced.ts';
import { tamper } from '../support/tampering/tamper.ts';

const passphrase = 'words that keep a key';
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lotline-silenced-'));
  const before = atHome(home);
  vi.stubEnv('LOTLINE_PASSPHRASE', passphrase);
  onTestFinished(() => {
    before[Symbol.dispose]();
    rmSync(home, { recursive: true, force: true });
  });
});
afterEach(() => vi.unstubAllEnvs());

/** What this computer remembers of stores is gone, as on another one that has the key. */
const forget = (): void => rmSync(join(home, 'lotline', 'heads'), { recursive: true, force: true });

const ownAnchor = (dairy: Dairy, name = 'site.anchor'): string => join(dairy.folder, name);

async function openAnchored(): Promise<Dairy & { key: string; signed: string }> {
  const dairy = await openDairy();
  const [key, signed] = [join(dairy.folder, 'site.pem'), ownAnchor(dairy)];
  makeQuickKey(key, passphrase);
  expect(await dairy.run('anchor', signed)).toMatchObject({ exit: 0 });
  return { ...dairy, key, signed };
}

/** Another history than was anchored, with an entry that is to say why. */
const forge = (file: string, reply: ForgedReply): void =>
  tamper(file, (db) => {
    db.exec("update movement set document = 'DN-7' where kind = 'shipment'");
    forgeRestore(db, reply);
  });

const undo = (dairy: Dairy) => dairy.run('call', 'movements.reverse', '{"movements":[4],"reason":"mistyped"}');

describe('an entry that says a backup was restored', () => {
  it('speaks for nothing by itself, whatever it says', async () => {
    await using dairy = await openAnchored();
    for (const [name, reply] of Object.entries(forgedReplies)) {
      const copy = `${dairy.file}-${name}`;
      copyFileSync(dairy.file, copy);
      forge(copy, reply);
      forget();
      const own = ['--anchor', dairy.signed, '--anchor-key', dairy.key, '--store', copy];
      expect(await runHere(['verify', '--store', copy]), name).toMatchObject({ exit: 0 });
      const found = await runHere(['verify', '--json', ...own]);
      expect(found.exit, name).toBe(3);
      expect(jsonOf(found)).toMatchObject({ ok: false, anchors: { givenUp: 0 } });
      expect(found.out).toMatch(/ANCHOR_MISSING.*Entry 2 says that a backup was restored.*--accept/);
    }
    forge(dairy.file, forgedReplies['of another branch']);
    forget();
    // Nor does one that is left as a matter of routine since, in the file that has the first.
    expect(await dairy.run('anchor', dairy.signed)).toMatchObject({ exit: 3 });
  });

  it('speaks for nothing to the folder of daily anchors either, however often the store is opened', async () => {
    await using dairy = await openDairy();
    vi.stubEnv('LOTLINE_ANCHORS', join(dairy.folder, 'anchors'));
    await undo(dairy);
    forge(dairy.file, forgedReplies['of its own past']);
    forget();
    for (const _time of [1, 2]) await dairy.run('call', 'audit.list', '{}');
    await dairy.run('import', dairy.source);
    const found = await dairy.run('verify', '--json');
    expect(found.exit).toBe(3);
    expect(jsonOf(found)).toMatchObject({ problems: [{ code: 'ANCHOR_MISSING', seq: 1 }] });
  });

  it('is believed where a restore of this computer left it, and elsewhere with an anchor that was signed since', async () => {
    await using dairy = await openAnchored();
    const backup = join(dairy.folder, 'dairy.backup');
    expect(await dairy.run('backup', backup)).toMatchObject({ exit: 0 });
    await undo(dairy);
    expect(await dairy.run('anchor', dairy.signed)).toMatchObject({ exit: 0 });
    expect(await dairy.run('restore', backup)).toMatchObject({ exit: 0 });
    const verify = (...more: string[]) =>
      dairy.run('verify', '--anchor', dairy.signed, '--anchor-key', dairy.key, '--json', ...more);
    const here = await verify();
    expect(here).toMatchObject({ exit: 0 });
    expect(jsonOf(here)).toMatchObject({ ok: true, anchors: { held: 2, givenUp: 1 } });
    expect(await dairy.run('anchor', ownAnchor(dairy, 'since.anchor'))).toMatchObject({ exit: 0 });
    forget();
    expect(await verify()).toMatchObject({ exit: 3 });
    expect(await verify('--anchor', ownAnchor(dairy, 'since.anchor'))).toMatchObject({ exit: 0 });
  });

  it('is believed once a person says on this computer that it was meant', async () => {
    await using dairy = await openAnchored();
    const backup = join(dairy.folder, 'dairy.backup');
    await dairy.run('backup', backup);
    await undo(dairy);
    await dairy.run('anchor', dairy.signed);
    await dairy.run('restore', backup);
    forget();
    const verify = (...more: string[]) => dairy.run('verify', '--anchor', dairy.signed, ...more);
    expect(await verify()).toMatchObject({ exit: 3 });
    expect(await verify('--accept')).toMatchObject({ exit: 0 });
    expect((await verify()).out).toMatch(/hold: .* 1 anchor more of entries that were given up/);
  });

  it('of an earlier restore goes on being believed after the next', async () => {
    await using dairy = await openDairy();
    vi.stubEnv('LOTLINE_ANCHORS', join(dairy.folder, 'anchors'));
    const backup = join(dairy.folder, 'dairy.backup');
    await dairy.run('backup', backup);
    for (const _time of [1, 2]) {
      await undo(dairy);
      expect(await dairy.run('verify')).toMatchObject({ exit: 0 });
      expect(await dairy.run('restore', backup)).toMatchObject({ exit: 0 });
      expect(await dairy.run('verify')).toMatchObject({ exit: 0 });
    }
    // Restored twice in a row, what the first one gave up is given up still.
    await undo(dairy);
    await dairy.run('backup', join(dairy.folder, 'later.backup'));
    for (const _time of [1, 2, 3]) {
      expect(await dairy.run('restore', backup)).toMatchObject({ exit: 0 });
      expect(await dairy.run('verify')).toMatchObject({ exit: 0 });
    }
    expect(await undo(dairy)).toMatchObject({ exit: 0 });
    expect(await dairy.run('verify')).toMatchObject({ exit: 0 });
  });
});

describe('a backup that is restored at a second place, to look into it', () => {
  it('makes no loss of the store, at whose place work goes on', async () => {
    await using dairy = await openDairy();
    vi.stubEnv('LOTLINE_ANCHORS', join(dairy.folder, 'anchors'));
    const backup = join(dairy.folder, 'dairy.backup');
    await dairy.run('backup', backup);
    await undo(dairy);
    expect(await dairy.run('verify')).toMatchObject({ exit: 0 });
    expect(await runHere(['restore', backup, '--store', join(dairy.folder, 'tried.lotline')])).toMatchObject({
      exit: 0,
    });
    expect(await dairy.run('stock')).toMatchObject({ exit: 0 });
    expect(await dairy.run('import', dairy.source)).toMatchObject({ exit: 0 });
    expect(await dairy.run('verify')).toMatchObject({ exit: 0 });
  });
});

const stranger = '7b1de3a0-1111-4222-8333-944445555666';

describe('another identity at a place this computer knows', () => {
  it('is told before anything is done with the store, and by verifying it', async () => {
    await using dairy = await openDairy();
    const anchors = join(dairy.folder, 'anchors');
    vi.stubEnv('LOTLINE_ANCHORS', anchors);
    await undo(dairy);
    tamper(dairy.file, (db) => rename(db, stranger));
    for (const args of [['stock'], ['call', 'audit.list', '{}'], ['import', dairy.source]]) {
      const refused = await dairy.run(...args);
      expect(refused, args[0]).toMatchObject({ exit: 3, out: '' });
      expect(refused.err).toMatch(/^STORE_DAMAGED: .*another store than the one this computer knew.*verify --accept/);
    }
    expect(readdirSync(anchors)).toHaveLength(1);
    const found = await dairy.run('verify', '--json');
    expect(jsonOf(found)).toMatchObject({
      ok: false,
      problems: [{ code: 'STORE_DAMAGED' }],
      anchors: { told: [expect.stringMatching(/another store that was at this place/)] },
    });
    // To have looked is not to have taken it.
    expect(await dairy.run('stock')).toMatchObject({ exit: 3 });
  });

  it('is taken once a person says that it was meant, and that is told of for ever', async () => {
    await using dairy = await openDairy();
    vi.stubEnv('LOTLINE_ANCHORS', join(dairy.folder, 'anchors'));
    await undo(dairy);
    copyFileSync(dairy.file, `${dairy.file}-own`);
    tamper(dairy.file, (db) => rename(db, stranger));
    expect(await dairy.run('verify', '--accept')).toMatchObject({ exit: 0 });
    expect(await dairy.run('stock')).toMatchObject({ exit: 0 });
    expect((await dairy.run('verify')).out).toMatch(/another store that was at this place/);
    // The first one is known here too.
    renameSync(`${dairy.file}-own`, dairy.file);
    expect(await dairy.run('stock')).toMatchObject({ exit: 0 });
  });

  it('needs no word where this program made it: anew, as a demo, or from a backup', async () => {
    await using dairy = await openDairy();
    const backup = join(dairy.folder, 'dairy.backup');
    await dairy.run('backup', backup);
    renameSync(dairy.file, `${dairy.file}-away`);
    expect(await dairy.run('demo', 'device')).toMatchObject({ exit: 0 });
    expect(await dairy.run('stock')).toMatchObject({ exit: 0 });
    rmSync(dairy.file);
    expect(await dairy.run('import', dairy.source)).toMatchObject({ exit: 0 });
    rmSync(dairy.file);
    expect(await dairy.run('restore', backup)).toMatchObject({ exit: 0 });
    expect(await dairy.run('verify')).toMatchObject({ exit: 0 });
  });

  it('is said of a folder that has anchors of others and none of this store', async () => {
    await using dairy = await openDairy();
    vi.stubEnv('LOTLINE_ANCHORS', join(dairy.folder, 'anchors'));
    await undo(dairy);
    tamper(dairy.file, (db) => rename(db, stranger));
    forget();
    expect((await dairy.run('verify')).out).toMatch(/has none of this store, but some of others/);
  });
});
