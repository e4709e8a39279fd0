import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outputs } from '#shared/contract.ts';
import { addDays } from '#shared/kernel/dates.ts';
import type { ListedLot } from '#shared/lots/vocabulary.ts';
import { buildDemoApp, buildPlantApp, type TestApp } from '../support/app.ts';
import { addPerson, type People, setUpPeople, signature } from '../support/people.ts';
import { on, plantWith, row } from '../support/plantTables.ts';

type Answer = Outputs['today']['list'];
type Session = TestApp['me'];
const today = '2026-06-01';
const tasksOf = ({ groups }: Answer) => groups.flatMap(({ group, tasks }) => tasks.map((task) => ({ group, ...task })));
const nameOf = ({ product, lot, sublot }: Pick<ListedLot, 'product' | 'lot' | 'sublot'>) =>
  `${product} ${lot} ${sublot}`;

/** All rows of a list, page by page. */
async function everyRow<R>(page: (offset: number) => Promise<{ total: number; rows: R[] }>): Promise<R[]> {
  const rows: R[] = [];
  for (let total = 1; rows.length < total; ) {
    const next = await page(rows.length);
    total = next.total;
    rows.push(...next.rows);
  }
  return rows;
}

describe('what waits in the demo plant', () => {
  let plant: TestApp;
  let lots: Map<string, ListedLot & { letters: Set<string> }>;
  beforeAll(async () => {
    plant = await buildDemoApp('food');
    const listed = await everyRow((offset) => plant.ask('lots.list', { offset, limit: 500 }));
    lots = new Map(listed.map((lot) => [nameOf(lot), { ...lot, letters: new Set<string>() }]));
    // In which status lots lie is told by the balances, not by the list that the answer is made from.
    const balances = await everyRow((offset) => plant.ask('movements.listBalances', { offset, limit: 500 }));
    for (const { location, status, ...unit } of balances)
      lots
        .get(nameOf(unit))
        ?.letters.add(status.slice(0, 1))
        .add(`${status.slice(0, 1)} ${location}`);
  });
  afterAll(() => plant[Symbol.asyncDispose]());

  const here = (fits: (lot: ListedLot & { letters: Set<string> }) => boolean) =>
    [...lots.values()]
      .filter((lot) => lot.letters.size > 0 && fits(lot))
      .map(nameOf)
      .toSorted();
  const within = (date: string, from: string, to: string): boolean => date !== '' && date >= from && date <= to;

  it('is counted as the balances and dates of all lots say', async () => {
    const { counts, next } = await plant.ask('today.list', { today });
    const soon = addDays(today, 30);
    expect(counts).toEqual({
      expired: here(({ expiresOn }) => within(expiresOn, '', addDays(today, -1))).length,
      quarantine: here(({ letters }) => letters.has('Q')).length,
      expiring: here(({ expiresOn }) => within(expiresOn, today, soon)).length,
      rejected: here(({ letters }) => letters.has('R')).length,
    });
    expect(counts.quarantine).toBeGreaterThan(0);
    const dates = here(({ expiresOn }) => expiresOn >= today).map((name) => lots.get(name)?.expiresOn ?? '');
    expect(next?.expiresOn).toBe(dates.toSorted()[0]);
  });

  it('has every lot that waits once, in the group of its day, with what else it waits for', async () => {
    const tasks = tasksOf(await plant.ask('today.list', { today, limit: 200 }));
    const goods = tasks.flatMap((task) => ('lot' in task ? [task] : []));
    const names = goods.map(({ lot }) => nameOf(lot));
    expect(new Set(names).size).toBe(names.length);
    const soon = addDays(today, 30);
    const waits = here(
      ({ letters, expiresOn, retestOn }) =>
        letters.has('Q') ||
        letters.has('R') ||
        letters.has('A QUARANTINE') ||
        within(expiresOn, '', soon) ||
        within(retestOn, '', soon),
    );
    expect(names.toSorted()).toEqual(waits);
    for (const { group, kind, also, due, lot } of goods) {
      const known = lots.get(nameOf(lot));
      const late = within(known?.expiresOn ?? '', '', addDays(today, -1));
      expect(group === 'overdue', names.join()).toBe(due !== '' && due < today);
      if (late) expect([group, kind, due]).toEqual(['overdue', 'expired', known?.expiresOn]);
      if (known?.letters.has('Q') === true) expect([kind, ...also]).toContain('quarantine');
      if (known?.letters.has('R') === true) expect([kind, ...also]).toContain('rejected');
      // What was released and still lies in the cage is put away, unless it has expired.
      expect([kind, ...also].includes('putAway')).toBe(known?.letters.has('A QUARANTINE') === true && !late);
      if (group === 'week') expect(within(due, addDays(today, 1), addDays(today, 7))).toBe(true);
      if (group === 'month') expect(within(due, addDays(today, 8), soon)).toBe(true);
    }
  });

  it('shows the first of a group and how many there are', async () => {
    const whole = await plant.ask('today.list', { today, limit: 200 });
    const short = await plant.ask('today.list', { today, limit: 1 });
    expect(short.groups.map(({ group, total }) => [group, total])).toEqual(
      whole.groups.map(({ group, total }) => [group, total]),
    );
    for (const [index, { tasks }] of short.groups.entries())
      expect(tasks).toEqual(whole.groups[index]?.tasks.slice(0, 1));
  });

  it('counts the lots of each day as its movements say', async () => {
    const { past, ahead } = await plant.ask('today.days', { today });
    const movements = await everyRow((offset) => plant.ask('movements.list', { offset, limit: 500 }));
    const lotsOn = (date: string, fits: (movement: (typeof movements)[number]) => boolean): number =>
      new Set(
        movements.filter((one) => one.lot !== '' && one.at.startsWith(date) && fits(one)).map((one) => nameOf(one)),
      ).size;
    expect(past.map(({ date }) => date)).toEqual(Array.from({ length: 14 }, (_, day) => addDays(today, day - 13)));
    for (const { date, ...counted } of past)
      expect({ date, ...counted }).toEqual({
        date,
        received: lotsOn(date, ({ kind }) => kind === 'receipt'),
        released: lotsOn(
          date,
          ({ kind, status, statusFrom }) => kind === 'status' && status !== statusFrom && status.startsWith('A'),
        ),
        held: lotsOn(
          date,
          ({ kind, status, statusFrom }) => kind === 'status' && status !== statusFrom && !status.startsWith('A'),
        ),
      });
    expect(past.some(({ received }) => received > 0)).toBe(true);
    for (const { date, expiring } of ahead)
      expect(expiring, date).toBe(here(({ expiresOn }) => expiresOn === date).length);
  });
});

