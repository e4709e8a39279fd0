import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createApp } from '#main/app/createApp.ts';
import type { Session } from '#main/app/session.ts';
import { standardSettings } from '#shared/settings/standardSettings.ts';
import type { Anchor } from '#main/store/anchor.ts';
import { carryContents } from '#main/store/keptFiles.ts';
import { records } from '#shared/records.ts';
import { seededRandom } from '../chance.ts';
import { buildPlantApp, codeOf, TestApp, TestClock } from '../app.ts';
import { writeOneOfEach } from '../oneOfEach.ts';
import { type People, setUpPeople, signature, signIn } from '../people.ts';
import { on, plantWith, row } from '../plantTables.ts';

/** An honest store with a past: closed files, and what was anchored of it while it was made. */
export type History = {
  file: string;
  /** The same store some time before its end. */
  older: string;
  /** That older copy, gone on from by itself. */
  branch: string;
  anchors: Anchor[];
  entries: number;
  /** The last entries are receipts of these movements alone, one each. */
  tail: number;
} & Disposable;

const tail = 6;

/**
 * A plant with an import, links, saved views, people, a signed release, postings, refusals and reversals in an order that
 * the seed decides.
 */
export async function buildHistory(seed: number): Promise<History> {
  const random = seededRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'lotline-history-'));
  const [file, older, branch] = ['store', 'older', 'branch'].map((name) => join(folder, `${name}.lotline`));
  if (file === undefined || older === undefined || branch === undefined) throw new Error('three files');
  await using plant = await buildPlantApp();
  await plant.take(imported);
  await plant.ask('people.saveView', { list: 'lots', name: 'Mine', question: { text: 'MILK' } });
  const people = await setUpPeople(plant);
  await release(plant, people);
  await administer(plant, people);
  await writeOneOfEach(plant, records);
  await work(plant, people.warehouse, { random, steps: 14 });
  await plant.reopen();
  copyWhole(plant.file, older);
  copyWhole(plant.file, branch);
  const warehouse = await signIn(plant, 'warehouse');
  await work(plant, warehouse, { random, steps: 10 });
  for (let step = 0; step < tail; step += 1) await receive(plant, warehouse, 100 + step);
  await plant.app.close();
  copyWhole(plant.file, file);
  await goOn(branch, random);
  carryContents(branch, branch);
  return {
    file,
    older,
    branch,
    ...lookAt(file),
    tail,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A copy that has what is attached within it, so that its own copies do. */
function copyWhole(from: string, to: string): void {
  copyFileSync(from, to);
  carryContents(from, to);
}

const imported = plantWith(
  [
    row('receipt', 'MILK L1', 40, on(5)),
    row('receipt', 'OIL L1', 40, on(5)),
    row('receipt', 'OIL L2', 30, on(5)),
    row('receipt', 'MOTOR #M1', 1, on(5)),
    row('receipt', 'OIL O1', 20, on(5), { status: 'Q' }),
    row('consumption', 'MILK L1', 4, on(6), { run: 'R1' }),
    row('consumption', 'MOTOR #M1', 1, on(6), { run: 'R1' }),
    row('output', 'CAKE K1', 9, on(7), { run: 'R1' }),
  ],
  {
    lots: [
      { product: 'MILK', lot: 'L1', supplier: 'S1', supplier_lot: 'M-77' },
      { product: 'MILK', lot: 'NEVER-MOVED' },
    ],
    serial_links: [{ work_order: 'WO-1', parent_product: 'CAKE', component_product: 'MOTOR', quantity: '1' }],
  },
);

/** What people do beside the goods. */
async function administer(plant: TestApp, { administrator, complianceOfficer }: People): Promise<void> {
  const qualified = { user: 'warehouse', subject: 'move', from: '2026-01-01' } as const;
  await plant.ask('people.authorise', qualified, { as: administrator });
  const settings = { ...standardSettings, idleMinutes: 20, reason: 'shorter breaks' };
  await plant.ask('people.saveSettings', settings, { as: administrator });
  const review = { first: 1, last: 1, note: '', signature: signature('complianceOfficer', 'reviewed') };
  await plant.ask('audit.review', review, { as: complianceOfficer });
}

async function release(plant: TestApp, people: People): Promise<void> {
  await plant.ask(
    'lots.changeStatus',
    {
      product: 'OIL',
      lot: 'O1',
      statusFrom: 'Q',
      statusTo: 'A',
      quantity: '20',
      reason: 'tested, nothing found',
      signature: signature('qualityManager', 'released'),
    },
    { as: people.qualityManager },
  );
}

type Works = { random: () => number; steps: number };

/** Movements one after another; some are refused, and some undone. */
async function work(plant: TestApp, as: Session, { random, steps }: Works): Promise<void> {
  const undoable: number[] = [];
  for (let step = 0; step < steps; step += 1) {
    plant.clock.moment += Math.floor(1 + random() * 60) * 1_000_000;
    const at = on(8 + (step % 20), `${String(6 + (step % 12)).padStart(2, '0')}:${String(step % 60).padStart(2, '0')}`);
    const what = random();
    const last = what < 0.15 ? undoable.pop() : undefined;
    if (last !== undefined) {
      await plant.ask('movements.reverse', { movements: [last], reason: 'counted again' }, { as });
    } else if (what < 0.3) {
      await codeOf(plant.postAll([['shipment', 'CAKE K1', 999, at]], { as }));
    } else if (what < 0.6) {
      undoable.push(...(await plant.postAll([['shipment', 'OIL L2', 1, at, { partner: 'C2' }]], { as })));
    } else if (what < 0.8) {
      await plant.postAll([['transfer', 'OIL L1', 1, at]], { as });
    } else {
      await plant.postAll(
        [
          ['receipt', `OIL N${step}`, 3, at],
          ['consumption', `OIL N${step}`, 1, at, { work_order: `WO-${step}` }],
        ],
        { as },
      );
    }
  }
}

async function receive(plant: TestApp, as: Session, number: number): Promise<void> {
  plant.clock.moment += 1_000_000;
  await plant.postAll([['receipt', 'OIL L2', 1, on(29), { document: `GRN-${number}` }]], { as });
}

/** Somebody works in a copy, long enough to come past the original's end. */
async function goOn(file: string, random: () => number): Promise<void> {
  const clock = new TestClock('2026-06-02T12:00:00Z');
  const app = await createApp({ file, mode: 'write', host: 'test', clock });
  const plant = new TestApp({ folder: `${file}-none`, file, clock, host: 'test', app });
  const warehouse = await signIn(plant, 'warehouse');
  await work(plant, warehouse, { random, steps: 30 });
  await app.close();
}

function lookAt(file: string): { anchors: Anchor[]; entries: number } {
  const db = new Database(file, { readonly: true });
  const store = db.prepare<[], string>('select store_id from head').pluck().get() ?? '';
  const entries = db.prepare<[], number>('select count(*) from audit_entry').pluck().get() ?? 0;
  const hashAt = db.prepare<[number], Buffer>('select hash from audit_entry where seq = ?').pluck();
  const anchors = [Math.floor(entries / 3), Math.floor((2 * entries) / 3), entries].map((seq) => ({
    v: 1 as const,
    store,
    seq,
    hash: hashAt.get(seq)?.toString('hex') ?? '',
    at: '2026-06-03T12:00:00Z',
  }));
  db.close();
  return { anchors, entries };
}
