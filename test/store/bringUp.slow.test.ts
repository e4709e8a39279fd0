import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { thisComputer } from '#main/store/backupTarget.ts';
import { checkGate } from '#main/store/gate.ts';
import { schemaVersion } from '#main/store/schemaDigest.ts';
import { codeOf } from '../support/app.ts';
import { countOf } from '../support/counts.ts';
import { inPairs, runUntil, spread } from '../support/killPoints.ts';
import { lookAtStore } from '../support/lookAtStore.ts';
import { buildVersion1, tablesOf } from '../support/oldStore.ts';
import { openAt } from '../support/stores.ts';

const points = countOf('LOTLINE_MIGRATION_KILLS');

let old: Awaited<ReturnType<typeof buildVersion1>>;
/** The tables of the first version, each with its columns; later versions may have more. */
let tables: Map<string, string>;
let before: string;
beforeAll(async () => {
  old = await buildVersion1();
  tables = looking(old.file, (db) => new Map(tablesOf(db).map((table) => [table, columnsIn(db, table)])));
  before = contentOf(old.file);
});
afterAll(() => old?.[Symbol.dispose]());

function looking<T>(file: string, look: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}

/** Rows and digests of the first version's tables, but for the head's count of writes and mark of a clean end. */
const contentOf = (file: string): string =>
  looking(file, (db) => {
    const digest = createHash('sha256');
    for (const [table, all] of tables) {
      const columns = table === 'head' ? 'store_id, created_at, demo, seq, hash, movement_digest, version_digest' : all;
      for (const row of db.prepare<[], unknown[]>(`select ${columns} from ${table} order by rowid`).raw().iterate())
        digest.update(JSON.stringify(row));
    }
    return digest.digest('hex');
  });

const columnsIn = (db: Database.Database, table: string): string =>
  db.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table).join(', ');

function copyOfOld(): { folder: string; file: string } & Disposable {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-kill-'));
  const file = join(folder, 'plant.lotline');
  copyFileSync(old.file, file);
  return { folder, file, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Looking at a store leaves an empty log beside it. */
const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !/-(?:wal|shm)$/.test(name))
    .toSorted();

const backupOf = (file: string): string => `${file}.schema-1.backup`;

/** What is wrong with a store that was, perhaps, just being brought up. */
function lookAt(file: string): string[] {
  const { version } = checkGate(file);
  return [
    ...(version === 1 || version === schemaVersion ? [] : [`it has schema ${version}`]),
    ...(contentOf(file) === before ? [] : ['its content changed']),
    ...looking(file, (db) => (db.pragma('foreign_key_check') as unknown[]).map(() => 'a reference leads nowhere')), // rows
    ...(version === schemaVersion && !existsSync(backupOf(file)) ? ['it was brought up without a backup'] : []),
    ...(existsSync(backupOf(file)) ? lookAtBackup(backupOf(file)) : []),
  ];
}

const lookAtBackup = (backup: string): string[] =>
  checkGate(backup).version === 1 && contentOf(backup) === before ? [] : ['the backup is not the old store'];

describe('a store of the first version that is brought up', () => {
  it('has a verified backup of what it was beside it, and everything as it was', async () => {
    using copy = copyOfOld();
    await (await openAt(copy.file, 'write')).close();
    expect(lookAt(copy.file)).toEqual([]);
    expect(lookAtStore(copy.file)).toMatchObject({ ok: true });
    expect(namesIn(copy.folder)).toEqual([
      'plant.lotline',
      'plant.lotline-lock',
      'plant.lotline.schema-1.backup',
      'plant.lotline.schema-1.backup.anchor',
    ]);
  });

  it('is left as it is without room for the backup', async () => {
    using copy = copyOfOld();
    const freeBytes = vi.spyOn(thisComputer, 'freeBytes').mockReturnValue(1_000_000);
    expect(await codeOf(openAt(copy.file, 'write'))).toBe('STORE_FULL');
    freeBytes.mockRestore();
    expect(checkGate(copy.file).version).toBe(1);
    expect(contentOf(copy.file)).toBe(before);
    expect(namesIn(copy.folder)).toEqual(['plant.lotline', 'plant.lotline-lock']);
  });

  it('leaves files alone that only look like its backup', async () => {
    using copy = copyOfOld();
    mkdirSync(backupOf(copy.file));
    await (await openAt(copy.file, 'write')).close();
    expect(lookAtBackup(`${copy.file}.schema-1-2.backup`)).toEqual([]);
    expect(existsSync(backupOf(copy.file))).toBe(true);
  });

  it('does not rely on a backup of an earlier start that was cut off since', async () => {
    using copy = copyOfOld();
    await (await openAt(copy.file, 'write')).close();
    using again = copyOfOld();
    copyFileSync(backupOf(copy.file), backupOf(again.file));
    truncateSync(backupOf(again.file), 300_000);
    await (await openAt(again.file, 'write')).close();
    expect(lookAtBackup(`${again.file}.schema-1-2.backup`)).toEqual([]);
  });

  it(`is the old one or the new one, whole, wherever the program is killed: ${points} points`, {
    timeout: 120_000 + points * 10_000,
  }, async () => {
    using counted = copyOfOld();
    const { steps } = await runUntil('./bringUpChild.ts', [counted.file], 0);
    expect(steps).toBeGreaterThan(50);
    const findings: string[] = [];
    const kept = { old: 0, new: 0 };
    const struck = spread(steps, points);
    await inPairs(struck, async (step) => {
      using copy = copyOfOld();
      const { signal } = await runUntil('./bringUpChild.ts', [copy.file], step);
      const say = (what: string): void => void findings.push(`killed before step ${step}: ${what}`);
      if (signal !== 'SIGKILL') say(`it was not killed, but ended by ${signal}`);
      lookAt(copy.file).forEach(say);
      kept[checkGate(copy.file).version === 1 ? 'old' : 'new'] += 1;
      await (await openAt(copy.file, 'write')).close();
      lookAt(copy.file).forEach((what) => say(`opened again: ${what}`));
      const { ok } = lookAtStore(copy.file);
      if (!ok || checkGate(copy.file).version !== schemaVersion) say('it does not hold when opened again');
      const names = readdirSync(copy.folder).filter((name) => name.includes('.new-') || name.includes('-2.'));
      if (names.length > 0) say(`left behind ${names.join(', ')}`);
    });
    console.log(
      `${struck.length} kill points of ${steps} steps: ${kept.old} left the old store, ${kept.new} the new one`,
    );
    expect(findings).toEqual([]);
    expect(kept.old).toBeGreaterThan(0);
    expect(kept.new).toBeGreaterThan(0);
  });
});