describe('what waits for a person', () => {
  let plant: TestApp;
  let people: People;
  beforeAll(async () => {
    plant = await buildPlantApp();
    const lots = ['L1', 'L2', 'L3', 'L4'].map((lot, index) => ({
      product: 'MILK',
      lot,
      // The product would give them others.
      expires_on: ['2026-05-30', '2026-06-05'][index] ?? '2027-01-01',
      retest_on: '2027-01-01',
      use_by_on: '2027-01-01',
    }));
    const opening = (lot: string, status: string, to = 'STORE') =>
      row('opening', `MILK ${lot}`, 10, on(5), { id: lot, status, to });
    const openings = [opening('L1', 'A', 'QUAR'), opening('L2', 'Q'), opening('L3', 'R'), opening('L4', 'A', 'QUAR')];
    await plant.take(plantWith(openings, { lots }));
    people = await setUpPeople(plant);
  });
  afterAll(() => plant[Symbol.asyncDispose]());

  const waits = async (as: Session) =>
    tasksOf(await plant.ask('today.list', { today }, { as })).map((task) =>
      `${task.group}: ${task.kind} ${'lot' in task ? task.lot.lot : task.user}`.trim(),
    );

  it('is what that person may do something about', async () => {
    expect(await waits(people.viewer)).toEqual(['overdue: expired L1', 'week: expiring L2']);
    expect(await waits(people.warehouse)).toEqual([
      'overdue: expired L1',
      'today: rejected L3',
      'today: putAway L4',
      'week: expiring L2',
    ]);
    expect(await waits(people.qualityManager)).toEqual(
      expect.arrayContaining(['overdue: expired L1', 'today: rejected L3', 'today: quarantine L2']),
    );
    expect(await waits(people.complianceOfficer)).toEqual(
      expect.arrayContaining(['overdue: expired L1', 'month: review']),
    );
    expect(await waits(people.administrator)).toEqual(expect.arrayContaining([expect.stringContaining(': backup')]));
  });

  it('is gone with its cause: goods are released, a backup made, an account confirmed, the trail reviewed', async () => {
    await plant.ask(
      'lots.changeStatus',
      {
        ...{ product: 'MILK', lot: 'L2', statusFrom: 'Q', statusTo: 'A', quantity: '10' },
        reason: 'as inspected',
        signature: signature('qualityManager', 'released'),
      },
      { as: people.qualityManager },
    );
    expect((await waits(people.qualityManager)).filter((said) => said.includes('L2'))).toEqual(['week: expiring L2']);

    await plant.ask('backups.make', { path: join(plant.folder, 'kept.backup') }, { as: people.administrator });
    expect((await waits(people.administrator)).filter((said) => said.includes('backup'))).toEqual([]);
    expect((await plant.ask('today.list', { today }, { as: people.administrator })).lastBackup).not.toBe('');
    expect((await plant.ask('today.list', { today }, { as: people.viewer })).lastBackup).toBe('');

    await addPerson(plant, people.administrator, { user: 'newcomer', name: 'Nia Ferro', roles: ['qualityManager'] });
    expect(await waits(people.complianceOfficer)).toContain('today: confirm newcomer');
    expect((await waits(people.administrator)).filter((said) => said.includes('newcomer'))).toEqual([]);

    const { last } = await plant.ask('audit.listReviews', {}, { as: people.complianceOfficer });
    await plant.ask(
      'audit.review',
      { first: 1, last, note: 'all of it', signature: signature('complianceOfficer', 'reviewed') },
      { as: people.complianceOfficer },
    );
    // The review itself is an entry that is new.
    const tasks = tasksOf(await plant.ask('today.list', { today }, { as: people.complianceOfficer }));
    expect(tasks.find(({ kind }) => kind === 'review')).toMatchObject({ entry: last + 1, count: 1 });
  });
});

it('what was released is to be put away where its location is of a kind in which goods wait, though nothing moved', async () => {
  await using plant = await buildPlantApp();
  const lots = ['L1', 'L2'].map((lot) => ({ product: 'MILK', lot, expires_on: '2027-01-01', retest_on: '2027-01-01' }));
  const opening = row('opening', 'MILK L1', 10, on(5), { id: 'L1', status: 'A', to: 'QUAR' });
  await plant.take(plantWith([opening], { lots }));
  const putAway = async () =>
    tasksOf(await plant.ask('today.list', { today })).flatMap((task) =>
      task.kind === 'putAway' && 'lot' in task ? [task.lot.lot] : [],
    );
  expect(await putAway()).toEqual(['L1']);
  const asKind = (kind: string) => plant.take({ locations: [{ code: 'QUAR', site: 'MAIN', kind }] });
  await asKind('storage');
  expect(await putAway()).toEqual([]);
  await asKind('quarantine');
  expect(await putAway()).toEqual(['L1']);
  await plant.postAll([['receipt', 'MILK L2', 5, on(6), { to: 'QUAR', status: 'A' }]]);
  expect(await putAway()).toEqual(['L1', 'L2']);
});
