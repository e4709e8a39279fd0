import type { ProductFacts, UnitFacts } from '#main/ledger/facts.ts';
import { addLink } from '#main/ledger/links.ts';
import type { SerialLinkExport } from '#shared/exchange/rows.ts';
import { linkKey } from './rowKeys.ts';
import { unitsOfOrder } from './stored.queries.ts';
import type { Taking } from './taking.ts';

type OrderUnit = { unit: UnitFacts; at: number };
type Order = { made: OrderUnit[]; used: OrderUnit[] };
type Wanted = { lot: string; sublot: string; serial: string };

/** Takes over which component sits in which parent. Blank parts are filled from the order's own movements. */
export class LinkTaker {
  readonly #taking: Taking;
  /** Links of one order stand together in an export, so that one order at a time is enough. */
  #order: { workOrder: string; rows: Order } = { workOrder: '', rows: { made: [], used: [] } };
  /** Whether all movements of the export stand in the journal: not when anything before the links was wrong. */
  #isWhole: boolean | undefined;

  constructor(taking: Taking) {
    this.#taking = taking;
  }

  take(rows: readonly SerialLinkExport[]): void {
    this.#isWhole ??= this.#taking.faults.count === 0;
    for (const row of rows) this.#takeOne(row);
  }

  #takeOne(row: SerialLinkExport): void {
    const taking = this.#taking;
    const key = linkKey(row);
    if (taking.hadMovements && taking.knownLinks.take(key)) {
      taking.counts.alreadyPresent += 1;
      return;
    }
    const parentProduct = taking.product('serial_links', row.row, row.parentProduct, 'parent_product');
    const componentProduct = taking.product('serial_links', row.row, row.componentProduct, 'component_product');
    if (parentProduct === undefined || componentProduct === undefined || this.#isWhole !== true) return;
    const order = this.#orderOf(row.workOrder);
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
    if (parent === undefined || component === undefined) return;
    const said = {
      workOrder: row.workOrder,
      parent: parent.unit,
      component: component.unit,
      quantity: row.quantity,
      at: component.at,
      rowKey: key,
    };
    addLink(taking.work, { ...said, parentUnitId: parent.unit.id, componentUnitId: component.unit.id });
    taking.counts.serialLinks += 1;
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
    const different = new Set(fits.map(({ unit }) => unit.id));
    if (different.size === 1) return fits[0];
    const column = wanted.serial !== '' ? `${side}_serial` : wanted.lot !== '' ? `${side}_lot` : `${side}_product`;
    const did = side === 'parent' ? 'made' : 'consumed';
    const [code, message] =
      different.size === 0
        ? ([
            'NOT_FOUND',
            `Work order ${row.workOrder} ${did} no such ${product.code}. Correct the link, or add the missing movement.`,
          ] as const)
        : ([
            'VALIDATION',
            `Work order ${row.workOrder} ${did} ${different.size} units of ${product.code} that this fits. Name the lot or the serial.`,
          ] as const);
    this.#taking.faults.add('serial_links', { row: row.row, column, code, message });
    return undefined;
  }

  #orderOf(workOrder: string): Order {
    if (this.#order.workOrder === workOrder) return this.#order.rows;
    const { work, poster } = this.#taking;
    const rows = unitsOfOrder(work, workOrder);
    const ofKind = (kind: string): OrderUnit[] =>
      rows.filter((one) => one.kind === kind).map(({ unitId, at }) => ({ unit: poster.nodes.unitById(unitId), at }));
    this.#order = { workOrder, rows: { made: ofKind('output'), used: ofKind('consumption') } };
    return this.#order.rows;
  }
}

const isSame = (found: string, wanted: string): boolean => wanted === '' || found === wanted;
