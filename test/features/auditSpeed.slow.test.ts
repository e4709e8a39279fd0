import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyInWorker } from '../support/app.ts';
import { makeBigStore } from '../support/bigStore.ts';
import { countOf } from '../support/counts.ts';
import { tamper } from '../support/tampering/tamper.ts';

/** Enough that the work is shared out among workers. */
const entries = countOf('LOTLINE_VERIFY_ENTRIES');
const longest = 120_000 + entries;

describe(`verifying a store of ${entries} entries`, () => {
  it('goes on off the main thread, in bounded memory, and misses nothing where the chain was shared out', {
    timeout: longest,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lotline-big-'));
    try {
      const file = join(folder, 'big.lotline');
      await makeBigStore(file, entries);
      const figures: number[] = [];
      const job = {
        signal: new AbortController().signal,
        progress: (_phase: string, done: number, total: number) => figures.push(done / total),
      };
      let [turns, waited] = [0, 0];
      let last = performance.now();
      const turning = setInterval(() => {
        turns += 1;
        waited = Math.max(waited, performance.now() - last);
        last = performance.now();
      }, 10);
      const before = process.memoryUsage().rss;
      const start = performance.now();
      const verification = await verifyInWorker(file, job);
      const seconds = (performance.now() - start) / 1000;
      clearInterval(turning);
      const grown = (process.memoryUsage().rss - before) / 1e6;
      console.log(
        `${entries} entries and as many movements in ${seconds.toFixed(1)} s: ${Math.round(entries / seconds)} entries/s, ${Math.round(grown)} MB more, longest wait of the main thread ${Math.round(waited)} ms`,
      );
      expect(verification).toMatchObject({ ok: true, entries, problems: [] });
      // The main thread had its turns all the while, and was told how far it is.
      expect(turns).toBeGreaterThan(3);
      expect(figures.length).toBeGreaterThan(2);
      expect(figures).toEqual(figures.toSorted((a, b) => a - b));
      expect(Math.max(...figures)).toBeLessThanOrEqual(1);
      // Four workers with a cache each, whatever the size of the store.
      expect(grown).toBeLessThan(900);

      // On both sides of where the chain is cut, and at the very cut.
      const half = Math.floor(entries / 2);
      for (const seq of [half - 1, half, half + 1]) {
        tamper(file, (db) =>
          db.exec(`update audit_entry set body = replace(body, 'Anna', 'Hanna') where seq = ${seq}`),
        );
        const { problems } = await verifyInWorker(file, job);
        expect(problems[0], String(seq)).toMatchObject({ code: 'ENTRY_CHANGED', seq });
        expect(problems).toHaveLength(1);
        tamper(file, (db) =>
          db.exec(`update audit_entry set body = replace(body, 'Hanna', 'Anna') where seq = ${seq}`),
        );
      }
      tamper(file, (db) => db.exec(`update movement set quantity = 1 where entry_seq = ${half}`));
      const found = await verifyInWorker(file, job);
      expect(found.problems[0]).toMatchObject({ code: 'MOVEMENT_CHANGED', seq: half });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
