import { describe, expect, it } from 'vitest';
import { changesOfRows } from '#shared/inspections/planChanges.ts';
import { writtenRow, type WrittenRow } from '#shared/inspections/vocabulary.ts';

const row = (said: Partial<WrittenRow>): WrittenRow =>
  writtenRow.parse({ specification: '12 ± 1', unit: 'mm', ...said });

describe('what changed between two versions of a plan', () => {
  const before = [row({ balloon: '1', name: 'Length' }), row({ balloon: '2', name: 'Width' }), row({ name: 'Look' })];

  it('is told by row: what is new, what is another and in which fields, and what is gone', () => {
    const after = [
      row({ balloon: '2', name: 'Width', specification: '12 ± 0.5', needsFile: true }),
      row({ balloon: '3', name: 'Height' }),
      row({ name: 'look' }),
    ];
    expect(changesOfRows(before, after)).toEqual([
      {
        ...{ balloon: '2', name: 'Width', what: 'changed' },
        fields: [
          { field: 'specification', before: '12 ± 1', after: '12 ± 0.5' },
          { field: 'needsFile', before: '', after: 'yes' },
        ],
      },
      { balloon: '3', name: 'Height', what: 'added', fields: [] },
      { balloon: '', name: 'look', what: 'changed', fields: [{ field: 'name', before: 'Look', after: 'look' }] },
      { balloon: '1', name: 'Length', what: 'removed', fields: [] },
    ]);
  });

  it('is nothing where rows only stand in another order', () => {
    expect(changesOfRows(before, before.toReversed())).toEqual([]);
  });
});
