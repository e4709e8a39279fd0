import { describe, expect, it } from 'vitest';
import { lifeOf, total } from '#renderer/features/dossier/life.ts';

const now = Date.parse('2026-06-15T12:00:00Z');
const at = (day: number): string => `2026-06-${String(day).padStart(2, '0')}T08:00:00.000000Z`;
const row = (day: number, quantity: string, change: object) => ({
  at: at(day),
  quantity,
  from: '',
  to: '',
  statusFrom: '',
  status: '',
  ...change,
});
const made = row(1, '100', { to: 'FIN', status: 'Q' });
const released = row(3, '100', { from: 'FIN', to: 'FIN', statusFrom: 'Q', status: 'A' });
const shipped = row(9, '60', { from: 'FIN', statusFrom: 'A' });
const lying = (status: string, quantity: string) => [
  { location: 'FIN', kind: 'storage', status, quantity, unitCost: '', held: '' as const },
];
const told = (spells: ReturnType<typeof lifeOf>) =>
  spells.map(({ from, lying: { A, Q, R } }) => [
    new Date(from).getUTCDate(),
    Number(A / 1_000_000n),
    Number(Q / 1_000_000n),
    Number(R / 1_000_000n),
  ]);

describe('the life of a lot', () => {
  it('is what lay in the plant between its movements, by status, up to now', () => {
    const spells = lifeOf(lying('A1', '40'), [shipped, released, made], true, now);
    expect(told(spells)).toEqual([
      [1, 0, 100, 0],
      [3, 100, 0, 0],
      [9, 40, 0, 0],
    ]);
    expect(spells.at(-1)?.until).toBe(now);
  });

  it('ends with the last of it, and takes what is of one time as one step', () => {
    const rest = row(9, '40', { from: 'FIN', statusFrom: 'A' });
    const spells = lifeOf([], [rest, shipped, released, made], true, now);
    expect(told(spells)).toEqual([
      [1, 0, 100, 0],
      [3, 100, 0, 0],
    ]);
    expect(spells.at(-1)?.until).toBe(Date.parse(at(9)));
  });

  it('begins where the movements at hand begin', () => {
    const [first] = lifeOf(lying('A', '40'), [shipped, released], false, now);
    expect(first?.from).toBe(Date.parse(at(3)));
    expect(first === undefined ? 0n : total(first)).toBe(100_000_000n);
  });

  it('is not told where what lies here does not follow from the movements', () => {
    expect(lifeOf(lying('A', '41'), [shipped, released, made], true, now)).toEqual([]);
    expect(lifeOf(lying('Q', '40'), [shipped, released, made], true, now)).toEqual([]);
    expect(lifeOf([], [], true, now)).toEqual([]);
  });
});
