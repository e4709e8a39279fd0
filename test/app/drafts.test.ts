import { createHash } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FormDraftStore } from '#main/app/formDrafts.ts';

let home: string;
let folder: string;
let room: FormDraftStore;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lotline-drafts-'));
  folder = join(home, 'drafts');
  room = new FormDraftStore({ folder, store: 'store-1' });
});
afterEach(() => rmSync(home, { recursive: true }));

const form = { person: 'mara', key: 'product new' };
const typed = { code: 'P-1', name: 'Pe' };
const files = (): string[] => readdirSync(folder);
const onlyFile = (): string => join(folder, files()[0] ?? '');

describe('a draft', () => {
  it('is there for the next start, and gone once it is removed', async () => {
    await room.write(form, JSON.stringify(typed));
    const next = new FormDraftStore({ folder, store: 'store-1' });
    expect(await next.read(form)).toEqual(typed);
    await next.remove(form);
    expect(await room.read(form)).toBeUndefined();
    expect(files()).toEqual([]);
    await expect(room.remove(form)).resolves.toBeUndefined();
  });

  it("is nobody else's, of no other form and of no other store", async () => {
    await room.write(form, JSON.stringify(typed));
    expect(await room.read({ ...form, person: 'noor' })).toBeUndefined();
    expect(await room.read({ ...form, key: 'product' })).toBeUndefined();
    expect(await new FormDraftStore({ folder, store: 'store-2' }).read(form)).toBeUndefined();
  });

  it('is for the person of this computer alone', async () => {
    await room.write(form, JSON.stringify(typed));
    const rights = [statSync(folder), statSync(onlyFile())].map(({ mode }) => mode & 0o777);
    // Windows keeps a person's folders from others by other means, and has no such bits.
    expect(process.platform === 'win32' ? [0o700, 0o600] : rights).toEqual([0o700, 0o600]);
  });

  it('never becomes a path, whatever the form is called', async () => {
    for (const key of ['../../outside', '/etc/passwd', 'a\\b', 'C:\\x', 'ü 🍎', '\u0000']) {
      await room.write({ person: '../..', key }, JSON.stringify(key));
      expect(await room.read({ person: '../..', key })).toBe(key);
    }
    expect(files().every((name) => /^[0-9a-f]{64}\.json$/.test(name))).toBe(true);
    expect(readdirSync(home)).toEqual(['drafts']);
  });

  it('is the last one that was written, whole, and leaves nothing beside it', async () => {
    const texts = Array.from({ length: 30 }, (_, at) => JSON.stringify('x'.repeat(1000 * (30 - at)) + at));
    await Promise.all(texts.map((text) => room.write(form, text)));
    expect(JSON.stringify(await room.read(form))).toBe(texts.at(-1));
    expect(files()).toHaveLength(1);
  });

  it.each(['null', '""', '"  "', '[]', '{}', '{"name":"","lines":[{"lot":""}]}'])(
    'that is blank, such as %s, is removed',
    async (blank) => {
      await room.write(form, JSON.stringify(typed));
      await room.write(form, blank);
      expect(files()).toEqual([]);
    },
  );

  it.each(['0', 'false', '{"name":"","isHeld":true}'])('that says no more than %s is kept', async (text) => {
    await room.write(form, text);
    expect(JSON.stringify(await room.read(form))).toBe(text);
  });

  it('holds 1 MB and not a byte more; the one before stays', async () => {
    const largest = JSON.stringify('x'.repeat(1024 * 1024 - 2));
    await room.write(form, largest);
    await expect(room.write(form, JSON.stringify('x'.repeat(1024 * 1024 - 1)))).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
    // In bytes, not in characters.
    await expect(room.write(form, JSON.stringify('ü'.repeat(520 * 1024)))).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
    expect(JSON.stringify(await room.read(form))).toBe(largest);
  });

  it.each(['', '{', 'undefined', '{"a":1}x'])('that is no JSON is refused: %j', async (text) => {
    await expect(room.write(form, text)).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it.each(['', 'x'.repeat(201)])('of a form called %j is refused', async (key) => {
    await expect(room.write({ ...form, key }, '1')).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(room.read({ ...form, key })).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(room.remove({ ...form, key })).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('that cannot be read, or is of another form, counts as none', async () => {
    await room.write(form, JSON.stringify(typed));
    const good = readFileSync(onlyFile(), 'utf8');
    for (const damaged of ['', '{', 'null', '[]', '"text"', good.slice(0, -1), good.replace('mara', 'noor')]) {
      writeFileSync(onlyFile(), damaged);
      expect(await room.read(form)).toBeUndefined();
    }
    await room.write(form, JSON.stringify(typed));
    expect(await room.read(form)).toEqual(typed);
  });
});

describe('beyond 200 drafts', () => {
  it('of one person, another person and another store keep theirs', async () => {
    const elsewhere = new FormDraftStore({ folder, store: 'store-2' });
    await room.write({ ...form, person: 'noor' }, '"of noor"');
    await elsewhere.write(form, '"of another store"');
    for (let at = 0; at < 202; at += 1) await room.write({ ...form, key: `form ${at}` }, String(at + 1));
    expect(await room.read({ ...form, person: 'noor' })).toBe('of noor');
    expect(await elsewhere.read(form)).toBe('of another store');
    expect(await room.read({ ...form, key: 'form 0' })).toBeUndefined();
  });

  it('one that an earlier version kept is found, and replaced', async () => {
    await room.write(form, '"typed before"');
    const parts = JSON.stringify(['store-1', form.person, form.key]);
    renameSync(onlyFile(), join(folder, `${createHash('sha256').update(parts).digest('hex')}.json`));
    expect(await room.read(form)).toBe('typed before');
    await room.write(form, '"typed since"');
    expect(files()).toHaveLength(1);
    expect(await room.read(form)).toBe('typed since');
  });

  it('the oldest goes', async () => {
    for (let at = 0; at < 200; at += 1) await room.write({ ...form, key: `form ${at}` }, String(at + 1));
    const old = new Date(Date.now() - 60_000);
    await room.write({ ...form, key: 'form 7' }, '"long ago"');
    const [of7] = files().filter((name) => readFileSync(join(folder, name), 'utf8').includes('long ago'));
    utimesSync(join(folder, of7 ?? ''), old, old);
    await room.write({ ...form, key: 'one more' }, '1');
    expect(files()).toHaveLength(200);
    expect(await room.read({ ...form, key: 'form 7' })).toBeUndefined();
    expect(await room.read({ ...form, key: 'form 8' })).toBe(9);
  });
});
