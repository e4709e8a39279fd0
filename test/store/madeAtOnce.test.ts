import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openAt } from '../support/stores.ts';

const script = fileURLToPath(new URL('../support/createStore.ts', import.meta.url));
const people = ['Ann', 'Bo', 'Cy'];

/** A program of its own that makes stores at a moment, and what it says of them. */
async function startProgram(person: string, moment: number, files: readonly string[]) {
  const child = spawn(process.execPath, [script, person, String(moment), ...files], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const line = async (): Promise<string> => String((await lines.next()).value);
  await line();
  return {
    async said(): Promise<string[]> {
      const all: string[] = [];
      for (const _file of files) all.push(await line());
      return all;
    },
    async end() {
      child.stdin.end();
      await gone;
    },
  };
}

describe('a missing store', () => {
  it('that several programs make at once is made by one of them, and the others are refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lotline-store-'));
    try {
      const files = ['first', 'second', 'third', 'fourth'].map((name) => join(folder, name));
      const moment = Date.now() + 3000;
      // A little apart, so that each is at another step when the next one begins.
      const programs = await Promise.all(
        people.map((person, index) => startProgram(person, moment + index * 40, files)),
      );
      const said = await Promise.all(programs.map((one) => one.said()));
      for (const one of programs) await one.end();
      for (const [index, file] of files.entries()) {
        const maker = said.findIndex((one) => one[index]?.startsWith('made by ') === true);
        const expected = people.map((person, at) => (at === maker ? `made by ${person}` : 'STORE_BUSY'));
        expect(said.map((one) => one[index])).toEqual(expected);
        const store = await openAt(file, 'read');
        expect(store.id).toBe(expected[maker]);
        await store.close();
      }
      expect(readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
