import { describe, expect, it } from 'vitest';
import { planFromTable } from '#shared/inspections/planFromTable.ts';
import { planIssues } from '#shared/inspections/planIssues.ts';
import { writtenRow } from '#shared/inspections/vocabulary.ts';
import { readRow } from '#shared/inspections/writtenRows.ts';
import { planOfRows } from '../support/planRows.ts';

/** The columns of a quality control plan of 1factory (help articles 215607208 and 207130877). */
const heads = [
  ...['Balloon #', 'Sheet/Zone', 'Type', 'Places', 'Characteristic', 'Specification', 'Bonus Tolerance', 'Descriptor'],
  ...['UoM', 'Data Type', 'Key', 'Label', 'Method', 'Instructions', 'Sampling', 'Attachment', 'Operation'],
];
const row = (said: Record<string, string>): string[] => heads.map((head) => said[head] ?? '');
const textsOf = (table: string[][]) => planFromTable(table)?.rows.map(({ texts }) => texts) ?? [];

describe('a table of a plan', () => {
  it('is read by the names that 1factory gives its columns, and what has no place here is named', () => {
    const table = [
      ['Quality control plan 4711'],
      heads,
      row({
        ...{ 'Balloon #': '12', 'Sheet/Zone': '2/B4', Type: 'Nom ± Tol', Places: '3x', Characteristic: 'Length' },
        ...{ Specification: '1.005 +/-.001', UoM: 'in', 'Data Type': 'NUM', Key: 'Y', Label: 'L1', Method: 'CMM' },
        ...{ Instructions: 'Warm up', Sampling: 'Z1.4_II 0.65', Attachment: 'Mandatory', Operation: '20' },
      }),
      [],
      row({ 'Balloon #': '13', Characteristic: 'Burrs', 'Data Type': 'P/F', Key: 'N', Sampling: '1 in 5' }),
      row({ 'Balloon #': '14', Type: 'Basic', Specification: '25.4', UoM: 'mm' }),
      row({ 'Balloon #': '15', Type: 'Note', Characteristic: 'Deburr', 'Sheet/Zone': 'C2' }),
    ];
    const read = planFromTable(table);
    expect(read?.leftOut).toEqual(['Label']);
    expect(read?.rows.map(({ at }) => at)).toEqual([2, 4, 5, 6]);
    const [length, burrs, basic, note] = textsOf(table);
    expect(length).toMatchObject({
      ...{ balloon: '12', sheet: '2', zone: 'B4', places: '3', name: 'Length', specification: '1.005 +/-.001' },
      ...{ unit: 'in', kind: 'number', designator: 'key', method: 'CMM', instruction: 'Warm up' },
      ...{ sampling: 'Z1.4_II 0.65', needsFile: 'yes', operation: '20' },
    });
    expect(burrs).toMatchObject({ kind: 'attribute', sampling: '1 in 5' });
    expect(burrs?.designator).toBeUndefined();
    expect(basic?.specification).toBe('25.4 basic');
    expect(note).toMatchObject({ kind: 'text', zone: 'C2' });
  });

  it('of a geometrical tolerance is its upper limit, with its datums and its bonus', () => {
    const table = [
      heads,
      row({ 'Balloon #': '1', Characteristic: 'Diameter', Specification: '10.00–10.20', UoM: 'mm' }),
      row({
        ...{ 'Balloon #': '2', Type: 'GD&T', Characteristic: 'Position', Specification: '0.2', UoM: 'mm' },
        ...{ 'Bonus Tolerance': 'MMC', Descriptor: 'A B C' },
      }),
    ];
    expect(textsOf(table)[1]).toMatchObject({
      ...{ specification: 'max 0.2', geometry: 'position', condition: 'MMC', datums: 'A B C' },
    });
    const size = readRow(writtenRow.parse({ balloon: '1', name: 'Diameter', specification: '10–10.2', unit: 'mm' }));
    const { balloon, name, specification, unit, geometry, condition, datums } = textsOf(table)[1] ?? {};
    const said = { balloon, name, specification, unit, geometry, condition, datums };
    const position = readRow(writtenRow.parse({ ...said, sizeOf: '1' }));
    if ('issue' in size || 'issue' in position) throw new Error('not read');
    expect(planIssues(planOfRows([size.row, position.row]))).toEqual([]);
  });

  it.each([
    [
      ['No.', 'Characteristic', 'Kind', 'Class'],
      ['1', 'Look', 'Yes or no', 'Minor'],
    ],
    [
      ['Nr.', 'Merkmal', 'Art', 'Klasse'],
      ['1', 'Look', 'Ja oder nein', 'Neben'],
    ],
  ])('is read by our own names and words in each language: %j', (own, cells) => {
    expect(textsOf([own, cells])).toEqual([{ balloon: '1', name: 'Look', kind: 'attribute', designator: 'minor' }]);
  });

  it('keeps words that are none as they stand, so that they are told at their cell', () => {
    const table = [heads, row({ 'Balloon #': '1', 'Data Type': 'maybe', Key: 'perhaps', Type: 'Angle' })];
    expect(textsOf(table)[0]).toMatchObject({ kind: 'maybe', designator: 'perhaps' });
  });

  it('takes names that programs have of their own for words like any other', () => {
    for (const word of ['constructor', '__proto__', 'toString']) {
      const table = [
        heads,
        row({ 'Balloon #': word, 'Data Type': word, Type: word, Key: word, 'Bonus Tolerance': word }),
      ];
      expect(textsOf(table)[0]).toMatchObject({ balloon: word, kind: word, designator: word, condition: word });
      expect(
        planFromTable([
          [word, 'No.', 'UoM'],
          ['x', '1', 'mm'],
        ])?.leftOut,
      ).toEqual([word]);
    }
  });

  it('that names fewer than two columns, or one twice, is guessed at in nothing', () => {
    expect(
      planFromTable([
        ['No.', 'Length'],
        ['1', '12'],
      ]),
    ).toBeUndefined();
    expect(planFromTable([['12', '11–13', 'mm']])).toBeUndefined();
    const twice = planFromTable([
      ['No.', 'Balloon', 'UoM'],
      ['1', '2', 'mm'],
    ]);
    expect([twice?.leftOut, twice?.rows[0]?.texts]).toEqual([['Balloon'], { balloon: '1', unit: 'mm' }]);
  });
});
