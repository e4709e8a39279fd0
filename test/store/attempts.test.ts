import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { attemptsAfter, beginGuess, clearAttempts, noteAttempt } from '#main/store/attempts.ts';

let folder: string;
let store: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotline-attempts-'));
  store = join(folder, 'plant.lotline');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => `${store}-attempts`;
const ever = Number.MAX_SAFE_INTEGER;
const minute = 60_000_000;
const none = { count: 0, lastAt: 0 };
/** What was counted by another program: this one's memory is of another name. */
const byAnother = (name: string, now = ever) => {
  const moved = join(folder, 'seen.lotline');
  if (existsSync(file())) writeFileSync(`${moved}-attempts`, readFileSync(file()));
  return attemptsAfter(moved, name, 0, now);
};

describe('wrong passwords beside a store', () => {
  it('are counted for a name, in the file for every program, until they are cleared', () => {
    expect(attemptsAfter(store, 'eve', 0, ever)).toEqual(none);
    for (const at of [10, 20, 30]) expect(noteAttempt(store, 'eve', at)).toBeUndefined();
    noteAttempt(store, 'ada', 40);
    for (const counted of [attemptsAfter(store, ' EVE', 0, ever), byAnother('eve')])
      expect(counted).toEqual({ count: 3, lastAt: 30 });
    expect(attemptsAfter(store, 'eve', 10, ever)).toEqual({ count: 2, lastAt: 30 });
    clearAttempts(store, 'eve');
    for (const counted of [attemptsAfter(store, 'eve', 0, ever), byAnother('eve')]) expect(counted).toEqual(none);
    expect(byAnother('ada')).toEqual({ count: 1, lastAt: 40 });
    expect(readdirSync(folder).toSorted()).toEqual(['plant.lotline-attempts', 'seen.lotline-attempts']);
  });

  it('of a time that is still to come count for nothing', () => {
    noteAttempt(store, 'eve', 10);
    const db = new Database(file());
    db.exec(`insert into attempt (name, at) select name, ${501 + minute} from attempt`);
    db.close();
    expect(attemptsAfter(store, 'eve', 0, 500)).toEqual({ count: 1, lastAt: 10 });
  });

  it('count where a program that began later was quicker', () => {
    noteAttempt(store, 'eve', 20);
    for (const counted of [attemptsAfter(store, 'eve', 0, 10), byAnother('eve', 10)])
      expect(counted).toEqual({ count: 1, lastAt: 20 });
  });

  const others: Record<string, (place: string) => void> = {
    'a letter': (place) => writeFileSync(place, 'dear colleagues '.repeat(100)),
    'a folder': (place) => mkdirSync(place),
    'a link': (place) => symlinkSync(join(folder, 'elsewhere'), place),
    'a file with a second name': (place) => {
      writeFileSync(join(folder, 'elsewhere'), 'precious');
      linkSync(join(folder, 'elsewhere'), place);
    },
    'a file of gigabytes': (place) => {
      writeFileSync(place, '');
      truncateSync(place, 2 ** 31);
    },
    'a database of another kind': (place) => make(place, 'create table attempt (name text, at integer)'),
    'the table, with a trigger that throws away': (place) => {
      noteAttempt(store, 'ada', 1);
      make(place, 'create trigger drops before insert on attempt begin select raise(ignore); end');
    },
    'a question without an end': (place) =>
      make(
        place,
        'create view attempt as with recursive c(name, at) as (select 1, 1 union all select 2, at + 1 from c) select * from c',
      ),
    ...(process.platform === 'win32' ? {} : { 'a pipe': (place) => void execFileSync('mkfifo', [place]) }),
  };
  it.each(Object.entries(others))(
    'say nothing where their file is %s, which is put aside, and are counted',
    (_what, put) => {
      put(file());
      expect(attemptsAfter(store, 'eve', 0, ever)).toEqual(none);
      clearAttempts(store, 'eve');
      expect(noteAttempt(store, 'eve', 10)).toBe(`${file()}.aside`);
      expect(noteAttempt(store, 'eve', 20)).toBeUndefined();
      expect(byAnother('eve')).toEqual({ count: 2, lastAt: 20 });
      expect(existsSync(join(folder, 'elsewhere')) && readFileSync(join(folder, 'elsewhere'), 'utf8')).toSatisfy(
        (text) => text === false || text === 'precious',
      );
      // The next one has a name of its own.
      rmSync(file());
      writeFileSync(file(), 'another letter');
      expect(noteAttempt(store, 'eve', 30)).toBe(`${file()}.aside-2`);
    },
  );

  it('are counted by this program even where the file goes again and again, or cannot be written', () => {
    for (const at of [10, 20, 30, 40, 50]) {
      noteAttempt(store, 'eve', at);
      rmSync(file());
    }
    expect(attemptsAfter(store, 'eve', 0, ever)).toEqual({ count: 5, lastAt: 50 });
    rmSync(folder, { recursive: true });
    expect(() => noteAttempt(store, 'eve', 60)).toThrow();
    expect(attemptsAfter(store, 'eve', 0, ever)).toEqual({ count: 6, lastAt: 60 });
  });
});

