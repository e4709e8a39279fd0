import { describe, expect, it } from 'vitest';
import { type LogRow, logRows } from '#shared/movements/traceLog.ts';

const row = (more: Partial<LogRow> = {}): LogRow => ({
  ...{ id: 1, at: 0, recordedAt: 0, kind: 'receipt', document: 'R-1', line: '1', evidence: 'typed' },
  ...{ product: 'MILK', productName: 'Milk', lot: 'L1', sublot: '', serial: '', unitOfMeasure: 'kg' },
  ...{ quantity: 2_000_000, from: '', to: 'STORE', siteFrom: '', siteTo: 'MAIN', statusFrom: '', status: 'A' },
  ...{ workOrder: '', run: '', equipment: '', partner: 'S1', reason: '', person: 'anna', workstation: 'W1' },
  ...{ reverses: 0, reversedBy: 0, ...more },
});

describe('a trace log', () => {
  it('has each movement, or none', () => {
    const rows = [row(), row({ id: 2 })];
    expect(logRows(rows, 'detailed')).toEqual(rows);
    expect(logRows(rows, 'none')).toEqual([]);
  });

  it('has in summary one row for what a line of a document moved alike, exactly summed, at the place of the first', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const rows = [
      row({ quantity: most }),
      row({ lot: 'L2' }),
      row({ id: 3, quantity: most, to: 'STORE2', person: 'ben' }),
    ];
    expect(logRows(rows, 'summary')).toEqual([
      row({ quantity: BigInt(most) * 2n, to: '', person: '' }),
      row({ lot: 'L2', quantity: 2_000_000n }),
    ]);
  });

  it.each([
    ['product', { product: 'OIL' }],
    ['lot', { lot: 'L2' }],
    ['sublot', { sublot: 'S' }],
    ['site', { siteTo: 'OTHER' }],
    ['site it came from', { siteFrom: 'OTHER' }],
    ['status', { status: 'Q' }],
    ['status before', { statusFrom: 'Q' }],
    ['document', { document: 'R-2' }],
    ['line', { line: '2' }],
    ['kind', { kind: 'transfer' }],
    ['evidence', { evidence: 'imported' }],
    ['being undone', { reversedBy: 9 }],
    ['undoing', { reverses: 9 }],
  ] as const)('keeps apart what differs in %s', (_, more) => {
    expect(logRows([row(), row(more)], 'summary')).toHaveLength(2);
  });

  it.each(['to', 'serial', 'person', 'reason', 'partner'] as const)(
    'sums what differs in %s alone, and leaves that open',
    (name) => {
      const [sum, ...others] = logRows([row(), row({ [name]: 'other' })], 'summary');
      expect([others, sum?.quantity, sum?.[name]]).toEqual([[], 4_000_000n, '']);
    },
  );
});
