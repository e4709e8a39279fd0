import { describe, expect, it } from 'vitest';
import { inEnglish } from '#shared/kernel/message.ts';
import type { LocationKind } from '#shared/locations/vocabulary.ts';
import { judgeImportedRule, judgeStatus, type RuledMovement } from '#shared/movements/statusRules.ts';
import { kindShapes, type MovementKind, movementKinds } from '#shared/movements/vocabulary.ts';
import { inOrder, refusingRule, type StatusRule, takes, widened } from '#shared/statuses/rules.ts';
import { ruledActs } from '#shared/statuses/vocabulary.ts';

const end = (code: string, kind: LocationKind) => ({ code, kind });
/** A movement of goods that have a status, or come in with it. */
function moved(kind: MovementKind, status: string, more: Partial<RuledMovement> = {}): RuledMovement {
  const shape = kindShapes[kind];
  const from = shape.from === 'outside' ? null : end('STORE', 'storage');
  const to = shape.to === 'outside' || shape.to === 'either' ? null : end(shape.stays ? 'STORE' : 'STORE2', 'storage');
  const ends = { statusFrom: from === null ? '' : status, statusTo: to === null ? '' : status };
  return { kind, from, to, ...ends, isReversal: false, ...more };
}
const said = (movement: RuledMovement, rules: readonly StatusRule[] = []): string => {
  const judged = judgeStatus(movement, 'OIL lot O1', rules);
  return judged.ok ? '' : inEnglish(judged.message);
};
const rule = (level: StatusRule['level'], code: string, act: StatusRule['act'], taken: string): StatusRule => ({
  level,
  code,
  act,
  taken: taken.split(' '),
  setAt: 100,
});

describe('where no rule was made', () => {
  it('only released goods are shipped, used up and staged', () => {
    const into = { to: end('OUT', 'shipping') };
    for (const status of ['Q', 'Q1', 'R', 'R2'])
      for (const movement of [
        moved('shipment', status),
        moved('consumption', status),
        moved('transfer', status, into),
        moved('put-away', status, into),
      ])
        expect(said(movement), `${movement.kind} ${status}`).toMatch(/The standard rule lets only A through/);
    for (const status of ['A', 'A1'])
      for (const kind of movementKinds) expect(said(moved(kind, status, into)), kind).toBe('');
    expect(said(moved('shipment', 'Q1'))).toBe(
      'OIL lot O1 is in status Q1. The standard rule lets only A through for “shipment”. Release it first, or return or scrap it.',
    );
  });

  it('goods in quarantine may do all else', () => {
    for (const kind of movementKinds.filter((one) => one !== 'shipment' && one !== 'consumption'))
      expect(said(moved(kind, 'Q')), kind).toBe('');
  });

  it('rejected goods are brought to quarantine and to the rejects alone, and may be returned, scrapped and counted', () => {
    for (const kind of ['transfer', 'put-away'] as const) {
      expect(said(moved(kind, 'R1'))).toBe(
        `OIL lot O1 is in status R1. The standard rule lets only A, Q through for “${kind}”. Bring it to quarantine or to the rejects, or return or scrap it.`,
      );
      for (const to of ['quarantine', 'reject'] as const)
        expect(said(moved(kind, 'R', { to: end('AWAY', to) }))).toBe('');
      expect(said(moved(kind, 'R', { to: end('STORE', 'storage') }))).toBe('');
    }
    for (const kind of movementKinds.filter(
      (one) => !['transfer', 'put-away', 'shipment', 'consumption'].includes(one),
    ))
      expect(said(moved(kind, 'R')), kind).toBe('');
  });

  it('what is undone was a mistake', () => {
    for (const kind of movementKinds) expect(said(moved(kind, 'R', { isReversal: true })), kind).toBe('');
  });
});

