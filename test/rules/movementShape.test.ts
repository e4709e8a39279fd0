import { describe, expect, it } from 'vitest';
import { oneUnit } from '#shared/kernel/quantity.ts';
import { type MovementShape, movementShapeIssues } from '#shared/movements/shape.ts';
import { type MovementKind, movementKinds } from '#shared/movements/vocabulary.ts';

const blank: Omit<MovementShape, 'kind'> = {
  lot: '',
  sublot: '',
  serial: '',
  quantity: oneUnit,
  from: '',
  to: '',
  statusFrom: '',
  status: '',
  workOrder: '',
  run: '',
  partner: '',
};
const leaving = { from: 'STORE', statusFrom: 'A' };
const arriving = { to: 'STORE', status: 'A' };

/** A good movement of each kind. */
const good: Record<MovementKind, Partial<MovementShape>> = {
  opening: arriving,
  receipt: { ...arriving, partner: 'S001' },
  'put-away': { ...leaving, to: 'COLD', status: 'A' },
  transfer: { ...leaving, to: 'COLD', status: 'A' },
  status: { ...leaving, to: 'STORE', status: 'R' },
  assign: { ...leaving, ...arriving, lot: 'L-1' },
  consumption: { ...leaving, workOrder: 'WO-1', run: '1' },
  'production-return': { ...arriving, workOrder: 'WO-1' },
  output: { ...arriving, workOrder: 'WO-1' },
  shipment: { ...leaving, partner: 'C001' },
  'customer-return': { ...arriving, partner: 'C001' },
  'supplier-return': { ...leaving, partner: 'S001' },
  scrap: leaving,
  sample: leaving,
  adjustment: arriving,
};
const columnsOf = (kind: MovementKind, changed: Partial<MovementShape> = {}): string[] =>
  movementShapeIssues({ ...blank, kind, ...good[kind], ...changed }).map((fault) => fault.column);

describe('the shape of a movement', () => {
  it.each(movementKinds)('%s is good with what its kind asks for', (kind) => {
    expect(columnsOf(kind)).toEqual([]);
  });

  it.each(movementKinds.filter((kind) => kind !== 'adjustment'))('%s needs each place it has and no other', (kind) => {
    const { from, to } = { ...blank, ...good[kind] };
    expect(columnsOf(kind, { from: from === '' ? 'X' : '' })).toContain('from');
    expect(columnsOf(kind, { to: to === '' ? 'X' : '' })).toContain('to');
  });

  it.each(movementKinds)('%s needs a status at each place and none elsewhere', (kind) => {
    const { statusFrom, status } = { ...blank, ...good[kind] };
    expect(columnsOf(kind, { statusFrom: statusFrom === '' ? 'A' : '' })).toEqual(['status_from']);
    expect(columnsOf(kind, { status: status === '' ? 'A' : '' })).toEqual(['status']);
  });

  it('names a partner on receipts, shipments and returns, a work order on its three kinds', () => {
    const needing = (column: string): string[] =>
      movementKinds.filter((kind) => columnsOf(kind, { partner: '', workOrder: '', run: '' }).includes(column));
    expect(needing('partner')).toEqual(['receipt', 'shipment', 'customer-return', 'supplier-return']);
    expect(needing('work_order')).toEqual(['consumption', 'production-return', 'output']);
  });

  it('of an adjustment has one place, either', () => {
    expect(columnsOf('adjustment', { ...blank, ...leaving })).toEqual([]);
    expect(columnsOf('adjustment', { ...blank })).toEqual(['from']);
    expect(columnsOf('adjustment', { ...leaving, ...arriving })).toEqual(['to']);
  });

  it('of a status change or an assignment stays where it is', () => {
    expect(columnsOf('status', { to: 'COLD' })).toEqual(['to']);
    expect(columnsOf('assign', { to: 'COLD' })).toEqual(['to']);
  });

  it('of an assignment says what is assigned', () => {
    expect(columnsOf('assign', { lot: '' })).toEqual(['lot']);
    expect(columnsOf('assign', { lot: '', serial: 'N-1' })).toEqual([]);
  });

  it('has no run without its order and no sublot without its lot', () => {
    expect(columnsOf('transfer', { run: '1' })).toEqual(['work_order']);
    expect(columnsOf('transfer', { sublot: '1' })).toEqual(['lot']);
  });
});

describe('a serial in a movement', () => {
  it('stands for one piece', () => {
    expect(columnsOf('transfer', { serial: 'N-1' })).toEqual([]);
    for (const quantity of [2 * oneUnit, oneUnit / 2, 2_000_000n])
      expect(columnsOf('transfer', { serial: 'N-1', quantity })).toEqual(['quantity']);
  });

  it('may be a range that counts as many as the quantity', () => {
    expect(columnsOf('transfer', { serial: 'A0001..A0100', quantity: 100_000_000n })).toEqual([]);
    expect(columnsOf('transfer', { serial: 'A0001..A0100', quantity: 99_000_000n })).toEqual(['quantity']);
    expect(columnsOf('transfer', { serial: 'A0100..A0001', quantity: 100_000_000n })).toEqual(['serial']);
  });

  it('may hold two dots by chance', () => {
    expect(columnsOf('transfer', { serial: 'REV..B' })).toEqual([]);
  });
});
