import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readIndexColumns } from '#main/features/trace/feed/whole.ts';
import { type App, createApp } from '#main/app/createApp.ts';
import { figureKinds } from '#main/trace/figures/figureKinds.ts';
import { type IndexColumns, TraceIndex } from '#main/trace/index.ts';
import { loadSnapshot, saveSnapshot } from '#main/trace/snapshotFile.ts';
import { timeGrowth, timeUpkeep } from './growth.ts';
import { type Generated, generatePlant, type Named } from '../support/generatePlant.ts';
import { timeLists, timeStock, timeWorkbook } from './lists.ts';
import { timeManyLines } from './manyLines.ts';
import { disagreeing, type Method, method, quarter, Report, show, timeInTurn, type Timed } from './measure.ts';
import { figureAnswer, type PlainRows, SqlitePeer, type Walk, walkAnswer } from './peers.ts';
import { duckdbPeer, postgresPeer, type ServerPeer } from './serverPeers.ts';
import { timePreviewing } from './previewing.ts';
import { timePersonPosting, timeSigningIn } from './signingIn.ts';
import { timeStarting } from './starting.ts';
import { timeToday } from './today.ts';
import { importPlant, rawImport, timePosting } from './stores.ts';

/**
 * Compares Lotline's trace engine, imports and postings with plain SQL on the same generated plant, in one
 * run and in turn. Prints PASS or BELOW beside each goal; timings never fail it. Answers that differ do.
 */
