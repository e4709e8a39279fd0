import type { App } from '#main/app/createApp.ts';
import type { Inputs, Outputs } from '#shared/contract.ts';
import { quarter, type Report, show } from './measure.ts';

type Question = Partial<Inputs['lots']['list']>;

const sorts = ['product', '-product', 'lot', '-lot', 'expiresOn', '-expiresOn', 'supplierLot', '-retestOn'] as const;

/** What each kind of question asks in a round: never the same twice, so that no answer is at hand already. */
const kinds: readonly (readonly [what: string, question: (round: number, total: number) => Question])[] = [
  ['the first page of a list', () => ({})],
  ['a list sorted', (round) => ({ sort: sorts[round % sorts.length] ?? 'lot' })],
  [
    'a page far down in a list that is sorted',
    (round, total) => ({ sort: 'expiresOn', offset: Math.floor(total * 0.9) + 200 * round }),
  ],
  ['a list filtered by a text', (round) => ({ text: String(12_345 + 1_111 * round) })],
  ['a list filtered by a product, sorted', (round) => ({ product: `p0${round % 10}-3`, sort: '-expiresOn' })],
  [
    'a list filtered by dates, sorted by them',
    (round) => ({ expiresOn: `2026-07-${10 + round}..2026-08-${10 + round}`, sort: 'expiresOn' }),
  ],
  [
    'a list filtered by what is in stock, sorted',
    (round) => ({
      onHand: ['yes'],
      status: round % 2 === 0 ? ['A'] : ['A', 'Q'],
      sort: sorts[round % sorts.length] ?? 'lot',
    }),
  ],
];

/** Pages of the list of lots at the host. */
export async function timeLists(report: Report, app: App, rounds: number): Promise<void> {
  const actor = app.open();
  const ask = async (input: Question): Promise<{ total: number; ms: number }> => {
    const start = performance.now();
    // The bus checked the reply against this very contract.
    const { total } = (await app.call(actor, {
      operation: 'lots.list',
      input: { limit: 200, ...input },
    })) as Outputs['lots']['list'];
    return { total, ms: performance.now() - start };
  };
  const { total } = await ask({});
  const stock = await ask({ onHand: ['no'] });
  for (const [what, question] of kinds) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push((await ask(question(round, total))).ms);
    const ms = quarter(times);
    const measured = `${show(ms)} for ${total} lots (slowest ${show(Math.max(...times))})`;
    report.check({ goal: '11', what, measured, wanted: '≤ 150 ms for 1,000,000' }, ms <= 150);
  }
  report.note(`the stock of all lots was read once, in steps between other calls: ${show(stock.ms)}`);
}

type StockQuestion = Partial<Inputs['movements']['listBalances']>;

/** Pages of the list of stock: as it is, in the order people count in, far down, of one product, of one location, and of a past moment. */
export async function timeStock(report: Report, app: App, rounds: number): Promise<void> {
  const actor = app.open();
  const ask = async (input: StockQuestion): Promise<{ page: Outputs['movements']['listBalances']; ms: number }> => {
    const start = performance.now();
    // As above.
    const page = (await app.call(actor, {
      operation: 'movements.listBalances',
      input: { limit: 200, ...input },
    })) as Outputs['movements']['listBalances'];
    return { page, ms: performance.now() - start };
  };
  const { page } = await ask({});
  const { rows, total } = page;
  const named = (round: number) => rows[(round * 37) % Math.max(1, rows.length)];
  const asked: readonly (readonly [what: string, question: (round: number) => StockQuestion])[] = [
    ['the first page of the stock', () => ({})],
    ['the stock sorted as people count', (round) => ({ ordering: 'natural', offset: 200 * round })],
    ['the stock far down, sorted', (round) => ({ ordering: 'natural', offset: Math.floor(total * 0.9) + 200 * round })],
    ['the stock of a product, sorted', (round) => ({ product: named(round)?.product ?? '', ordering: 'natural' })],
    ['the stock at a location, sorted', (round) => ({ location: named(round)?.location ?? '', ordering: 'natural' })],
  ];
  for (const [what, question] of asked) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push((await ask(question(round))).ms);
    const ms = quarter(times);
    const measured = `${show(ms)} for ${total} lines (slowest ${show(Math.max(...times))})`;
    report.check({ goal: '11', what, measured, wanted: '≤ 150 ms for 1,000,000' }, ms <= 150);
  }
}

/** The whole list of lots as a workbook. */
export async function timeWorkbook(report: Report, app: App): Promise<void> {
  // The bus checked the reply against this very contract.
  const { total } = (await app.call(app.open(), {
    operation: 'lots.list',
    input: { limit: 1 },
  })) as Outputs['lots']['list'];
  const before = process.memoryUsage.rss();
  const start = performance.now();
  // As above.
  const { size } = (await app.call(app.open(), {
    operation: 'reports.draw',
    input: { report: 'lots', parameters: { question: { sort: 'lot' } }, format: 'xlsx' },
  })) as Outputs['reports']['draw'];
  const seconds = (performance.now() - start) / 1000;
  const grown = (process.memoryUsage.rss() - before) / 1e6;
  const allowed = 8 * Math.max(1, total / 100_000);
  report.check(
    {
      goal: '13',
      what: `the list of ${total} lots as a workbook`,
      measured: `${seconds.toFixed(1)} s, ${(size / 1e6).toFixed(1)} MB, memory up by ${grown.toFixed(0)} MB at its end`,
      wanted: '≤ 8 s for 100,000 rows',
    },
    seconds <= allowed,
  );
}
