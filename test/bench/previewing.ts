import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '#main/app/createApp.ts';
import { median, type Report, show } from './measure.ts';
import { posting } from './stores.ts';

const movements = 100_000;

/**
 * How long one posted movement takes while an import is previewed, against the same while nothing else is done, and what
 * memory the preview takes meanwhile.
 */
export async function timePreviewing(report: Report, app: App, folder: string): Promise<void> {
  const path = join(folder, 'previewed');
  writeDeliveries(app, path);
  const post = posting(app, 'bench-beside');
  await inTurn(post, 20);
  const before = process.memoryUsage().rss;
  const quiet = await inTurn(post, 100);
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage().rss - before);
  }, 50);
  let isDone = false;
  const start = performance.now();
  const preview = app
    .call(app.open(), { operation: 'exchange.preview', input: { source: { kind: 'path', path } } })
    .finally(() => {
      isDone = true;
    });
  const beside: number[] = [];
  while (!isDone) {
    beside.push(await post());
    // As people post: not without a breath.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const answer = JSON.stringify(await preview);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  const [usual, now] = [median(quiet), median(beside)];
  report.check(
    {
      goal: '7',
      what: `one posted movement while ${movements} are previewed, against a quiet store`,
      measured: `${(now / usual).toFixed(2)}× (median ${show(now)} of ${beside.length} against ${show(usual)}, longest ${show(Math.max(...beside))})`,
      wanted: '≤ 2×',
    },
    now <= usual * 2,
  );
  report.check(
    {
      goal: '7',
      what: 'memory of that preview',
      measured: `+${Math.round(memory / 1e6)} MB over ${seconds.toFixed(1)} s`,
      wanted: '≤ +50 MB',
    },
    memory <= 50e6,
  );
  if (!answer.includes(`"movements":${movements}`))
    throw new Error(`the preview found something else: ${answer.slice(0, 300)}`);
}

async function inTurn(post: () => Promise<number>, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < times; round += 1) taken.push(await post());
  return taken;
}

/** New lots of the plant's bought goods, received after all else and shipped in two parts. */
function writeDeliveries(app: App, folder: string): void {
  const { db } = app.store.reader();
  const one = (sql: string): string => db.prepare<[], string>(sql).pluck().get() ?? '';
  const product = one(
    "select p.code from movement m join unit u on u.id = m.to_unit_id join product p on p.id = u.product_id where m.kind = 'receipt' limit 1",
  );
  const [supplier, customer] = ['supplier', 'customer'].map((kind) =>
    one(`select code from partner where kind = '${kind}' limit 1`),
  );
  const place = one("select code from place where kind = 'storage' limit 1");
  const after = Number(one('select max(at) / 1000 from movement'));
  const rows = Array.from({ length: movements }, (_, index) => {
    const at = new Date(after + index * 1000).toISOString();
    const lot = `NEW-${Math.floor(index / 3)}`;
    return index % 3 === 0
      ? `${at},receipt,GRN-NEW-${index},${product},${lot},2,,${place},,A,${supplier},NEW-${index}`
      : `${at},shipment,DN-NEW-${index},${product},${lot},1,${place},,A,,${customer},NEW-${index}`;
  });
  mkdirSync(folder, { recursive: true });
  const header = 'at,kind,document,product,lot,quantity,from,to,status_from,status,partner,id';
  writeFileSync(join(folder, 'movements.csv'), [header, ...rows, ''].join('\n'));
}
