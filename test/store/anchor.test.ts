import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inEnglish } from '#shared/kernel/message.ts';
import { type Anchor, anchorIssue, readAnchor, readAnchors, writeAnchor } from '#main/store/anchor.ts';
import { appendAnchor, forgetHead, readAnchorFolder, readHead, rememberHead } from '#main/store/anchorFolder.ts';

const hash = (digit: string): string => digit.repeat(64);
const anchor = (seq: number, more: Partial<Anchor> = {}): Anchor => ({
  v: 1,
  store: 'store-1',
  seq,
  hash: hash('a'),
  at: '2026-11-21T16:00:00.5Z',
  ...more,
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotline-anchor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('an anchor file', () => {
  it('holds what was written, for its owner alone', () => {
    const file = join(folder, 'one.anchor');
    writeAnchor(file, anchor(7));
    expect(readAnchor(file)).toEqual(anchor(7));
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['one.anchor']);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'seq 7'],
    ['another shape', '{"seq":7}'],
    ['a hash that is none', JSON.stringify(anchor(7, { hash: 'abc' }))],
    ['a store that is a path', JSON.stringify(anchor(7, { store: '../x' }))],
    ['a version to come', JSON.stringify({ ...anchor(7), v: 2 })],
    ['one line that is none', `${JSON.stringify(anchor(7))}\nnot one\n`],
  ])('with %s in it is refused', (_what, text) => {
    const file = join(folder, 'bad.anchor');
    writeFileSync(file, text);
    expect(() => readAnchors(file)).toThrow(expect.objectContaining({ code: 'FILE_DAMAGED' }));
  });

  it('that is not there is refused', () => {
    expect(() => readAnchors(join(folder, 'none'))).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });
});

describe('the folder for daily anchors', () => {
  const day = (): string => join(folder, 'store-1', '2026-11-21.anchor');

  it('has a file a day, to which lines are added, and none twice', () => {
    appendAnchor(folder, anchor(7));
    appendAnchor(folder, anchor(7, { at: '2026-11-21T17:00:00Z' }));
    const before = readFileSync(day(), 'utf8');
    appendAnchor(folder, anchor(9, { hash: hash('b') }));
    appendAnchor(folder, anchor(9, { hash: hash('b'), at: '2026-11-22T08:00:00Z' }));
    expect(readFileSync(day(), 'utf8').startsWith(before)).toBe(true);
    expect(readdirSync(join(folder, 'store-1'))).toEqual(['2026-11-21.anchor', '2026-11-22.anchor']);
    expect(readAnchorFolder(folder, 'store-1').map(({ seq }) => seq)).toEqual([7, 9, 9]);
    expect(readAnchors(day()).map(({ seq }) => seq)).toEqual([7, 9]);
  });

  it('is read past a line that a full disk cut short, and goes on behind it', () => {
    appendAnchor(folder, anchor(7));
    writeFileSync(day(), `${readFileSync(day(), 'utf8')}{"v":1,"store":"sto`);
    appendAnchor(folder, anchor(9));
    expect(readAnchorFolder(folder, 'store-1').map(({ seq }) => seq)).toEqual([7, 9]);
  });

  it('says nothing of another store, of a folder that is not there, or of a name that is a path', () => {
    appendAnchor(folder, anchor(7, { store: 'store-2' }));
    expect(readAnchorFolder(folder, 'store-1')).toEqual([]);
    expect(readAnchorFolder(join(folder, 'none'), 'store-1')).toEqual([]);
    expect(readAnchorFolder(folder, '../store-2')).toEqual([]);
    expect(() => appendAnchor(folder, anchor(7, { store: '../x' }))).toThrow('identity');
    expect(existsSync(join(folder, '..', 'x'))).toBe(false);
  });
});

describe('the remembered head', () => {
  it('is the last one, until it is forgotten', () => {
    expect(readHead(folder, 'store-1')).toBeUndefined();
    rememberHead(join(folder, 'heads'), anchor(7));
    rememberHead(join(folder, 'heads'), anchor(9));
    expect(readHead(join(folder, 'heads'), 'store-1')).toEqual(anchor(9));
    forgetHead(join(folder, 'heads'), 'store-1');
    expect(readHead(join(folder, 'heads'), 'store-1')).toBeUndefined();
  });

  it('counts as none where its file was spoilt or speaks of another store', () => {
    writeFileSync(join(folder, 'store-1.json'), 'spoilt');
    expect(readHead(folder, 'store-1')).toBeUndefined();
    writeFileSync(join(folder, 'store-1.json'), JSON.stringify(anchor(7, { store: 'store-2' })));
    expect(readHead(folder, 'store-1')).toBeUndefined();
  });
});

describe('a chain', () => {
  const chain = (): Database.Database => {
    const db = new Database(':memory:');
    db.exec(
      "create table audit_entry (seq integer primary key, hash blob); insert into audit_entry values (1, x'aa'), (2, null)",
    );
    db.prepare('update audit_entry set hash = ? where seq = 1').run(Buffer.from(hash('a'), 'hex'));
    return db;
  };

  it('holds an anchor of an entry that is there, and that of an empty store', () => {
    expect(anchorIssue(chain(), 'store-1', anchor(1))).toBeUndefined();
    expect(anchorIssue(chain(), 'store-1', anchor(0, { hash: hash('0') }))).toBeUndefined();
  });

  it.each([
    ['of an entry that is gone', anchor(3), /is not there/],
    ['of an entry that has no hash any more', anchor(2), /is not there/],
    ['of another entry', anchor(1, { hash: hash('b') }), /is another one/],
    ['of another store', anchor(1, { store: 'store-2' }), /another store/],
  ])('does not hold one %s', (_what, given, says) => {
    const issue = anchorIssue(chain(), 'store-1', given);
    expect(issue && inEnglish(issue)).toMatch(says);
  });
});