const { values } = parseArgs({
  options: {
    lots: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '7' },
    /** Times nothing but lists of so many lines. */
    lines: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const lots = Number(values.lots);
const rounds = Number(values.rounds);
const report = new Report(values.json);
const folder = mkdtempSync(join(tmpdir(), 'lotline-bench-'));
let disagreements = 0;

try {
  if (values.lines === '') await benchAll();
  else await timeManyLines(report, folder, Number(values.lines), rounds);
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
process.exitCode = disagreements === 0 ? 0 : 1;

async function benchAll(): Promise<void> {
  const seed = Number(values.seed);
  const plant = await generatePlant(join(folder, 'plant'), lots, seed);
  report.note(`${plant.lots} lots, ${plant.movements} movements, seed ${seed}`);
  const { app } = await benchImport(plant);
  const columns = readIndexColumns(app.store.reader().db);
  const index = TraceIndex.build(columns);
  report.note(`${index.nodeCount} nodes, ${index.edgeCount} edges`);
  benchQuestions(app, plant, columns, index);
  await timeToday(report, app, plant.lots, rounds);
  await timeLists(report, app, rounds);
  await timeWorkbook(report, app);
  await timeStock(report, app, rounds);
  await benchOpening(app, index);
  await benchPosting(app);
  await timeSigningIn(report, folder, 15);
  await timePreviewing(report, app, folder);
  await app.close();
  await timePersonPosting(report, join(folder, 'store.lotline'), folder, 150);
  await timeStarting(report, join(folder, 'store.lotline'), 5);
  await benchGrowth(plant, index, seed);
  if (values.json)
    console.log(
      JSON.stringify(
        {
          lots: plant.lots,
          movements: plant.movements,
          edges: index.edgeCount,
          seed,
          disagreements,
          lines: report.lines,
        },
        null,
        2,
      ),
    );
}

async function benchImport(plant: Generated): Promise<{ app: App }> {
  const { app, seconds } = await importPlant(plant.folder, join(folder, 'store.lotline'));
  const raw = await rawImport(app, join(folder, 'raw.lotline'));
  const [ours, theirs] = [plant.movements / seconds, raw.movements / raw.seconds];
  const ratio = ours / theirs;
  report.check(
    {
      goal: '7',
      what: 'import of a plant folder against raw prepared statements',
      measured: `${ratio.toFixed(2)}× (${Math.round(ours)}/s against ${Math.round(theirs)}/s)`,
      wanted: '≥ 0.5×',
    },
    ratio >= 0.5,
  );
  return { app };
}

function benchQuestions(app: App, plant: Generated, columns: IndexColumns, index: TraceIndex): void {
  const rows = plainRows(columns);
  const sqlite = new SqlitePeer(join(folder, 'peer.db'), rows);
  const servers = [postgresPeer(folder, rows), duckdbPeer(folder, rows)].filter((peer) => peer !== undefined);
  if (servers.length < 2)
    report.note(
      `PostgreSQL and DuckDB count where they are installed; here: ${servers.map(({ name }) => name).join(', ') || 'neither'}`,
    );
  const ask = (goal: string, what: string, named: Named, direction: Walk['direction'], wanted: number): void => {
    const walk = { root: nodeOf(app, named), direction };
    const timed = compare(walksOf(index, walk), sqlite.walks(walk), servers, (peer) => peer.walk(walk, rounds), what);
    tell(goal, what, timed, wanted);
  };
  ask('1', 'upstream of a finished lot', plant.deepest, 'upstream', 100);
  ask('1', 'narrow downstream', plant.narrow, 'downstream', 100);
  ask('2', 'wide downstream', plant.wide, 'downstream', 35);
  for (const [what, named, wanted] of [
    ['recall figures, wide', plant.wide, 20],
    ['recall figures, narrow', plant.narrow, 200],
  ] as const) {
    const walk: Walk = { root: nodeOf(app, named), direction: 'downstream' };
    const ours = figuresOf(index, walk);
    tell(
      '3',
      what,
      compare(ours, sqlite.figures(walk), servers, (peer) => peer.figures(walk, rounds), what),
      wanted,
    );
  }
  benchDated(app, plant, index);
  for (const peer of servers) peer.close();
  sqlite.close();
  const perEdge = index.byteLength() / index.edgeCount;
  report.check(
    {
      goal: '5',
      what: 'memory of the index',
      measured: `${perEdge.toFixed(1)} MB per million edges`,
      wanted: '≤ 30 MB',
    },
    perEdge <= 30,
  );
}

function benchDated(app: App, plant: Generated, index: TraceIndex): void {
  for (const [what, named, direction] of [
    ['wide', plant.wide, 'downstream'],
    ['narrow', plant.narrow, 'downstream'],
    ['upstream', plant.deepest, 'upstream'],
  ] as const) {
    const roots = [nodeOf(app, named)];
    const [plain, dated] = timeInTurn(
      [false, true].map((isDated) =>
        method(
          String(isDated),
          () => index.walk({ roots, direction, dated: isDated }),
          ({ units }) => String(units.length),
        ),
      ),
      rounds,
    );
    const ratio = (dated?.ms ?? Number.NaN) / (plain?.ms ?? Number.NaN);
    const measured = `${ratio.toFixed(2)}× (${show(dated?.ms ?? 0)} for ${dated?.answer} units against ${show(plain?.ms ?? 0)} for ${plain?.answer})`;
    report.check({ goal: '4', what: `dated walk against plain, ${what}`, measured, wanted: '≤ 2.0×' }, ratio <= 2);
  }
}

async function benchOpening(app: App, index: TraceIndex): Promise<void> {
  const { seq, hash } = app.store.head();
  const file = join(folder, 'snapshot');
  const key = Buffer.alloc(32, 7);
  await saveSnapshot(file, index, { sequence: seq, hash, meaning: 'bench', key });
  const opened: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const found = await loadSnapshot(file, { meaning: 'bench', hashAt: () => hash, key, mostBytes: 2 ** 31 });
    opened.push(performance.now() - start);
    if (found?.index.edgeCount !== index.edgeCount) disagreements += 1;
  }
  const ms = quarter(opened);
  report.check(
    { goal: '6', what: `opening ${lots} lots from the snapshot`, measured: show(ms), wanted: '≤ 250 ms for 1,000,000' },
    ms <= 250,
  );
  const built: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    TraceIndex.build(readIndexColumns(app.store.reader().db));
    built.push(performance.now() - start);
  }
  const rate = index.edgeCount / quarter(built) / 1000;
  report.check(
    { goal: '6', what: 'rebuilding from the store', measured: `${rate.toFixed(2)} M edges/s`, wanted: '≥ 3 M edges/s' },
    rate >= 3,
  );
  const start = performance.now();
  const verified = await app.call(app.open(), { operation: 'audit.verify', input: {} });
  const seconds = (performance.now() - start) / 1000;
  const movements = app.store.reader().db.prepare<[], number>('select count(*) from movement').pluck().get() ?? 0;
  report.note(
    `verify: ${JSON.stringify(verified).slice(0, 40)}… ${Math.round(movements / seconds)} movements/s, records and balances included`,
  );
}

async function benchPosting(app: App): Promise<void> {
  const { posted, raw } = await timePosting(app, folder, 150);
  const ratio = raw / posted;
  report.check(
    {
      goal: '8',
      what: 'one posted movement against a raw commit',
      measured: `${ratio.toFixed(2)}× (${show(posted)} against ${show(raw)})`,
      wanted: '≥ 0.7×',
    },
    ratio >= 0.7,
  );
}

async function benchGrowth(plant: Generated, index: TraceIndex, seed: number): Promise<void> {
  const small = await generatePlant(join(folder, 'small'), Math.max(1000, Math.round(lots / 10)), seed);
  const { app } = await importPlant(small.folder, join(folder, 'small.lotline'));
  const smallIndex = TraceIndex.build(readIndexColumns(app.store.reader().db));
  const store = await importedNodes(plant);
  timeGrowth(report, { index, nodes: store.nodes }, { index: smallIndex, nodes: questionsOf(app, small) }, rounds);
  await app.close();
  timeUpkeep(report, store.columns, store.nodes.wide, rounds);
  await store.app.close();
}

async function importedNodes(plant: Generated) {
  const app = await createApp({ file: join(folder, 'store.lotline'), mode: 'read', host: 'test' });
  return { app, nodes: questionsOf(app, plant), columns: readIndexColumns(app.store.reader().db) };
}

function questionsOf(app: App, plant: Generated) {
  return { deepest: nodeOf(app, plant.deepest), narrow: nodeOf(app, plant.narrow), wide: nodeOf(app, plant.wide) };
}

function nodeOf(app: App, { product, lot }: Named): number {
  const id = app.store
    .reader()
    .db.prepare<[string, string], number>(
      'select u.id from unit u join product p on p.id = u.product_id where p.code = ? and u.lot = ?',
    )
    .pluck()
    .get(product, lot);
  if (id === undefined) throw new Error(`the plant has no ${product} ${lot}`);
  return id;
}

function walksOf(index: TraceIndex, { root, direction }: Walk): Method {
  return method(
    'Lotline',
    () => {
      const { units } = index.walk({ roots: [root], direction });
      let sum = 0;
      for (const unit of units) sum += unit;
      return { count: units.length, sum };
    },
    ({ count, sum }) => walkAnswer(count, sum),
  );
}

function figuresOf(index: TraceIndex, { root, direction }: Walk): Method {
  return method(
    'Lotline',
    () => {
      const { units } = index.walk({ roots: [root], direction });
      return index.sumLines(units, { netOf: figureKinds.adjusted });
    },
    ({ byReference, byProduct }) => figureAnswer(byReference, byProduct),
  );
}

/** Times ours and the peers in this process in turn, then those outside it by their own clocks. */
function compare(
  ours: Method,
  inProcess: Method[],
  servers: ServerPeer[],
  askServer: (peer: ServerPeer) => { ms: number; answer: string },
  what: string,
): Timed[] {
  const timed = timeInTurn([ours, ...inProcess], rounds);
  for (const peer of servers) timed.push({ name: peer.name, ...askServer(peer) });
  const wrong = disagreeing(timed);
  if (wrong.length > 0) {
    disagreements += wrong.length;
    report.note(
      `ANSWERS DIFFER for ${what}: ${timed.map(({ name, answer }) => `${name}: ${answer.slice(0, 60)}`).join('; ')}`,
    );
  }
  return timed;
}

function tell(goal: string, what: string, timed: Timed[], wanted: number): void {
  const [ours, ...peers] = timed;
  const best = peers.toSorted((a, b) => a.ms - b.ms)[0];
  if (ours === undefined || best === undefined) return;
  const ratio = best.ms / ours.ms;
  report.check(
    {
      goal,
      what,
      measured: `${ratio.toFixed(0)}× (${show(ours.ms)} against ${show(best.ms)}, ${best.name})`,
      wanted: `≥ ${wanted}×`,
    },
    ratio >= wanted,
  );
  report.note(`${ours.answer.slice(0, 70)}; ${timed.map(({ name, ms }) => `${name} ${show(ms)}`).join(', ')}`);
}

function plainRows({ nodeKinds, products, edges, lines }: IndexColumns): PlainRows {
  const isUnit = new Uint8Array(nodeKinds.length + 1);
  nodeKinds.forEach((kind, i) => {
    isUnit[i + 1] = kind === 0 ? 1 : 0;
  });
  return {
    edges,
    isUnit,
    lines: {
      unit: lines.unit,
      kind: lines.figureKind,
      reference: lines.reference,
      product: lines.unit.map((unit) => products[unit - 1] ?? 0),
      amount: lines.amount,
    },
  };
}
