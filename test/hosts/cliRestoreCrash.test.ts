import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Dairy, openDairy } from '../support/cli.ts';
import { countOf } from '../support/counts.ts';
import { inPairs, runUntil, spread } from '../support/killPoints.ts';
import { lookAtStore } from '../support/lookAtStore.ts';

const points = countOf('LOTLINE_RESTORE_KILLS');

let dairy: Dairy;
let later: string;
let backup: string;
beforeAll(async () => {
  vi.stubEnv('XDG_DATA_HOME', mkdtempSync(join(tmpdir(), 'lotline-data-')));
  dairy = await openDairy();
  backup = join(dairy.folder, 'dairy.backup');
  await dairy.run('backup', backup);
  later = join(dairy.folder, 'later.lotline');
  copyFileSync(dairy.file, later);
});
afterAll(async () => {
  await dairy?.[Symbol.asyncDispose]();
  rmSync(process.env['XDG_DATA_HOME'] ?? '', { recursive: true, force: true });
  vi.unstubAllEnvs();
});

function place(): { folder: string; file: string } & Disposable {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-kill-'));
  const file = join(folder, 'plant.lotline');
  copyFileSync(later, file);
  return { folder, file, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** As the command line restores, and as a host does whose store gives way. */
const ways = ['cli', 'in place'];

describe('a restore that is killed', () => {
  it(`leaves the old store or the restored one, whole, wherever it strikes: ${points} points`, {
    timeout: 120_000 + points * 10_000,
  }, async () => {
    const before = lookAtStore(later);
    const struck: { how: string; step: number; steps: number }[] = [];
    for (const how of ways) {
      using counted = place();
      const { steps, status } = await runUntil('./restoreChild.ts', [backup, counted.file, how], 0);
      expect(status).toBe(0);
      expect(steps).toBeGreaterThan(50);
      expect([before.last, lookAtStore(counted.file).last]).toEqual(['backups.make', 'backups.restore']);
      // Most of them where it matters: names change at the very end, and, in place, before the restored one is opened.
      const least = how === 'cli' ? steps - 40 : Math.floor(steps / 2);
      const own = Math.max(2, Math.floor(points / ways.length));
      const early = own > 3 ? Math.floor(own / 2) : 0;
      const late = spread(steps - least, own - early).map((step) => least + step);
      const at = early === 0 ? late : [...spread(least, early), ...late];
      struck.push(...at.map((step) => ({ how, step, steps })));
    }
    const findings: string[] = [];
    const kept = { old: 0, new: 0 };
    await inPairs(struck, async ({ how, step, steps }) => {
      using target = place();
      const { signal } = await runUntil('./restoreChild.ts', [backup, target.file, how], step);
      const say = (what: string): void => void findings.push(`${how}, killed before step ${step} of ${steps}: ${what}`);
      if (signal !== 'SIGKILL') say(`it was not killed, but ended by ${signal}`);
      const found = lookAtStore(target.file);
      if (!found.ok) say('the store does not hold');
      if (found.last === 'backups.restore') kept.new += 1;
      else if (found.seq === before.seq && found.hash === before.hash) kept.old += 1;
      else say(`it is neither the old store nor the new one: ${found.last}`);
      const again = await runUntil('./restoreChild.ts', [backup, target.file], 0);
      if (again.status !== 0) say(`restored again, it ended with ${again.status}`);
      if (!lookAtStore(target.file).ok) say('restored again, it does not hold');
      const names = readdirSync(target.folder);
      if (names.some((name) => name.includes('.new-'))) say(`left behind ${names.join(', ')}`);
      const stores = names.filter((name) => /before-restore-[^-]*$/.test(name));
      if (stores.length !== (found.last === 'backups.restore' ? 2 : 1)) say(`kept ${stores.join(', ')}`);
      for (const name of stores) if (!lookAtStore(join(target.folder, name)).ok) say(`${name} does not hold`);
    });
    console.log(
      `${struck.length} kill points of ${struck[0]?.steps} and ${struck.at(-1)?.steps} steps: ${kept.old} left the old store, ${kept.new} the new one`,
    );
    expect(findings).toEqual([]);
    expect(kept.old).toBeGreaterThan(0);
    expect(kept.new).toBeGreaterThan(0);
  });
});
