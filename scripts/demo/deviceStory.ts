import { deliverDevices, takePieceBack } from './deviceDeliveries.ts';
import { assembleDevices, inRanges, leaveOrdersOpen, makeBoards, rework } from './deviceOrders.ts';
import { receivePartsNamed } from './deviceStock.ts';
import { asRow, badCapacitors, type DeviceWorks } from './deviceWorks.ts';
import type { PostedMovement } from './plantBook.ts';

/** Days on which the story plans the board line, and the bench, itself. */
export const scriptedDays = [
  '2026-05-04',
  '2026-05-11',
  '2026-06-01',
  '2026-06-04',
  '2026-06-15',
  '2026-06-22',
  '2026-06-29',
];

/**
 * The incident. Kondor's capacitors leak after some weeks. Their lot goes into the boards of five orders, of each
 * into one run only; the boards into devices, one into a device under rework, one to a service partner as a spare.
 */
export function planDeviceStory(works: DeviceWorks): void {
  const { book } = works;
  const { isTainted: bad, isClean: good } = works;

  book.plan('2026-04-29', '08:40', () => {
    receivePartsNamed(works, 'CAP-220', {
      supplier: badCapacitors.supplier,
      supplierLot: badCapacitors.lot,
      quantity: 240,
    });
  });
  book.plan('2026-05-04', '07:40', () =>
    makeBoards(works, [
      { count: 9, capacitors: bad },
      { count: 8, capacitors: good },
    ]),
  );
  book.plan('2026-05-11', '07:40', () =>
    makeBoards(works, [
      { count: 8, capacitors: bad },
      { count: 8, capacitors: good },
    ]),
  );
  book.plan('2026-06-01', '07:40', () =>
    makeBoards(works, [
      { count: 10, capacitors: bad },
      { count: 6, capacitors: good },
    ]),
  );
  book.plan('2026-06-04', '08:20', () => assembleDevices(works, 8, works.isTainted));
  book.plan('2026-06-15', '07:40', () =>
    makeBoards(works, [
      { count: 8, capacitors: bad },
      { count: 9, capacitors: good },
    ]),
  );
  book.plan('2026-06-22', '07:40', () =>
    makeBoards(works, [
      { count: 9, capacitors: good },
      { count: 8, capacitors: bad },
    ]),
  );
  book.plan('2026-06-29', '07:40', () => makeBoards(works, [{ count: 8, capacitors: good }]));
  book.plan('2026-06-29', '08:20', () => assembleDevices(works, 6));
  book.plan('2026-06-29', '14:20', () => leaveOrdersOpen(works));

  book.plan('2026-06-29', '15:10', () => stageAffected(works));

  book.plan('2026-05-12', '13:30', () => takeCapacitors(works, 'scrap', 4, 'Leads bent at the feeder'));
  book.plan('2026-06-17', '16:10', () => takeCapacitors(works, 'adjustment', 2, ''));
  book.plan('2026-05-13', '10:30', () => shipSpareBoard(works));
  book.plan('2026-06-08', '09:50', () => rework(works, pickDevice(works, works.isClean), works.isTainted));
  book.plan('2026-06-16', '10:50', () => shipByMistake(works));
  book.plan('2026-06-22', '09:30', () => {
    takePieceBack(works, lastShipped(works, 'NEB-200', works.isTainted), 'Device dead, electrolyte on the board');
  });
  planOrdinaryWork(works);
}

/** Returns, spares, counts and a rework that have nothing to do with the incident. */
function planOrdinaryWork(works: DeviceWorks): void {
  const { book } = works;
  for (const date of ['2026-04-17', '2026-04-28'])
    book.plan(date, '13:40', () => void deliverDevices(works, 'K-215', 2));

  book.plan('2026-05-06', '09:40', () => {
    const shipped = lastShipped(works, 'NEB-200', works.isClean);
    takePieceBack(works, shipped, 'Button sticks');
    const goods = {
      product: 'NEB-200',
      serial: shipped.serial ?? '',
      quantity: 1,
      from: 'QUARANTINE',
      to: 'QUARANTINE',
    };
    book.wait(40);
    book.post({
      kind: 'status',
      document: book.next('IN-', 4, 401),
      ...goods,
      statusFrom: 'Q',
      status: 'A1',
      reason: 'Cleared for rework only',
    });
    book.plan('2026-05-07', '10:10', () => rework(works, shipped.serial ?? '', works.isClean));
  });
  book.plan('2026-06-04', '10:20', () => {
    const shipped = lastShipped(works, 'CHARGER', () => true);
    takePieceBack(works, shipped, 'Ordered one too many');
    const goods = { product: 'CHARGER', lot: shipped.lot ?? '', quantity: 1, from: 'QUARANTINE' };
    book.wait(60);
    const document = book.next('IN-', 4, 401);
    book.post({
      kind: 'status',
      document,
      ...goods,
      to: 'QUARANTINE',
      statusFrom: 'Q',
      status: 'A',
      reason: 'Unopened',
    });
    book.post({ kind: 'transfer', document, ...goods, to: 'PARTS', statusFrom: 'A', status: 'A' });
  });
  book.plan('2026-06-05', '11:20', () => {
    const spares = inRanges(book.share(book.usable('MESH').toReversed(), 10).toReversed());
    const document = book.next('DL-', 4, 6101);
    for (const line of spares) book.post({ kind: 'shipment', document, ...asRow(line), partner: 'K-216' });
  });
  book.plan('2026-05-18', '10:40', () => returnTray(works));
  const counted: [date: string, product: string, quantity: number, reason: string][] = [
    ['2026-04-24', 'MASK', 3, 'Count difference, one bag torn'],
    ['2026-05-29', 'BATTERY', 1, 'Dropped, taken out at count'],
    ['2026-06-19', 'THREADLOCK', 12, 'Dried up in the bottle'],
  ];
  for (const [date, product, quantity, reason] of counted) {
    book.plan(date, '16:20', () => {
      for (const line of book.share(book.usable(product), quantity)) {
        book.post({ kind: 'adjustment', document: book.next('CT-', 4, 71), ...asRow(line), reason });
      }
    });
  }
}

