import type { Work } from '#main/store/work.ts';
import { insist, LotlineError } from '#shared/kernel/errors.ts';
import { judgeReversible } from '#shared/movements/reversal.ts';
import type { MovementKind } from '#shared/movements/vocabulary.ts';
import type { Catalogue } from './catalogue.ts';
import type { Nodes } from './nodes.ts';
import type { Posting, Sides } from './posting.ts';

/** A movement of the store as one that would undo it must know it. */
export type Original = Sides & {
  id: number;
  at: number;
  kind: MovementKind;
  document: string;
  line: string;
  quantity: number;
  from: string;
  to: string;
  statusFrom: string;
  statusTo: string;
  workOrder: string;
  run: string;
  equipment: string;
  partner: string;
  isReversal: boolean;
  isReversed: boolean;
  /** The first movement of its row, when the row was a range of serials. */
  rowStart: number | null;
};

type Row = Omit<Original, 'fromUnit' | 'toUnit' | 'isReversal' | 'isReversed'> & {
  fromUnitId: number;
  toUnitId: number;
  reversesId: number | null;
  reversedBy: number | null;
};

const select = `select m.id, m.at, m.kind, m.document, m.line, m.quantity, coalesce(f.code, '') as "from", coalesce(t.code, '') as "to",
    m.status_from as statusFrom, m.status_to as statusTo, coalesce(r.work_order, '') as workOrder, coalesce(r.run, '') as run, m.equipment,
    coalesce(p.code, '') as partner, m.from_unit_id as fromUnitId, m.to_unit_id as toUnitId, m.row_start as rowStart, m.reverses_id as reversesId,
    (select b.id from movement b where b.reverses_id = m.id) as reversedBy
  from movement m left join place f on f.id = m.from_place_id left join place t on t.id = m.to_place_id
    left join run r on r.id = m.run_id left join partner p on p.id = m.partner_id`;

/** Reads the movement with an id; undefined when there is none. */
export const originalById = (work: Work, nodes: Nodes, id: number): Original | undefined =>
  complete(nodes, work.one<Row>(`${select} where m.id = ?`, id));

/** Reads every movement of an imported row by the row's id: one, or one for each serial of a range. */
export function originalsOfRow(work: Work, nodes: Nodes, externalId: string): Original[] {
  const rows = work.all<Row>(
    `${select} where m.external_id = @id or m.row_start = (select id from movement where external_id = @id) order by m.id`,
    { id: externalId },
  );
  return rows.map((row) => complete(nodes, row)).filter((original) => original !== undefined);
}

function complete(nodes: Nodes, row: Row | undefined): Original | undefined {
  if (row === undefined) return undefined;
  const { fromUnitId, toUnitId, reversesId, reversedBy, ...rest } = row;
  return {
    ...rest,
    fromUnit: nodes.unitById(fromUnitId),
    toUnit: nodes.unitById(toUnitId),
    isReversal: reversesId !== null,
    isReversed: reversedBy !== null,
  };
}

/**
 * The opposite of a movement, happening now; of one dated in the future, at its own time, so that it never counts.
 * Throws NOT_FOUND or ILLEGAL_TRANSITION.
 */
export function reversalOf(
  id: number,
  parts: { work: Work; nodes: Nodes; catalogue: Catalogue; at: number; offsetMinutes: number; reason: string },
): Posting {
  const { work, nodes, catalogue } = parts;
  const original = originalById(work, nodes, id);
  if (original === undefined) throw new LotlineError('NOT_FOUND', `There is no movement ${id}.`);
  insist(judgeReversible(original));
  const named = original.toUnit;
  return {
    at: Math.max(parts.at, original.at),
    offsetMinutes: parts.offsetMinutes,
    kind: original.kind,
    document: original.document,
    line: original.line,
    product: catalogue.productById(named.productId),
    lot: named.lot,
    sublot: named.sublot,
    serial: named.serial,
    quantity: original.quantity,
    from: catalogue.place(original.to) ?? null,
    to: catalogue.place(original.from) ?? null,
    statusFrom: original.statusTo,
    statusTo: original.statusFrom,
    workOrder: original.workOrder,
    run: original.run,
    equipment: original.equipment,
    partner: catalogue.partner(original.partner) ?? null,
    unitCost: null,
    reason: parts.reason,
    evidence: 'typed',
    externalId: null,
    rowKey: null,
    reverses: { posted: original },
    row: 0,
    continuesRow: false,
  };
}
