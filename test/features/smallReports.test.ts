import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportCell } from '#shared/kernel/reportModel.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import type { Outputs } from '#shared/contract.ts';
import { asPerson, buildDemoApp, type TestApp } from '../support/app.ts';
import { readWorkbook } from '../support/workbookReader.ts';

type Preview = Outputs['reports']['preview']['report'];
type Section = Preview['sections'][number];

let food: TestApp;
beforeAll(async () => {
  food = await buildDemoApp('food');
  return () => food[Symbol.asyncDispose]();
});

const preview = async (report: string, parameters: object = {}): Promise<Preview> =>
  (await food.ask('reports.preview', { report, parameters: { ...parameters }, rows: 200 })).report;
const column = (section: Section | undefined, key: string): ReportCell[] => {
  const at = section?.columns.findIndex((one) => one.key === key) ?? -1;
  expect(at, key).not.toBe(-1);
  return section?.rows.map((row) => row[at] ?? null) ?? [];
};
const textsOf = (section: Section | undefined, key: string): string[] =>
  column(section, key).map((cell) => (typeof cell === 'object' ? '' : String(cell)));
const amountsOf = (cells: readonly ReportCell[]): number[] =>
  cells.map((cell) => (typeof cell === 'object' && cell !== null ? Number(cell.amount) : Number.NaN));
const sum = (numbers: readonly number[]): number => Math.round(numbers.reduce((all, one) => all + one, 0) * 1e6) / 1e6;

/** What lies where, as the list of balances has it. */
async function balances(): Promise<Outputs['movements']['listBalances']['rows']> {
  const rows: Outputs['movements']['listBalances']['rows'] = [];
  for (;;) {
    const page = await food.ask('movements.listBalances', { offset: rows.length, limit: 500 });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

/** Every lot of the list of lots that fits. */
async function lots(question: object): Promise<Outputs['lots']['list']['rows']> {
  const { rows, total } = await food.ask('lots.list', { ...question, limit: 500 });
  expect(rows).toHaveLength(total);
  return rows;
}

describe('the expiry calendar', () => {
  it('says in its head which statuses are meant, where none was chosen too', async () => {
    const heads = async (status: string[]): Promise<string> => {
      const asked = { report: 'expiry', parameters: { status }, format: 'xlsx' } as const;
      const { document } = await food.ask('reports.draw', asked);
      await food.ask('reports.issue', { document });
      const { sheets } = readWorkbook(readFileSync(food.app.spool.fetch(document, food.me.id).path));
      return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell?.value ?? '').join(' ')).join('\n');
    };
    expect(await heads([])).toContain('Status all');
    expect(await heads(['Q', 'R'])).toContain('Status Quarantine, Rejected');
  });

  it('has the stock of the lots that expire until a day, as the list of lots and the balances have it', async () => {
    const [asOf, until] = ['2026-12-01', '2027-03-31'];
    const listed = await lots({ expiresOn: `..${until}`, onHand: ['yes'] });
    const { sections, figures } = await preview('expiry', { asOf, until });
    const [expired, expiring] = sections;
    const lotsIn = (section: Section | undefined): string[] => {
      const products = textsOf(section, 'product');
      return [...new Set(textsOf(section, 'unit').map((lot, at) => `${products[at]} ${lot}`))].toSorted();
    };
    const wanted = (isPast: boolean): string[] =>
      listed
        .filter(({ expiresOn }) => expiresOn < asOf === isPast)
        .map(({ product, lot }) => `${product} ${lot}`)
        .toSorted();
    expect(listed.length).toBeGreaterThan(5);
    expect([lotsIn(expired), lotsIn(expiring)]).toEqual([wanted(true), wanted(false)]);
    expect(figures.map(({ values }) => values)).toEqual([[wanted(true).length], [wanted(false).length]]);
    const onHand = sum(listed.map((lot) => Number(lot.onHand)));
    const quantities = [expired, expiring].flatMap((section) => amountsOf(column(section, 'quantity')));
    expect(sum(quantities)).toBeCloseTo(onHand, 6);
    const days = textsOf(expiring, 'expiresOn');
    expect(days).toEqual(days.toSorted());
  });

  it('has of one product and status just that', async () => {
    const { sections } = await preview('expiry', { product: 'APR-PUREE', status: ['A'], until: '2030-01-01' });
    for (const section of sections) {
      expect(new Set([...column(section, 'product'), 'APR-PUREE'])).toEqual(new Set(['APR-PUREE']));
      for (const status of textsOf(section, 'status')) expect(status).toMatch(/^A/);
    }
    const released = (await balances()).filter(
      ({ product, status }) => product === 'APR-PUREE' && status.startsWith('A'),
    );
    const quantities = sections.flatMap((section) => amountsOf(column(section, 'quantity')));
    expect(sum(quantities)).toBe(sum(released.map(({ quantity }) => Number(quantity))));
  });
});

