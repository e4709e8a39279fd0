import { devicePartners } from './deviceMaster.ts';
import { asRow, type DeviceWorks } from './deviceWorks.ts';
import type { PostedMovement } from './plantBook.ts';

/** The service partner buys spares only; K-215 is new and gets its devices in the story. */
const hospitals = devicePartners
  .map((partner) => partner['code'] ?? '')
  .filter((code) => code.startsWith('K-') && code !== 'K-216' && code !== 'K-215');

/** A day's delivery: devices, charging docks whose serials are named only now, and masks. */
export function deliverDevices(
  works: DeviceWorks,
  customer = works.chance.pick(hospitals),
  count = works.chance.between(1, 5),
): PostedMovement[] {
  const { book, chance } = works;
  const inStore = book.usable('NEB-200', (line) => line.place === 'DEVICES');
  const devices = inStore.slice(0, Math.min(count, inStore.length));
  if (devices.length === 0) return [];
  const isStaged = chance.percent(25);
  if (isStaged) {
    const document = book.next('TR-', 4, 501);
    for (const line of devices) book.post({ kind: 'transfer', document, ...asRow(line), to: 'DISPATCH', status: 'A' });
    book.wait(chance.between(25, 50));
  }
  const document = book.next('DL-', 4, 6101);
  const shipped = devices.map((line) =>
    book.post({
      kind: 'shipment',
      document,
      ...asRow(line),
      from: isStaged ? 'DISPATCH' : line.place,
      partner: customer,
    }),
  );
  for (const line of book.share(book.usable('CHARGER'), Math.ceil(devices.length * 0.6))) {
    for (let left = line.quantity; left > 0; left -= 1) {
      book.post({
        kind: 'shipment',
        document,
        ...asRow(line),
        quantity: 1,
        serial: book.next('CD', 6, 110501),
        partner: customer,
      });
    }
  }
  for (const line of book.share(book.usable('MASK'), devices.length * chance.between(2, 4))) {
    book.post({ kind: 'shipment', document, ...asRow(line), partner: customer });
  }
  return shipped;
}

/** Takes a shipped piece back into quarantine. */
export function takePieceBack(works: DeviceWorks, shipped: PostedMovement, reason: string): void {
  const { product, lot = '', serial = '', partner = '', document } = shipped;
  const goods = { product, lot, serial, quantity: 1, to: 'QUARANTINE', status: 'Q', partner };
  works.book.post({
    kind: 'customer-return',
    document: works.book.next('RM-', 4, 21),
    ...goods,
    reason: `${reason} (${document})`,
  });
}