describe('a password that is being tried', () => {
  const tooMany = new LotlineError('CONFLICT', msg`Too many at once.`);
  const begin = (name: string, at: number, most = 1) =>
    beginGuess(store, name, at, (others) => (others < most ? undefined : tooMany));

  it('takes a place until it is freed, of its name alone, and counts for nothing', () => {
    const one = begin('eve', 10, 2);
    const two = begin(' EVE', 10, 2);
    expect(() => begin('eve', 10, 2)).toThrow(tooMany);
    begin('ada', 10).free();
    for (const counted of [attemptsAfter(store, 'eve', 0, ever), byAnother('eve')]) expect(counted).toEqual(none);
    one.free();
    begin('eve', 20, 2);
    expect(() => begin('eve', 20, 2)).toThrow(tooMany);
    // Of two that began at one moment each frees its own.
    one.free();
    expect(() => begin('eve', 20, 2)).toThrow(tooMany);
    two.free();
    begin('eve', 20, 2);
  });

  it('keeps the place for a minute where its program died, and none for a time to come', () => {
    begin('eve', 10);
    expect(() => begin('eve', 9 + minute)).toThrow(tooMany);
    begin('eve', 10 + minute);
    begin('ada', 10 + 2 * minute);
    begin('ada', 9 + minute);
  });

  it('keeps others out that began before it, but came later', () => {
    begin('eve', 20);
    expect(() => begin('eve', 10)).toThrow(tooMany);
  });

  it('is judged while no other program can take a place', () => {
    beginGuess(store, 'eve', 10, () => {
      const other = new Database(file(), { timeout: 0 });
      expect(() => other.exec('begin immediate')).toThrow('locked');
      other.close();
      return undefined;
    });
  });

  it('frees nothing in a file that came after its own', () => {
    const guess = begin('eve', 10);
    rmSync(file());
    begin('ada', 20);
    guess.free();
    expect(() => begin('ada', 20)).toThrow(tooMany);
  });

  it('puts aside what is no such file, and says so', () => {
    writeFileSync(file(), 'dear colleagues');
    expect(begin('eve', 10).aside).toBe(`${file()}.aside`);
    expect(() => begin('eve', 10)).toThrow(tooMany);
  });

  it('is let in where the file cannot be written, unless another program keeps it', { timeout: 20_000 }, () => {
    const held = new Database(file());
    held.exec('begin exclusive');
    expect(() => begin('eve', 10)).toThrow(tooMany);
    held.close();
    rmSync(folder, { recursive: true });
    begin('eve', 10).free();
  });
});

function make(place: string, statement: string): void {
  const db = new Database(place);
  db.exec(statement);
  db.close();
}
