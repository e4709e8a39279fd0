import { addDays } from '#shared/kernel/dates.ts';
import { workdaysAfter } from './calendar.ts';
import { asRow, type DeviceWorks, rangeText } from './deviceWorks.ts';
import { round, type StockLine } from './plantBook.ts';

type Accept = (line: StockLine) => boolean;

export const newOrder = (works: DeviceWorks): string => works.book.next('MO-', 4, 3301);

/** Books what an order uses, in the fewest rows: serials that follow one another stand as a range where that is allowed. */
function use(
  works: DeviceWorks,
  order: { workOrder: string; run?: string; equipment: string },
  lines: StockLine[],
): void {
  for (const line of lines)
    works.book.post({ kind: 'consumption', document: order.workOrder, ...asRow(line), ...order });
}

/** Solders boards, four capacitors each, in one run or two; the next working day they are tested one by one. */
export function makeBoards(works: DeviceWorks, runs: { count: number; capacitors: Accept }[]): void {
  const { book, chance } = works;
  const workOrder = newOrder(works);
  for (const [index, { count, capacitors }] of runs.entries()) {
    const order = { workOrder, run: String(index + 1), equipment: `PLACER-${index + 1}` };
    book.after(200 * index, () => {
      const used = book.share(book.usable('CAP-220', capacitors), 4 * count);
      use(works, order, used);
      use(works, order, book.share(book.usable('PCB-N2'), count));
      const tainted = used.some(works.isTainted);
      book.after(chance.between(60, 80), () => {
        for (let made = 0; made < count; made += 1) {
          const serial = book.next('BD-', 5, 4001);
          book.post({
            kind: 'output',
            document: workOrder,
            product: 'BOARD',
            serial,
            quantity: 1,
            to: 'SMT',
            status: 'Q',
            ...order,
          });
          if (tainted) works.taint({ product: 'BOARD', serial });
          book.plan(workdaysAfter(book.today, 1), '09:30', () => testBoard(works, serial));
          book.wait(chance.between(3, 6));
        }
      });
    });
  }
}

function testBoard(works: DeviceWorks, serial: string): void {
  const { book, chance } = works;
  const fails = chance.percent(4);
  const goods = { product: 'BOARD', serial, quantity: 1 };
  const ends = { from: 'SMT', to: 'SMT', statusFrom: 'Q', status: fails ? 'R' : 'A' };
  const reason = fails ? 'Failed functional test' : 'Functional test passed';
  book.post({ kind: 'status', document: `FT-${serial.slice(3)}`, ...goods, ...ends, equipment: 'TESTER-1', reason });
  book.wait(chance.between(2, 4));
  if (!fails) return;
  book.post({
    kind: 'transfer',
    document: book.next('TR-', 4, 501),
    ...goods,
    from: 'SMT',
    to: 'REJECTS',
    statusFrom: 'R',
    status: 'R',
  });
  book.plan(workdaysAfter(book.today, 6), '15:40', () => {
    book.post({
      kind: 'scrap',
      document: book.next('SC-', 4, 31),
      ...goods,
      from: 'REJECTS',
      statusFrom: 'R',
      reason: 'Failed functional test',
    });
  });
}

/** Capacitors and boards of orders that are still open when the records end. */
export function leaveOrdersOpen(works: DeviceWorks): void {
  const { book } = works;
  const soldering = { workOrder: newOrder(works), run: '1', equipment: 'PLACER-1' };
  use(works, soldering, book.share(book.usable('CAP-220', works.isTainted), 24));
  use(works, soldering, book.share(book.usable('PCB-N2'), 6));
  const assembly = { workOrder: newOrder(works), equipment: 'BENCH-2' };
  use(works, assembly, book.share(book.usable('BOARD', works.isTainted), 2));
  use(works, assembly, book.share(book.usable('HOUSING'), 2));
}

