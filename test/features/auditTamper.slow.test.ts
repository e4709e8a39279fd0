import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recogniserOf } from '#shared/kernel/message.ts';
import { messagesOf } from '#shared/texts/index.ts';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import type { Verification } from '#shared/audit/contract.ts';
import { countOf } from '../support/counts.ts';
import { copyStore } from '../support/stores.ts';
import { editPlainly, tamper } from '../support/tampering/tamper.ts';
import { type AnywhereKind, type Expected, Place } from '../support/tampering/anywhere.ts';
import { entryKinds } from '../support/tampering/entries.ts';
import { fileKinds, schemaKinds } from '../support/tampering/files.ts';
import { buildHistory, type History } from '../support/tampering/history.ts';
import { movementKinds } from '../support/tampering/movements.ts';
import { recordKinds } from '../support/tampering/records.ts';

/** How often each kind is tried, each time somewhere else. */
const places = countOf('LOTLINE_TAMPER_PLACES');
const seed = Number(process.env['LOTLINE_TAMPER_SEED'] ?? 1);

let history: History;
beforeAll(async () => {
  history = await buildHistory(seed);
});
afterAll(() => history[Symbol.dispose]());

type Tried = { found: Verification; expected: Expected };
let tries = 0;
let caught = 0;

function verifyFile(file: string, anchors: History['anchors']): Verification {
  const db = new Database(file, { readonly: true });
  try {
    return verifyStore(db, () => undefined, anchors);
  } finally {
    db.close();
  }
}

/** Tampers with a copy and verifies it: by itself, or, where it is too good a forgery for that, against the anchors that were kept. */
function attempt(change: (file: string) => Expected, needsAnchor: boolean): Tried {
  using copy = copyStore(history.file);
  const expected = change(copy.file);
  const blind = verifyFile(copy.file, []);
  if (!needsAnchor) return { expected, found: blind };
  // A forgery that gives itself away would not show that the anchor finds it.
  expect(blind.problems).toEqual([]);
  return { expected, found: verifyFile(copy.file, history.anchors) };
}

function changeBy({ change, plainly }: AnywhereKind, number: number): (file: string) => Expected {
  return (file) => {
    let expected: Expected = [];
    const edit = plainly === true ? editPlainly : tamper;
    edit(file, (db) => {
      expected = change(new Place(db, history, seed * 1000 + number));
    });
    return expected;
  };
}

const recognise = recogniserOf(messagesOf('de'));

function judge(name: string, number: number, { expected, found }: Tried): void {
  tries += 1;
  const [first] = found.problems;
  const where = `${name}, place ${number}: ${JSON.stringify(found.problems.slice(0, 4))}`;
  expect(found.ok, where).toBe(false);
  if (expected.length > 0) expect(expected, where).toContain(first?.seq);
  // A sentence that no pattern knows would stand in English on a German screen.
  expect(found.problems.filter(({ message }) => recognise(message) === message)).toEqual([]);
  caught += 1;
}

describe('verifying finds, wherever it was done,', () => {
  const kinds = Object.entries({ ...entryKinds, ...recordKinds, ...movementKinds, ...schemaKinds });

  it.each(kinds)('%s', (name, kind) => {
    for (let number = 0; number < places; number += 1)
      judge(name, number, attempt(changeBy(kind, number), kind.needsAnchor === true));
  });

  it.each(Object.entries(fileKinds))('%s', (name, { replace }) => {
    for (let number = 0; number < places; number += 1)
      judge(
        name,
        number,
        attempt((file) => replace(file, { history }), true),
      );
  });

  it('all of it', () => {
    const all = kinds.length + Object.keys(fileKinds).length;
    console.log(`${all} tamper kinds × ${places}: found ${caught} of ${tries}`);
    expect(all).toBeGreaterThanOrEqual(20);
    expect(caught).toBe(all * places);
  });
});

describe('the attempts themselves', () => {
  it('would miss a change that nothing gives away', () => {
    const kind = entryKinds['a movement edited and everything that is sealed recomputed'];
    if (kind === undefined) throw new Error('no such kind');
    using copy = copyStore(history.file);
    const [anchored = 0] = changeBy(kind, 0)(copy.file);
    // Held against nothing, or against an anchor of before, the forgery stands, and is judged to be missed.
    const before = history.anchors.filter(({ seq }) => seq < anchored);
    const missed = verifyFile(copy.file, before);
    expect(missed.ok).toBe(true);
    expect(() => judge('planted', 0, { expected: [], found: missed })).toThrow('planted');
    expect(verifyFile(copy.file, history.anchors).ok).toBe(false);
  });

  it('start from a store that holds, and that its anchors hold', () => {
    expect(verifyFile(history.file, history.anchors)).toEqual({
      ok: true,
      entries: history.entries,
      problems: [],
      anchors: { held: 3, newest: '2026-06-03T12:00:00Z', givenUp: 0 },
    });
    using copy = copyStore(history.file);
    tamper(copy.file, () => undefined);
    expect(verifyFile(copy.file, history.anchors).ok).toBe(true);
  });

  it('hold the other copies to be honest by themselves', () => {
    expect(verifyFile(history.older, []).ok).toBe(true);
    expect(verifyFile(history.branch, []).ok).toBe(true);
    expect(verifyFile(history.branch, history.anchors.slice(0, 1)).ok).toBe(true);
  });
});
