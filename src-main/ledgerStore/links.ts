import { hex } from '#main/store/chain.ts';
import type { RecordValues } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';
import { type Unit, formatUnit } from '#shared/kernel/unit.ts';

/** A component in its parent, in one work order; `at` is when the component was consumed. */
export type Link = {
  workOrder: string;
  parent: Unit;
  component: Unit;
  quantity: number;
  at: number;
  rowKey: Uint8Array | null;
};

/** The fields of a link's one version. */
export const serialLinkFields = ({ parent, component, ...link }: Link): RecordValues => ({
  ...whatBothFormatsSay(link),
  parentProduct: parent.product,
  parentLot: parent.lot,
  parentSublot: parent.sublot,
  parentSerial: parent.serial,
  componentProduct: component.product,
  componentLot: component.lot,
  componentSublot: component.sublot,
  componentSerial: component.serial,
});

/** Its fields in the first format, which had each unit in one text. Stores keep such versions: never change this. */
export const serialLinkFieldsInWords = ({ parent, component, ...link }: Link): RecordValues => ({
  ...whatBothFormatsSay(link),
  parent: formatUnit(parent),
  component: formatUnit(component),
});

const whatBothFormatsSay = ({ workOrder, quantity, at, rowKey }: Omit<Link, 'parent' | 'component'>): RecordValues => ({
  workOrder,
  quantity,
  at,
  rowKey: rowKey === null ? '' : hex(rowKey),
});

/** Ties a component to its parent. Links are only ever added. */
export function addLink(work: Work, link: Link & { parentUnitId: number; componentUnitId: number }): void {
  const { lastInsertRowid } = work
    .statement(
      'insert into serial_link (work_order, parent_unit_id, component_unit_id, quantity, at, row_key) values (?, ?, ?, ?, ?, ?)',
    )
    .run(link.workOrder, link.parentUnitId, link.componentUnitId, link.quantity, link.at, link.rowKey);
  work.journal.recordVersion('serial_link', String(lastInsertRowid), 1, serialLinkFields(link));
}