/** Assembles devices; each one's board, mesh plate, housing tray and battery lot are linked to its serial. */
export function assembleDevices(works: DeviceWorks, count: number, spoilt?: Accept): void {
  const { book, chance } = works;
  const order = { workOrder: newOrder(works), equipment: chance.pick(['BENCH-1', 'BENCH-2']) };
  // A board spoilt at the bench is booked on the order and ends in no device: nothing links it.
  if (spoilt !== undefined) use(works, order, book.share(book.usable('BOARD', spoilt), 1));
  const boards = book.share(book.usable('BOARD'), count);
  const meshes = book.share(book.usable('MESH'), count);
  const housings = book.share(book.usable('HOUSING'), count);
  const batteries = book.share(book.usable('BATTERY'), count);
  use(works, order, [...boards, ...inRanges(meshes), ...housings, ...batteries]);
  use(works, order, book.share(book.usable('THREADLOCK'), round(0.4 * count)));
  const singleHousings = housings.flatMap(singles);
  const singleBatteries = batteries.flatMap(singles);
  book.after(chance.between(70, 100), () => {
    for (const [index, board] of boards.entries()) {
      const serial = book.next('NB-', 5, 2101);
      book.post({
        kind: 'output',
        document: order.workOrder,
        product: 'NEB-200',
        serial,
        quantity: 1,
        to: 'BURN-IN',
        status: 'Q',
        ...order,
      });
      if (works.isTainted(board)) works.taint({ product: 'NEB-200', serial });
      for (const component of [board, meshes[index], singleHousings[index], singleBatteries[index]]) {
        if (component !== undefined) link(works, order.workOrder, serial, component);
      }
      book.plan(addDays(book.today, 1), '00:10', () => passBurnIn(works, serial));
      book.wait(chance.between(6, 11));
    }
  });
}

/** Takes a device apart and gives it a new board; it keeps its serial. */
export function rework(works: DeviceWorks, serial: string, boards: Accept): void {
  const { book } = works;
  const order = { workOrder: newOrder(works), equipment: 'BENCH-3' };
  use(
    works,
    order,
    book.stockOf('NEB-200').filter((line) => line.serial === serial && line.status.startsWith('A')),
  );
  const board = book.share(book.usable('BOARD', boards), 1)[0];
  if (board === undefined) throw new RangeError(`${book.today}: no board for the rework of ${serial}`);
  use(works, order, [board]);
  if (works.isTainted(board)) works.taint({ product: 'NEB-200', serial });
  link(works, order.workOrder, serial, board);
  book.after(55, () => {
    book.post({
      kind: 'output',
      document: order.workOrder,
      product: 'NEB-200',
      serial,
      quantity: 1,
      to: 'BURN-IN',
      status: 'Q',
      ...order,
    });
    book.plan(addDays(book.today, 1), '00:10', () => passBurnIn(works, serial));
  });
}

/** The rig books the end of its run by itself, in the night; in the morning the device goes into the store. */
function passBurnIn(works: DeviceWorks, serial: string): void {
  const { book } = works;
  const goods = { product: 'NEB-200', serial, quantity: 1 };
  const ends = { from: 'BURN-IN', to: 'BURN-IN', statusFrom: 'Q', status: 'A' };
  const document = `BI-${serial.slice(3)}`;
  book.post({
    kind: 'status',
    document,
    ...goods,
    ...ends,
    equipment: 'RIG-1',
    reason: 'Burn-in passed, aerosol output within limits',
  });
  const morning = book.today === workdaysAfter(addDays(book.today, -1), 1) ? book.today : workdaysAfter(book.today, 1);
  book.plan(morning, '07:20', () => {
    const away = { from: 'BURN-IN', to: 'DEVICES', statusFrom: 'A', status: 'A' };
    book.post({ kind: 'transfer', document, ...goods, ...away });
  });
}

function link(works: DeviceWorks, workOrder: string, parentSerial: string, component: StockLine): void {
  works.book.serialLinks.push({
    work_order: workOrder,
    parent_product: 'NEB-200',
    parent_serial: parentSerial,
    component_product: component.product,
    component_lot: component.lot,
    component_sublot: component.sublot,
    component_serial: component.serial,
    quantity: '1',
  });
}

const singles = (line: StockLine): StockLine[] =>
  Array.from({ length: line.quantity }, () => ({ ...line, quantity: 1 }));

/** Joins serials that follow one another into ranges. */
export function inRanges(lines: StockLine[]): StockLine[] {
  const groups: StockLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && follows(last.serial, line.serial)) group.push(line);
    else groups.push([line]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ ...first, serial: rangeText(group.map((line) => line.serial)), quantity: group.length }];
  });
}

const follows = (first: string, second: string): boolean =>
  first.charAt(0) === second.charAt(0) && Number(second.slice(1)) === Number(first.slice(1)) + 1;