describe('a rule', () => {
  it.each(ruledActs)('on %s lets its statuses through and no other, and says which level it is of', (act) => {
    const only = rule('product', 'OIL', act, 'A1');
    const movement = (status: string) =>
      act === 'staging' ? moved('transfer', status, { to: end('OUT', 'shipping') }) : moved(act, status);
    expect(said(movement('A1'), [only])).toBe('');
    for (const status of ['A', 'A2', 'Q', 'R'])
      expect(said(movement(status), [only]), status).toMatch(
        status.startsWith('A') ? /The rule of product OIL lets only A1 through/ : /lets only (A1?|A, Q) through/,
      );
    const others = ruledActs.filter((one) => one !== act && (act !== 'staging' || one !== 'transfer'));
    expect(
      said(
        movement('A'),
        others.map((one) => ({ ...only, act: one })),
      ),
    ).toBe('');
  });

  it('closes no way out: counting, deciding, returning, scrapping and putting aside', () => {
    const nothing = ruledActs.map((act) => rule('site', '', act, 'A9'));
    for (const kind of ['opening', 'status', 'scrap', 'supplier-return', 'adjustment'] as const)
      for (const status of ['A', 'Q', 'R']) expect(said(moved(kind, status), nothing), kind).toBe('');
    for (const to of ['quarantine', 'reject'] as const)
      expect(said(moved('transfer', 'R', { to: end('AWAY', to) }), nothing)).toBe('');
  });

  it('is judged on what goods come in with where they come in, and says so', () => {
    const only = [rule('supplier', 'S1', 'receipt', 'Q*')];
    expect(said(moved('receipt', 'Q3'), only)).toBe('');
    expect(said(moved('receipt', 'A'), only)).toBe(
      'OIL lot O1 is in status A. The rule of supplier S1 lets only Q through for “receipt”. Bring it in with another status, or have the rule changed.',
    );
  });

  it('only narrows: the widest level that keeps goods back is the one that is named', () => {
    const rules = [
      rule('supplier', 'S1', 'sample', 'A*'),
      rule('product', 'OIL', 'sample', 'A* Q1 R*'),
      rule('category', 'FOOD', 'sample', 'A* Q*'),
      rule('site', '', 'shipment', 'A* Q*'),
    ];
    const decider = (status: string) => refusingRule('sample', status, rules)?.level;
    expect(['A', 'Q1', 'Q', 'R'].map(decider)).toEqual([undefined, 'supplier', 'product', 'category']);
    // A site cannot let through what the standard keeps back.
    expect(refusingRule('shipment', 'Q', rules)?.level).toBe('standard');
    expect(refusingRule('shipment', 'A', rules)).toBeUndefined();
  });

  it('is told of in an import as what happened, at the cell of the status', () => {
    const told = (movement: RuledMovement, rules: readonly StatusRule[]) => {
      const judged = judgeImportedRule({ ...movement, document: 'DN-1' }, 'OIL lot O1', rules);
      return judged.ok ? [] : [judged.details?.['column'], inEnglish(judged.message)];
    };
    expect(told(moved('shipment', 'Q'), [])).toEqual([
      'status_from',
      'DN-1: OIL lot O1 was in status Q when it was shipped.',
    ]);
    expect(told(moved('receipt', 'A'), [rule('supplier', 'S1', 'receipt', 'Q*')])).toEqual([
      'status',
      'DN-1: OIL lot O1 was in status A. The rule of supplier S1 lets only Q through for “receipt”.',
    ]);
    expect(told(moved('transfer', 'R'), [])).toEqual([]);
    expect(told(moved('transfer', 'R', { to: end('OUT', 'shipping') }), [])).toEqual([
      'status_from',
      'DN-1: OIL lot O1 was in status R when it was brought to a location for shipping.',
    ]);
  });
});

describe('the statuses of a rule', () => {
  it('are a letter with all of its statuses, or one alone', () => {
    expect(['A', 'A1', 'Q'].map((status) => takes(['A*'], status))).toEqual([true, true, false]);
    expect(['A', 'A1', 'A2'].map((status) => takes(['A', 'A2'], status))).toEqual([true, false, true]);
  });

  it('are kept each once and in order, and none beside its whole letter', () => {
    expect(inOrder(['Q1', 'A1', 'A*', 'Q1', 'Q'])).toEqual(['A*', 'Q', 'Q1']);
  });

  it('widen others by the first that is not among them', () => {
    expect(widened(['A*', 'Q1'], ['A', 'A1', 'A*', 'Q1'])).toBeUndefined();
    expect(widened(['A*', 'Q1'], ['A1', 'Q'])).toBe('Q');
    expect(widened(['Q', 'Q1'], ['Q*'])).toBe('Q*');
  });
});
