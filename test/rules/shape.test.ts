import { describe, expect, it } from 'vitest';
import { type MovementShape, movementShapeIssues } from '#shared/movements/shape.ts';
import { kindShapes, type MovementKind, movementKinds } from '#shared/movements/vocabulary.ts';

const blank = {
  lot: '',
  sublot: '',
  serial: '',
  from: '',
  to: '',
  statusFrom: '',
  status: '',
  workOrder: '',
  run: '',
  partner: '',
  quantity: 1_000_000,
};

/** A movement of a kind with everything its kind asks for. */
function buildMovement(kind: MovementKind): MovementShape {
  const { from, to, needs } = kindShapes[kind];
  const leaves = from === 'place';
  const arrives = to === 'place' || to === 'either';
  return {
    ...blank,
    kind,
    ...(kind === 'assign' ? { lot: 'L1' } : {}),
    ...(leaves ? { from: 'STORE', statusFrom: 'A' } : {}),
    ...(arrives ? { to: 'STORE', status: 'Q' } : {}),
    ...(needs === 'partner' ? { partner: 'S1' } : {}),
    ...(needs === 'workOrder' ? { workOrder: 'WO-1' } : {}),
  };
}

const columns = (movement: MovementShape): string[] => movementShapeIssues(movement).map(({ column }) => column);

const turned = (movement: MovementShape): MovementShape => ({
  ...movement,
  from: movement.to,
  to: movement.from,
  statusFrom: movement.status,
  status: movement.statusFrom,
  isReversal: true,
});

describe('a reversal', () => {
  it.each(movementKinds)('of a %s has its ends and statuses turned round', (kind) => {
    const movement = buildMovement(kind);
    expect(columns(movement)).toEqual([]);
    expect(columns(turned(movement))).toEqual([]);
  });

  it('written the way of what it undoes is told so in one sentence', () => {
    for (const kind of ['receipt', 'shipment', 'consumption', 'output', 'scrap'] as const) {
      expect(movementShapeIssues({ ...buildMovement(kind), isReversal: true }), kind).toEqual([
        {
          column: 'reverses',
          code: 'ILLEGAL_TRANSITION',
          message: expect.objectContaining({ pattern: expect.stringMatching(/swap its ends and statuses/) }),
        },
      ]);
    }
  });

  it('is told its faults in the columns where they stand', () => {
    const undone = turned(buildMovement('receipt'));
    expect(columns({ ...undone, from: '' })).toContain('from');
    expect(columns({ ...undone, statusFrom: '' })).toEqual(['status_from']);
    expect(columns({ ...undone, status: 'A' })).toEqual(['status']);
    expect(columns({ ...undone, partner: '' })).toEqual(['partner']);
    expect(movementShapeIssues({ ...undone, partner: '' })[0]?.message.pattern).toBe(
      'Of the movement this reverses: {0}',
    );
  });
});