function takeCapacitors(works: DeviceWorks, kind: 'scrap' | 'adjustment', quantity: number, reason: string): void {
  const { book } = works;
  const stock = book.usable('CAP-220', works.isTainted);
  for (const line of book.share(stock, quantity)) {
    book.post({
      kind,
      document: kind === 'scrap' ? book.next('SC-', 4, 31) : book.next('CT-', 4, 71),
      ...asRow(line),
      reason,
    });
  }
}

function shipSpareBoard(works: DeviceWorks): void {
  const { book } = works;
  for (const line of book.share(book.usable('BOARD', works.isTainted), 1)) {
    book.post({
      kind: 'shipment',
      document: book.next('DL-', 4, 6101),
      ...asRow(line),
      partner: 'K-216',
      reason: 'Spare part',
    });
  }
}

/** Two affected devices stand in dispatch when the news comes. */
function stageAffected(works: DeviceWorks): void {
  const { book } = works;
  const document = book.next('TR-', 4, 501);
  for (const line of book.share(
    book.usable('NEB-200', (each) => each.place === 'DEVICES' && works.isTainted(each)),
    2,
  )) {
    book.post({
      kind: 'transfer',
      document,
      ...asRow(line),
      to: 'DISPATCH',
      status: 'A',
      reason: 'Staged for the next collection',
    });
  }
}

/** An affected device is booked out to the wrong customer and taken back before the lorry leaves. */
function shipByMistake(works: DeviceWorks): void {
  const { book } = works;
  const serial = pickDevice(works, works.isTainted);
  const line = book.usable('NEB-200', (each) => each.serial === serial)[0];
  if (line === undefined) throw new RangeError(`${serial} is not in stock`);
  const shipped = book.post({
    kind: 'shipment',
    document: book.next('DL-', 4, 6101),
    ...asRow(line),
    partner: 'K-215',
  });
  book.wait(25);
  book.reverse(shipped, 'Wrong customer, still on the ramp');
}

/** One tray of a housing lot has sink marks and goes back to the moulder. */
function returnTray(works: DeviceWorks): void {
  const { book } = works;
  const line = book.usable('HOUSING', (each) => each.quantity === 20).at(-1);
  if (line === undefined) throw new RangeError(`${book.today}: no full tray`);
  const reason = 'Sink marks at the battery door';
  const { from: _from, statusFrom: _statusFrom, ...goods } = asRow(line);
  book.post({
    kind: 'status',
    document: book.next('IN-', 4, 401),
    ...asRow(line),
    to: line.place,
    status: 'R',
    reason,
  });
  book.wait(20);
  book.post({
    kind: 'transfer',
    document: book.next('TR-', 4, 501),
    ...goods,
    from: line.place,
    to: 'REJECTS',
    statusFrom: 'R',
    status: 'R',
  });
  book.plan('2026-05-20', '09:30', () => {
    book.post({
      kind: 'supplier-return',
      document: book.next('SR-', 4, 11),
      ...goods,
      from: 'REJECTS',
      statusFrom: 'R',
      partner: 'S-FORMWERK',
      reason,
    });
  });
}

function pickDevice(works: DeviceWorks, accept: (goods: { product: string; serial: string }) => boolean): string {
  const found = works.book.usable('NEB-200', (line) => line.place === 'DEVICES' && accept(line))[0];
  if (found === undefined) throw new RangeError(`${works.book.today}: no such device in stock`);
  return found.serial;
}

function lastShipped(
  works: DeviceWorks,
  product: string,
  accept: (goods: { product: string; serial: string }) => boolean,
): PostedMovement {
  const found = works.book.lastPosted(
    'shipment',
    (row) => row.product === product && accept({ product, serial: row.serial ?? '' }),
  );
  if (found === undefined) throw new RangeError(`${works.book.today}: no such ${product} was shipped`);
  return found;
}
