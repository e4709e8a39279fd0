import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Outputs } from '#shared/contract.ts';
import { buildHeldPlant, type HeldPlant } from '../support/heldPlant.ts';
import { signIn } from '../support/people.ts';
import { readWorkbook } from '../support/workbookReader.ts';

type Lots = Outputs['lots']['list'];
type Serials = Outputs['serials']['list'];
type Snapshot = { at: string; lots: Lots; serials: Serials };

/** Goods in the order of their names: as of now the list knows of more ways to sort than of then. */
const sorted = { sort: 'product' as const, limit: 200 };

async function listed(plant: HeldPlant, asOf?: string): Promise<Omit<Snapshot, 'at'>> {
  const asked = { ...sorted, ...(asOf === undefined ? {} : { asOf }) };
  return { lots: await plant.ask('lots.list', asked), serials: await plant.ask('serials.list', asked) };
}

/** Each step an hour after the one before; answers what the lists said after each. */
async function walk(plant: HeldPlant): Promise<Snapshot[]> {
  const steps: ((at: string) => Promise<unknown>)[] = [
    (at) => plant.post('receipt', 'OIL N1', 10, at),
    (at) => plant.post('transfer', 'OIL N1', 4, at),
    () => plant.hold([{ product: 'OIL', lot: 'O1', location: '' }]),
    (at) => plant.post('shipment', 'OIL O2', 50, at),
    (at) => plant.post('receipt', 'OIL N1', 3, at, { status: 'Q' }),
    () => plant.lift(['H-1']),
    (at) => plant.post('shipment', 'PUMP #P-09', 1, at),
    (at) => plant.post('receipt', 'MOTOR #M-1', 1, at),
    (at) => plant.post('consumption', 'OIL O3', 50, at, { from: 'STORE2', work_order: 'WO-3' }),
    (at) => plant.post('output', 'CAKE K3', 5, at, { work_order: 'WO-3' }),
    () =>
      plant.ask(
        'serials.reportMissing',
        { product: 'PUMP', serial: 'P-10', reason: 'not there' },
        { as: plant.quality },
      ),
    () =>
      plant.ask(
        'serials.reportFound',
        { product: 'PUMP', serial: 'P-10', reason: 'behind a shelf' },
        { as: plant.quality },
      ),
  ];
  const snapshots: Snapshot[] = [];
  for (const [hour, step] of steps.entries()) {
    const at = `2026-06-02T${String(hour + 6).padStart(2, '0')}:00:00Z`;
    plant.clock.set(at);
    [plant.me, plant.quality] = [await signIn(plant, 'warehouse'), await signIn(plant, 'qualityManager')];
    await step(at);
    snapshots.push({ at: `2026-06-02T${String(hour + 6).padStart(2, '0')}:30:00Z`, ...(await listed(plant)) });
  }
  return snapshots;
}

describe('the lists of lots and serials as of a past moment', () => {
  it('say what they said then, whatever came since', async () => {
    await using plant = await buildHeldPlant();
    const snapshots = await walk(plant);
    // Where goods lie is not in the list of lots, and what was found again is as it was.
    const told = snapshots.map(({ lots, serials }) => JSON.stringify([lots, serials]));
    expect(new Set(told).size).toBe(snapshots.length - 2);
    for (const { at, ...then } of snapshots) expect(await listed(plant, at), at).toEqual(then);
    // Of a day its end is meant.
    expect(await listed(plant, '2026-06-02')).toEqual(await listed(plant));
    expect((await plant.ask('lots.list', { asOf: '2026-01-01' })).total).toBe(0);
  });

  it('are filtered by how things were then', async () => {
    await using plant = await buildHeldPlant();
    await walk(plant);
    const lotsAt = async (asOf: string, filter: object): Promise<string[]> =>
      (await plant.ask('lots.list', { ...sorted, product: 'OIL', asOf, ...filter })).rows.map(({ lot }) => lot);
    const [shipped, before] = ['2026-06-02T09:30:00Z', '2026-06-02T08:30:00Z'];
    expect(await lotsAt(before, { onHand: ['yes'] })).toContain('O2');
    expect(await lotsAt(shipped, { onHand: ['yes'] })).not.toContain('O2');
    expect(await lotsAt(shipped, { onHand: ['no'] })).toEqual(['O2']);
    expect(await lotsAt(before, { status: ['Q'] })).toEqual(['Q1']);
    expect(await lotsAt(before, { held: ['whole'] })).toEqual(['O1']);
    expect(await lotsAt('2026-06-02T12:00:00Z', { held: ['whole', 'part'] })).toEqual([]);
    const serialsAt = async (asOf: string, filter: object): Promise<string[]> =>
      (await plant.ask('serials.list', { ...sorted, asOf, ...filter })).rows.map(({ serial }) => serial);
    expect(await serialsAt(before, { where: ['elsewhere'] })).toEqual([]);
    expect(await serialsAt('2026-06-02T12:30:00Z', { where: ['elsewhere'] })).toEqual(['P-09']);
    expect(await serialsAt('2026-06-02T16:30:00Z', { missing: ['missing'] })).toEqual(['P-10']);
    expect(await serialsAt('2026-06-02T17:30:00Z', { missing: ['missing'] })).toEqual([]);
    expect(await serialsAt('2026-06-02T12:30:00Z', { status: ['A'], text: 'P-09' })).toEqual([]);
  });

  it('are a workbook that says of when it is, of chosen rows too', async () => {
    await using plant = await buildHeldPlant();
    await walk(plant);
    const asOf = '2026-06-02T08:30:00Z';
    const rowsOf = async (only: string[]) => {
      const parameters = { question: { asOf, product: 'OIL', onHand: ['yes'] }, columns: [], only };
      const drawn = await plant.ask('reports.draw', { report: 'lots', parameters, format: 'xlsx', zone: 'UTC' });
      await plant.ask('reports.issue', { document: drawn.document });
      const { sheets } = readWorkbook(readFileSync(plant.app.spool.fetch(drawn.document, plant.me.id).path));
      return sheets.map(({ rows }) => rows.map((row) => row.map((cell) => cell?.value)));
    };
    const [head = [], table = []] = await rowsOf([]);
    const line = head.find((row) => row.includes('As of'));
    expect(line?.join(' ')).toMatch(/2 Jun 2026.*8:30/);
    expect(table.some((row) => row.includes('O2'))).toBe(true);
    const chosen = await rowsOf([JSON.stringify({ product: 'OIL', lot: 'O2', sublot: '', serial: '' })]);
    expect(chosen[0]?.some((row) => row.includes('As of'))).toBe(true);
    expect(chosen[1]?.find((row) => row.includes('O2'))).toContain('50');
  });
});
