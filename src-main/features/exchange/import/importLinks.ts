import { type Message, msg } from '#shared/kernel/message.ts';
import { lastMovement } from '#main/features/movements/returns.queries.ts';
import type { ProductFacts, UnitFacts } from '#main/ledger/facts.ts';
import { givenBack, wentInside, wentInsideMessage } from '#main/features/movements/builtIn.queries.ts';
import { addLink } from '#main/ledgerStore/links.ts';
import type { SerialLinkExport } from '#shared/exchange/rows.ts';
import { readSum } from '#main/store/exactSum.ts';
import { formatQuantity, oneUnit } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { linkKey } from './rowKeys.ts';
import { linkedInOrders, unitsOfOrders } from './stored.queries.ts';
import type { ImportRun } from './importRun.ts';

/** `quantity` counts what was reversed too, and `stands` is false where all of it was. */
type OrderUnit = { unit: UnitFacts; at: number; quantity: bigint; stands: boolean };
/** What an order made and used, and how much of each component its links name. */
type Order = { made: OrderUnit[]; used: OrderUnit[]; linked: Map<number, bigint> };
type Wanted = { lot: string; sublot: string; serial: string };

/**
 * Takes over which component sits in which parent. Blank parts are filled from the order's own movements. A movement
 * that was undone can still be linked, since an export that grows keeps the link: it holds for nothing any more.
 */
export class LinkImporter {
  readonly #importRun: ImportRun;
  /** The work orders of the current rows. */
  #orders: ReadonlyMap<string, Order> = new Map();
  /** Whether all movements of the export are in the journal: not when there was a fault before the links. */
  #isWhole: boolean | undefined;

  /** The newest link of each piece that is linked now. */
  readonly #pieces = new Map<number, { row: SerialLinkExport; component: OrderUnit }>();
  readonly #lastBefore: number;

  constructor(importRun: ImportRun) {
    this.#importRun = importRun;
    this.#lastBefore = lastMovement(importRun.work);
  }