describe('quarantine ageing', () => {
  it.each(['Q', 'R'])('has all that lies in status %s, and since when, by its own movements', async (status) => {
    const { sections, figures } = await preview('quarantine', { status, asOf: '2026-12-01' });
    const waiting = (await balances()).filter((row) => row.status.startsWith(status));
    const [chart, section] = sections;
    expect(chart?.chart?.series[0]?.values.map(Number)).toEqual(figures.flatMap(({ values }) => values));
    // Of the demo plant nothing was rejected that still lies there.
    expect(waiting.length > 0).toBe(status === 'Q');
    expect(section?.total).toBe(waiting.length);
    expect(sum(amountsOf(column(section, 'quantity')))).toBe(sum(waiting.map(({ quantity }) => Number(quantity))));
    expect(sum(figures.flatMap(({ values }) => values.map(Number)))).toBe(waiting.length);
    const since = textsOf(section, 'since');
    expect(since).toEqual(since.toSorted());
    const [products, units] = [textsOf(section, 'product'), textsOf(section, 'unit')];
    const days = column(section, 'days');
    for (const [at, product] of products.entries()) {
      const unit = { product, lot: units[at] ?? '' };
      const { rows } = await food.ask('movements.list', { unit, limit: 500 });
      const put = rows.filter((row) => row.status.startsWith(status) && !row.statusFrom.startsWith(status));
      expect(
        put
          .map((row) => row.at)
          .toSorted()
          .at(-1),
        unit.lot,
      ).toBe(since[at]);
      const lain = (Date.parse('2026-12-01') - Date.parse((since[at] ?? '').slice(0, 10))) / 86_400_000;
      expect(Math.abs(Number(days[at]) - lain)).toBeLessThanOrEqual(1);
    }
  });
});

describe('the mass balance per product', () => {
  it('comes over all time to what lies here, and each balance adds up', async () => {
    const { sections } = await preview('massBalance', { from: '2000-01-01', until: '2100-01-01' });
    const [section] = sections;
    const stock = new Map<string, number>();
    for (const { product, quantity } of await balances())
      stock.set(product, (stock.get(product) ?? 0) + Number(quantity));
    const products = textsOf(section, 'product');
    expect(products.length).toBeGreaterThan(10);
    const part = (key: string): number[] => column(section, key).map((cell) => amountsOf([cell])[0] || 0);
    const [cameIn, consumed, out, here] = [part('in'), part('consumed'), part('out'), part('here')];
    const [explained, unexplained] = [part('explained'), part('unexplained')];
    for (const [at, product] of products.entries()) {
      expect(here[at], product).toBeCloseTo(stock.get(product) ?? 0, 5);
      const parts = [consumed[at], out[at], here[at], explained[at], unexplained[at]].map((one) => one ?? 0);
      expect(sum(parts), product).toBeCloseTo(cameIn[at] ?? 0, 5);
    }
  });

  it('of two periods one after the other adds up to that of both, as the second begins with what the first left', async () => {
    const part = async (from: string, until: string, key: string): Promise<number> => {
      const { sections } = await preview('massBalance', { product: 'APR-PUREE', from, until });
      return amountsOf(column(sections[0], key))[0] || 0;
    };
    const [begin, middle, next, end] = ['2000-01-01', '2026-10-20', '2026-10-21', '2100-01-01'];
    const left = await part(begin, middle, 'here');
    expect(left).toBeGreaterThan(0);
    for (const key of ['consumed', 'out', 'explained', 'unexplained'])
      expect((await part(begin, middle, key)) + (await part(next, end, key)), key).toBeCloseTo(
        await part(begin, end, key),
        5,
      );
    const cameIn = (await part(begin, middle, 'in')) + (await part(next, end, 'in')) - left;
    expect(cameIn).toBeCloseTo(await part(begin, end, 'in'), 5);
    expect(await part(next, end, 'here')).toBeCloseTo(await part(begin, end, 'here'), 5);
  });
});

