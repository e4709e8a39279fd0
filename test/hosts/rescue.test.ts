import { inEnglish, type Message } from '#shared/kernel/message.ts';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPlantApp, refusalOf, type TestApp } from '../support/app.ts';
import { lineOf, startProgram, untilEnd } from '../support/cli.ts';
import { type Answer, ways } from '../support/contractHosts.ts';
import { on, posted } from '../support/plantTables.ts';
import { openForScreens } from '../support/rescued.ts';
import { tamper } from '../support/tampering/tamper.ts';

let plant: TestApp;
let folder: string;
/** The entry that is changed in the damaged store. */
let bad: number;
beforeAll(async () => {
  plant = await buildPlantApp();
  for (const day of [5, 6, 7, 8]) await plant.post('receipt', 'MILK L1', 10, on(day));
  bad = plant.app.store.head().seq - 1;
  await plant.app.close();
  folder = mkdtempSync(join(tmpdir(), 'lotline-rescue-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await plant?.[Symbol.asyncDispose]();
});

function spoilt(name: string, spoil: (file: string) => void): string {
  const file = join(folder, name);
  copyFileSync(plant.file, file);
  spoil(file);
  return file;
}
const withChangedEntry = (name: string): string =>
  spoilt(name, (file) =>
    tamper(file, (db) =>
      db.prepare("update audit_entry set body = replace(body, 'done', 'gone') where seq = ?").run(bad),
    ),
  );

const replyOf = (answer: Answer): unknown => ('reply' in answer ? answer.reply : answer.refusal);
const movement = { movements: [posted('receipt', 'MILK L1', 1, on(9))] };

const hosts = Object.entries(ways).filter(([name]) => name !== 'in-process');
it('is tried through both hosts with screens', () => expect(hosts).toHaveLength(2));

describe.each(hosts)('a damaged store %s', (name, openWay) => {
  it('is open for reading, says what is wrong with it, and is not written', async () => {
    const file = withChangedEntry(`changed ${name}`);
    const before = readFileSync(file);
    const app = await openForScreens(file);
    const way = await openWay(app);
    try {
      // The store's state is what this test broke; its message is checked below.
      const { store } = replyOf(await way.send('people.whoAmI', {})) as { store: { readOnly: Message } };
      expect(inEnglish(store.readOnly)).toMatch(
        new RegExp(`^STORE_DAMAGED: The audit trail does not hold: entry ${bad} was changed\\. .*nothing is written`),
      );
      expect(app.store.damage).toMatchObject({ code: 'STORE_DAMAGED', seq: bad });
      expect(replyOf(await way.send('movements.listBalances', {}))).toMatchObject({
        rows: [{ product: 'MILK', lot: 'L1', quantity: '40' }],
      });
      expect(replyOf(await way.send('lots.list', {}))).toMatchObject({ total: 1 });
      expect(replyOf(await way.send('audit.verify', {}))).toMatchObject({ ok: false, problems: [{ seq: bad }] });
      const trace = { suspects: [{ product: 'MILK', lot: 'L1' }] };
      expect(replyOf(await way.send('recalls.simulate', trace))).toMatchObject({ totals: { affected: 1 } });
      const drawn = replyOf(
        await way.send('reports.draw', { report: 'lots', parameters: { question: {} }, format: 'xlsx' }),
      ) as {
        document: string;
      }; // its reply
      expect(replyOf(await way.send('reports.issue', { document: drawn.document }, 'rescue-issue'))).toEqual(drawn);
      for (const [index, operation] of ['movements.post', 'people.saveView', 'backups.make'].entries()) {
        const input = [movement, { list: 'lots', name: 'Mine', question: {} }, {}][index];
        const { code } = replyOf(await way.send(operation, input, `rescue-${index}`)) as { code: string }; // a refusal
        expect(code, operation).toMatch(/STORE_READ_ONLY|STORE_DAMAGED/);
      }
    } finally {
      await way.close();
      await app.close();
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('what a host does with a store', () => {
  it('whose tables were changed: opens it for rescue', async () => {
    const file = spoilt('tables', (path) => tamper(path, (db) => db.exec('create table extra (id integer)')));
    const app = await openForScreens(file);
    expect(inEnglish(app.store.readOnly)).toMatch(
      /^STORE_DAMAGED: Tables or triggers of the store were changed outside Lotline/,
    );
    await app.close();
  });

  const unreadable: Record<string, (file: string) => void> = {
    'cut in half': (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
    emptied: (file) => truncateSync(file, 0),
    'whose pages are overwritten': (file) => {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill(7, 100, 12_000));
    },
  };
  it.each(Object.entries(unreadable))('%s: refuses it and says what to do', async (what, spoil) => {
    const file = spoilt(`unreadable ${what}`, spoil);
    const before = readFileSync(file);
    const refusal = await refusalOf(openForScreens(file));
    expect(refusal.code).toBe('STORE_DAMAGED');
    expect(refusal.message).toContain(`lotline restore BACKUP --store ${JSON.stringify(file)}`);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('that is no store: refuses it, and tells nobody to restore over it', async () => {
    const file = join(folder, 'letter');
    writeFileSync(file, 'Dear Ann');
    const refusal = await refusalOf(openForScreens(file));
    expect(refusal).toMatchObject({ code: 'STORE_FOREIGN', message: expect.not.stringContaining('restore BACKUP') });
  });

  it('that is damaged, started as a program: says so and serves it', async () => {
    const file = withChangedEntry('served');
    const program = startProgram(['cli', 'serve', '--store', file, '--until-stdin-ends']);
    const ended = untilEnd(program);
    expect(await lineOf(program, /^http:/)).toMatch(/^http:\/\/127\.0\.0\.1:/);
    program.stdin?.end();
    expect(await ended).toMatchObject({ exit: 0, err: expect.stringContaining(`entry ${bad} was changed`) });
  });
});
