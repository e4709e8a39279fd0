import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Dairy, jsonOf, openDairy } from '../support/cli.ts';
import { tamper } from '../support/tampering/tamper.ts';

const passphrase = 'a passphrase for the anchors';
let dairy: Dairy;
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lotline-data-'));
  vi.stubEnv('XDG_DATA_HOME', home);
  vi.stubEnv('LOTLINE_PASSPHRASE', passphrase);
  dairy = await openDairy();
});
afterAll(async () => {
  await dairy?.[Symbol.asyncDispose]();
  rmSync(home, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const at = (name: string): string => join(dairy.folder, name);

describe('signed anchors', () => {
  it('need a key, of which there is one, under a passphrase of some length', async () => {
    expect(await dairy.run('anchor', at('early.anchor'))).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/no key/),
    });
    vi.stubEnv('LOTLINE_PASSPHRASE', 'short');
    expect(await dairy.run('anchor-key', at('site.pem'))).toMatchObject({ exit: 2 });
    vi.stubEnv('LOTLINE_PASSPHRASE', passphrase);
    expect(await dairy.run('anchor-key', at('site.pem'))).toMatchObject({ exit: 0 });
    expect(readFileSync(at('site.pem'), 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    expect(readFileSync(join(home, 'lotline', 'site-key.json'), 'utf8')).not.toMatch(/PRIVATE|MC4C/);
    // Whoever has the passphrase has the public part again; nobody a second key, nor a file that was there.
    expect(await dairy.run('anchor-key', at('again.pem'))).toMatchObject({ exit: 0 });
    expect(readFileSync(at('again.pem'))).toEqual(readFileSync(at('site.pem')));
    writeFileSync(at('precious'), 'years of work');
    expect(await dairy.run('anchor-key', at('precious'))).toMatchObject({ err: expect.stringMatching(/PATH_REFUSED/) });
    expect(readFileSync(at('precious'), 'utf8')).toBe('years of work');
    vi.stubEnv('LOTLINE_PASSPHRASE', 'another passphrase than that');
    expect(await dairy.run('anchor-key', at('other.pem'))).toMatchObject({ exit: 1 });
    expect(existsSync(at('other.pem'))).toBe(false);
    expect(await dairy.run('anchor', at('wrong.anchor'))).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/passphrase/),
    });
    vi.stubEnv('LOTLINE_PASSPHRASE', passphrase);
  });

  it('are left of a store that holds, and hold it to what it was', async () => {
    const left = await dairy.run('anchor', at('site.anchor'), '--json');
    expect(jsonOf(left)).toMatchObject({ ok: true, file: at('site.anchor') });
    const verify = (...more: string[]) => dairy.run('verify', '--anchor', at('site.anchor'), ...more);
    // With the head that this computer verified just now.
    expect(await verify()).toMatchObject({ exit: 0, out: expect.stringMatching(/2 anchors/) });
    // One that is named twice is one, in a file of another name and with other blanks too.
    writeFileSync(at('again.anchor'), ` ${readFileSync(at('site.anchor'), 'utf8').replaceAll(',"', ', "')}\n`);
    const again = ['site.anchor', 'again.anchor'].flatMap((name) => ['--anchor', at(name)]);
    expect(await verify(...again)).toMatchObject({ exit: 0, out: expect.stringMatching(/2 anchors/) });
    expect(await verify('--anchor-key', at('site.pem'))).toMatchObject({ exit: 0 });
  });

  it('are added to anchors alone, and make no key whose public part nobody has', async () => {
    expect(await dairy.run('backup', at('kept.backup'))).toMatchObject({ exit: 0 });
    const mixed = `${readFileSync(at('site.anchor'), 'utf8')}and more\n`;
    for (const [name, text] of [
      ['notes', 'hello'],
      ['mixed.anchor', mixed],
    ] as const)
      writeFileSync(at(name), text);
    for (const file of [dairy.file, at('kept.backup'), at('notes'), at('mixed.anchor')]) {
      const before = readFileSync(file);
      const refused = await dairy.run('anchor', file);
      expect(refused, file).toMatchObject({ err: expect.stringMatching(/^PATH_REFUSED: .*other things than anchors/) });
      expect(readFileSync(file).equals(before)).toBe(true);
    }
    const keyFile = join(home, 'lotline', 'site-key.json');
    const key = readFileSync(keyFile);
    rmSync(keyFile);
    for (const taken of [dairy.file, at('none/site.pem')])
      expect(await dairy.run('anchor-key', taken)).toMatchObject({ err: expect.stringMatching(/^PATH_REFUSED/) });
    expect(existsSync(keyFile)).toBe(false);
    writeFileSync(keyFile, key, { mode: 0o600 });
  });

  it('are taken only as they were signed, by the key that is known or named', async () => {
    const line = readFileSync(at('site.anchor'), 'utf8').trim();
    // What JSON.parse gives of the line that the program wrote.
    const anchor = JSON.parse(line) as { seq: number; at: string; signature: { key: string; value: string } };
    const { signature, ...unsigned } = anchor;
    const own = await dairy.run('verify', '--anchor', at('site.anchor'));
    expect(own.exit).toBe(0);
    const changes = {
      'an earlier entry': { ...anchor, seq: anchor.seq - 1 },
      'another time': { ...anchor, at: '2020-01-01T00:00:00Z' },
      'another value': { ...anchor, signature: { ...signature, value: Buffer.alloc(64).toString('base64') } },
      'another key': { ...anchor, signature: { ...signature, key: `${signature.key.slice(0, -4)}AAA=` } },
    };
    for (const [name, changed] of Object.entries(changes)) {
      writeFileSync(at('changed.anchor'), JSON.stringify(changed));
      const { exit, err } = await dairy.run('verify', '--anchor', at('changed.anchor'));
      expect([name, exit, err]).toEqual([name, 2, expect.stringMatching(/does not fit/)]);
    }
    // Without its signature it is an anchor that anybody could have written: taken, but not where the key is named.
    writeFileSync(at('bare.anchor'), JSON.stringify(unsigned));
    expect(await dairy.run('verify', '--anchor', at('bare.anchor'))).toMatchObject({ exit: 0 });
    const named = await dairy.run('verify', '--anchor', at('bare.anchor'), '--anchor-key', at('site.pem'));
    expect(named).toMatchObject({ exit: 2, err: expect.stringMatching(/not signed/) });
  });

  it('are checked on another computer by the public key alone, of the right kind', async () => {
    vi.stubEnv('XDG_DATA_HOME', join(home, 'elsewhere'));
    const verify = (...more: string[]) => dairy.run('verify', '--anchor', at('site.anchor'), ...more);
    expect(await verify()).toMatchObject({ exit: 2, err: expect.stringMatching(/--anchor-key/) });
    expect(await verify('--anchor-key', at('site.pem'))).toMatchObject({ exit: 0 });
    expect(await verify('--anchor-key', at('site.anchor'))).toMatchObject({ exit: 2 });
    expect(await verify('--anchor-key', at('none.pem'))).toMatchObject({ exit: 1 });
    vi.stubEnv('XDG_DATA_HOME', home);
  });

  it('are not left of a store that does not hold', async () => {
    tamper(dairy.file, (db) => db.exec("update partner set name = 'Another'"));
    const { exit } = await dairy.run('anchor', at('after.anchor'));
    expect(exit).toBe(3);
    expect(() => readFileSync(at('after.anchor'))).toThrow(/ENOENT/);
  });
});