describe('signatures and rights', () => {
  it('has every signature of the period once, in order, as the trail has it', async () => {
    const { rows } = await food.ask('audit.list', { limit: 500 });
    const signed = rows.flatMap(({ seq, signers }) => signers.map(({ name }) => `${seq} ${name}`)).toSorted();
    const { sections } = await preview('signatures', { from: '2000-01-01', until: '2100-01-01' });
    const names = textsOf(sections[0], 'name');
    const told = textsOf(sections[0], 'entry').map((entry, at) => `${entry} ${names[at]}`);
    expect(told.toSorted()).toEqual(signed);
    // Roles are said, not the names the program has for them.
    expect(textsOf(sections[0], 'role').filter((role) => /[a-z][A-Z]/.test(role))).toEqual([]);
    expect(textsOf(sections[0], 'key').filter((key) => key.endsWith('/ signing'))).toEqual([]);
    const { total } = await preview('signatures', { from: '2000-01-01', until: '2000-12-31' });
    expect(total).toBe(0);
  });

  it('says of everybody what they may do, as the check of a person says it', async () => {
    const { people } = await food.ask('people.list', {});
    const { sections } = await preview('rights');
    const [byPerson, byRight] = sections;
    expect(column(byPerson, 'user')).toEqual(people.map(({ user }) => user));
    const may = textsOf(byRight, 'may').map((names) => names.split(', ').filter(Boolean));
    const counts = column(byRight, 'count');
    expect(may.map((names) => names.length)).toEqual(counts);
    for (const { user, name, disabled } of people.slice(0, 3)) {
      const { operations } = await food.ask('people.mayDo', { user });
      const held = new Set(operations.filter(({ may: one }) => one).map(({ permission }) => permission));
      held.delete('enter');
      const listed = may.filter((names) => names.includes(name)).length;
      // A permission may be asked for by no operation at all; every other one is in both.
      expect(listed).toBeGreaterThanOrEqual(disabled ? 0 : held.size);
    }
  });
});

describe('the register of documents', () => {
  it('has what was handed over, and says whether it would be the same today', async () => {
    const asked = { report: 'expiry', parameters: { until: '2027-03-31' }, format: 'xlsx' as const };
    const drawn = await food.ask('reports.draw', asked);
    const { total: before } = await food.ask('reports.listIssued', {});
    await food.ask('reports.issue', { document: drawn.document });
    const number = before + 1;
    const { rows, total } = await food.ask('reports.listIssued', {});
    expect(total).toBe(number);
    const { seq } = food.app.store.head();
    expect(rows[0]).toMatchObject({ number, report: 'expiry', title: 'Expiry calendar', format: 'xlsx' });
    expect(rows[0]).toMatchObject({ sha256: drawn.sha256, entry: seq });
    expect(await food.ask('reports.compare', { number })).toEqual({ same: true, differs: [], entries: 0 });
    const [lot] = await lots({ expiresOn: '..2027-03-31', onHand: ['yes'] });
    if (lot === undefined) throw new Error('no lot expires');
    const [where] = (await balances()).filter((row) => row.product === lot.product && row.lot === lot.lot);
    if (where === undefined) throw new Error('the lot lies nowhere');
    const { product, sublot, location, status } = where;
    const scrap = {
      ...{ kind: 'scrap' as const, at: formatMoment(food.clock.now()), document: 'S-1', product, lot: lot.lot, sublot },
      ...{ quantity: where.quantity, from: location, statusFrom: status, reason: 'too old' },
    };
    await food.ask('movements.post', { movements: [scrap] }, { as: asPerson(food.me, 'walid') });
    const { same, differs, entries } = await food.ask('reports.compare', { number });
    expect([same, entries]).toEqual([false, 1]);
    expect(differs.length).toBeGreaterThan(0);
    expect(food.verify().ok).toBe(true);
  });
});
