type UnitText = { product: string; lot: string; sublot: string; serial: string };

/** A movement with every id resolved to its name. */
export type MovementFacts = {
  id: number;
  entrySeq: number;
  at: number;
  offsetMinutes: number;
  recordedAt: number;
  kind: string;
  document: string;
  line: string;
  fromUnit: UnitText;
  toUnit: UnitText;
  quantity: number;
  from: string;
  to: string;
  statusFrom: string;
  statusTo: string;
  workOrder: string;
  run: string;
  equipment: string;
  partner: string;
  unitCost: number | null;
  reason: string;
  evidence: string;
  person: string;
  workstation: string;
  externalId: string | null;
  rowKey: Uint8Array | null;
  rowStart: number | null;
  reversesId: number | null;
};

const hexOf = (key: Uint8Array): string => Buffer.from(key.buffer, key.byteOffset, key.length).toString('hex');

const unitText = (unit: UnitText): string => `${unit.product}\u001e${unit.lot}\u001e${unit.sublot}\u001e${unit.serial}`;

/**
 * What a movement's digest is taken over: names, not ids, so that a change to a product's code, a unit
 * or a run shows in every movement that used it. The order is stored: never change it. No field can
 * hold the separators, because control characters are refused in all of them.
 */
export function movementText(m: MovementFacts): string {
  const fromUnit = unitText(m.fromUnit);
  return [
    m.id,
    m.entrySeq,
    m.at,
    m.offsetMinutes,
    m.recordedAt,
    m.kind,
    m.document,
    m.line,
    fromUnit,
    m.toUnit === m.fromUnit ? fromUnit : unitText(m.toUnit),
    m.quantity,
    m.from,
    m.to,
    m.statusFrom,
    m.statusTo,
    m.workOrder,
    m.run,
    m.equipment,
    m.partner,
    m.unitCost ?? '',
    m.reason,
    m.evidence,
    m.person,
    m.workstation,
    m.externalId ?? '',
    m.rowKey === null ? '' : hexOf(m.rowKey),
    m.rowStart ?? '',
    m.reversesId ?? '',
  ].join('\u001f');
}