  async take(rows: readonly SerialLinkExport[]): Promise<void> {
    this.#isWhole ??= this.#importRun.faults.count === 0;
    if (this.#isWhole)
      this.#orders = await readOrders(this.#importRun, [...new Set(rows.map(({ workOrder }) => workOrder))]);
    for (const row of rows) this.#importOne(row);
  }

  /** Once all is imported: pieces that were given back before, and are linked to what had left by then. */
  async lookBack(): Promise<void> {
    await this.#importRun.linkedAndUsed.lookBack();
    if (this.#pieces.size === 0) return;
    const { work, faults, catalogue } = this.#importRun;
    for (const { id } of await work.all(givenBack, { ids: [...this.#pieces.keys()], last: this.#lastBefore })) {
      const piece = this.#pieces.get(id);
      const product = catalogue.product(piece?.row.componentProduct ?? '');
      if (piece === undefined || product === undefined) continue;
      const { row, component } = piece;
      const found = await wentInside(work, {
        productId: product.id,
        serial: component.unit.serial,
        workOrder: row.workOrder,
      });
      if (found === undefined) continue;
      const text = wentInsideMessage(row.workOrder, unitMessage(component.unit), found);
      faults.addFinding('serial_links', {
        row: row.row,
        column: 'component_serial',
        code: 'INSUFFICIENT_QTY',
        text,
      });
    }
  }

  #importOne(row: SerialLinkExport): void {
    const importRun = this.#importRun;
    const key = linkKey(row);
    if (importRun.hadMovements && importRun.knownLinks.take(key)) {
      importRun.counts.alreadyPresent += 1;
      return;
    }
    const parentProduct = importRun.product('serial_links', row.row, row.parentProduct, 'parent_product');
    const componentProduct = importRun.product('serial_links', row.row, row.componentProduct, 'component_product');
    if (parentProduct === undefined || componentProduct === undefined || this.#isWhole !== true) return;
    const order = this.#orders.get(row.workOrder) ?? nothing;
    const parent = this.#pick(row, 'parent', order.made, parentProduct, {
      lot: row.parentLot,
      sublot: row.parentSublot,
      serial: row.parentSerial,
    });
    const component = this.#pick(row, 'component', order.used, componentProduct, {
      lot: row.componentLot,
      sublot: row.componentSublot,
      serial: row.componentSerial,
    });
    if (parent === undefined || component === undefined || !this.#isLeft(row, component, order.linked)) return;
    const said = {
      workOrder: row.workOrder,
      parent: parent.unit,
      component: component.unit,
      quantity: row.quantity,
      at: component.at,
      rowKey: key,
    };
    if (importRun.hadMovements && component.unit.serial !== '') this.#pieces.set(component.unit.id, { row, component });
    importRun.linkedAndUsed.noteLink(row.workOrder, component.unit, row.row);
    addLink(importRun.work, { ...said, parentUnitId: parent.unit.id, componentUnitId: component.unit.id });
    importRun.counts.serialLinks += 1;
  }

  /**
   * A piece is in one parent: linking it once more is a fault. More goods than were used is a finding, reported once.
   */
  #isLeft(row: SerialLinkExport, { unit, quantity }: OrderUnit, linked: Map<number, bigint>): boolean {
    const { faults } = this.#importRun;
    const before = linked.get(unit.id) ?? 0n;
    const after = before + BigInt(row.quantity);
    const isPiece = unit.serial !== '';
    if (isPiece && row.quantity !== oneUnit) {
      const text = msg`A serial is one piece; write the quantity 1.`;
      faults.add('serial_links', { row: row.row, column: 'quantity', code: 'VALIDATION', text });
      return false;
    }
    if (isPiece && after > quantity) {
      const text = msg`Work order ${row.workOrder} used ${formatQuantity(quantity)} of ${unitMessage(unit)}, but its links put ${formatQuantity(after)} of it into parents. A serial sits in one parent; correct the component, or remove the link.`;
      faults.add('serial_links', { row: row.row, column: 'component_serial', code: 'SERIAL_IN_USE', text });
      return false;
    }
    if (after > quantity && before <= quantity) {
      const text = msg`Work order ${row.workOrder} used ${formatQuantity(quantity)} of ${unitMessage(unit)}, but its links put ${formatQuantity(after)} of it into parents. Check the quantity, and whether a consumption is missing.`;
      faults.addFinding('serial_links', { row: row.row, column: 'quantity', code: 'INSUFFICIENT_QTY', text });
    }
    linked.set(unit.id, after);
    return true;
  }

  #pick(
    row: SerialLinkExport,
    side: 'parent' | 'component',
    units: readonly OrderUnit[],
    product: ProductFacts,
    wanted: Wanted,
  ): OrderUnit | undefined {
    const fits = units.filter(
      ({ unit }) =>
        unit.productId === product.id &&
        isSame(unit.lot, wanted.lot) &&
        isSame(unit.sublot, wanted.sublot) &&
        isSame(unit.serial, wanted.serial),
    );
    const standing = fits.filter(({ stands }) => stands);
    const [found, ...others] = standing.length > 0 ? standing : fits;
    if (found !== undefined && others.length === 0) return found;
    const column = wanted.serial !== '' ? `${side}_serial` : wanted.lot !== '' ? `${side}_lot` : `${side}_product`;
    const at = { row: row.row, column };
    const of = { workOrder: row.workOrder, product: product.code };
    const { faults } = this.#importRun;
    if (found === undefined) faults.add('serial_links', { ...at, code: 'NOT_FOUND', text: noneFits(side, of) });
    else faults.add('serial_links', { ...at, code: 'VALIDATION', text: manyFit(side, of, others.length + 1) });
    return undefined;
  }
}

type Side = 'parent' | 'component';
type OfOrder = { workOrder: string; product: string };

const noneFits = (side: Side, { workOrder, product }: OfOrder): Message =>
  side === 'parent'
    ? msg`Work order ${workOrder} made no such ${product}. Correct the link, or add the missing movement.`
    : msg`Work order ${workOrder} consumed no such ${product}. Correct the link, or add the missing movement.`;

const manyFit = (side: Side, { workOrder, product }: OfOrder, units: number): Message =>
  side === 'parent'
    ? msg`Work order ${workOrder} made ${units} units of ${product} that this fits. Name the lot or the serial.`
    : msg`Work order ${workOrder} consumed ${units} units of ${product} that this fits. Name the lot or the serial.`;

/** What an order that made and used nothing comes to. */
const nothing: Order = { made: [], used: [], linked: new Map() };

/** What some work orders made and used, in two questions for all of them. */
async function readOrders({ work }: ImportRun, workOrders: readonly string[]): Promise<ReadonlyMap<string, Order>> {
  const orders = new Map(workOrders.map((name): [string, Order] => [name, { made: [], used: [], linked: new Map() }]));
  for (const { workOrder, kind, quantity, stands, at, leaf, ...unit } of await unitsOfOrders(work, workOrders)) {
    const order = orders.get(workOrder);
    const made = { unit: { ...unit, leaf: leaf === 1 }, at, quantity: readSum(quantity), stands: stands === 1 };
    (kind === 'output' ? order?.made : order?.used)?.push(made);
  }
  for (const { workOrder, unitId, quantity } of await linkedInOrders(work, workOrders))
    orders.get(workOrder)?.linked.set(unitId, readSum(quantity));
  return orders;
}

const isSame = (found: string, wanted: string): boolean => wanted === '' || found === wanted;
