import type { Outputs } from '#shared/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { type LotName, movementDraft } from '#main/ledger/movementDraft.ts';
import type { SplitOff } from '#shared/lots/contract.ts';
import type { LotValues } from '#shared/lots/records.ts';
import { withDatesOfLot } from '#shared/lots/dates.ts';
import { blankLot, type LotBook } from './lots.actions.ts';
import { Regroup, type RegroupContext } from './regroup.actions.ts';
import { atRow, lyingAt, productToRegroup } from './regroup.queries.ts';

/** Makes part of what lies of a lot other lots. All of it is done or nothing. */
export async function splitLot(asked: SplitOff, context: RegroupContext): Promise<Outputs['lots']['split']> {
  const { work, now, offsetMinutes } = context;
  const { location, status, rows } = asked;
  const product = await productToRegroup(work, asked.product);
  const regroup = new Regroup(context, product);
  const source: LotName = { lot: asked.lot, sublot: asked.sublot };
  await regroup.load([...new Set([location, ...rows.map(({ to }) => to || location)])], [source]);
  const lying = await lyingAt(work, { product: product.id, location });
  const line = lying.find((one) => one.lot === source.lot && one.sublot === source.sublot && one.status === status);
  const goods = unitMessage({ product: product.code, ...source, serial: '' });
  if (line === undefined)
    throw new LotlineError('INSUFFICIENT_QTY', msg`Nothing of ${goods} lies at ${location} in status ${status}.`, {
      field: 'location',
    });
  let left = BigInt(line.quantity);
  for (const [row, { quantity }] of rows.entries()) {
    left -= parseQuantity(quantity) ?? 0n;
    if (left >= 0n) continue;
    const there = { decimal: formatQuantity(BigInt(line.quantity)) };
    throw atRow(
      row,
      'quantity',
      'INSUFFICIENT_QTY',
      msg`Only ${there} ${product.unitOfMeasure} of ${goods} lies at ${location} in status ${status}. Split off no more than that.`,
    );
  }
  const names = await regroup.newNames(rows, { beside: source.lot, supplier: line.supplier, location });
  for (const name of names) regroup.book.save(heir(regroup.book, product.id, source, name));
  const document = `SP-${work.journal.entrySeq}`;
  const made = rows.flatMap((row, index) => {
    const name = names[index];
    return name === undefined ? [] : [{ ...row, ...name, to: row.to || location }];
  });
  const from = regroup.catalogue.place(location) ?? null;
  const movements = await regroup.post(
    made.map(({ lot, sublot, quantity, to }, index) =>
      movementDraft({
        ...{ at: now, offsetMinutes, document, line: String(index + 1), product: regroup.product },
        ...{ kind: to === location ? 'assign' : 'transfer', lot, sublot, source, row: index },
        ...{ quantity: Number(parseQuantity(quantity)), from, to: regroup.catalogue.place(to) ?? null },
        ...{ statusFrom: status, statusTo: status, unitCost: line.cost },
      }),
    ),
    'posted',
  );
  return {
    document,
    lots: made.map(({ lot, sublot, quantity, to }) => ({
      ...{ product: product.code, lot, sublot, location: to, status },
      quantity: formatQuantity(parseQuantity(quantity) ?? 0n),
    })),
    movements,
    findings: regroup.findings(),
  };
}

/** What is recorded of a lot that was split off another: all that was of that one. A sublot has from its lot what it has not itself. */
function heir(book: LotBook, productId: number, source: LotName, name: LotName): LotValues {
  const own = book.find(productId, source.lot, source.sublot) ?? blankLot(productId, source.lot, source.sublot);
  if (name.lot === source.lot) return { ...(source.sublot === '' ? blankLot(productId, '', '') : own), ...name };
  const whole = book.find(productId, source.lot, '') ?? own;
  return {
    ...own,
    ...withDatesOfLot(own, whole),
    expiresWith: own.expiresOn === null ? whole.expiresWith : own.expiresWith,
    supplierId: own.supplierId ?? whole.supplierId,
    supplierLot: own.supplierLot || whole.supplierLot,
    manufacturer: own.manufacturer || whole.manufacturer,
    manufacturerLot: own.manufacturerLot || whole.manufacturerLot,
    reference: own.reference || whole.reference,
    ...name,
  };
}
