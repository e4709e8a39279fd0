import { describe, expect, it } from 'vitest';
import { rewritingOf } from '#shared/exchange/rewritten.ts';

const lot = { name: 'lot', type: 'code' } as const;
const judged = (text: string, column: Parameters<typeof rewritingOf>[1] = lot): string => {
  const found = rewritingOf(text, column);
  return found === undefined ? 'as it is' : found.certain ? 'rewritten' : 'perhaps';
};

describe('a code that no plant has', () => {
  it.each([
    ...['4.00638E+12', '4,00638E+12', '1E+05', '-7.5E-07', '2.02512e+15', '9e+20', '6.02E+101'],
    ...['="00451"', '=""00451""', '="L-7"', '"00451"', "'00451", "'=1+1", '’0815'],
    ...['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NV', '#WERT!', '#BEZUG!', '#¡VALOR!', '#GETTING_DATA', '########'],
    ...[
      'NULL',
      'null',
      '\\N',
      'None',
      'nan',
      'NaN',
      'NaT',
      '(null)',
      '[NULL]',
      '<null>',
      '<NA>',
      '(blank)',
      'undefined',
    ],
    ...[
      '#N/B',
      '#I/T',
      '#YOK',
      '#Н/Д',
      '#N/A N/A',
      '#DIV/0',
      '#REF',
      '#NULL#',
      'DBNull',
      'System.Byte[]',
      'Loading...',
    ],
    ...['Err:502', '[object Object]', 'L\ufffd-7', '\ufffd\ufffd'],
  ])('%s is rewritten', (text) => {
    expect(judged(text)).toBe('rewritten');
  });
});

describe('a code that some plant may have', () => {
  it.each([
    ...['20261.0', '45.00', '1002.6E1', '120.5e+2', '1.5E7', '4.00638123E12', '12E+5', '400638133393100000'],
    ...['1,250', '12,345,678', '12,345.00', '1’250', '1.250.000', '1\u00a0250', '1\u202f250'],
    ...['01-MAR-26', '7 DEZ 2026', 'VERDADERO', 'falso', 'WAAR'],
    ...['5-Jan', '05. Jan', '01.Mai', 'Mrz 26', 'Sep-07', '3-déc', '2026-05-01 00:00:00'],
    ...['-', '--', '—', '...', '?', '*', 'n.a.', 'N. A.', 'k.A.', 'TRUE', 'False', 'WAHR', 'Infinity', '-inf'],
    ...["'L-7'", "b'L-7'", "b'00451'", 'R&amp;D-4', 'A&#39;7', 'L&nbsp;7', 'KÃ¤se-1', 'Â°Brix-2', 'GroÃŸ', 'Lâ€“7'],
    ...[
      '=1+1',
      '=HYPERLINK("x")',
      '=A2',
      '=$B$7',
      "='Lots 2026'!A2",
      '=[1]Lots!B3',
      '=R[-1]C2',
      '{=TRIM(A2)}',
      '="L"&B2',
    ],
    ...['=-A2', '= SVERWEIS(A2;B:C;2)', '=Lots[Code]', '@SUM(A1:A3)', '+CONCAT(A1,B1)', '=L-7', '=TRUE'],
    ...["0012'", "4711'", "L-7'", 'B12´', "'L-7", '‘AB12', '`X9'],
    ...['20261,0', '45,00', '12.345,00', "12'345.00", '12\u2009345', '1,23,456'],
    ...['2026-05-01T00:00:00Z', '2026/05/01 00:00', '01.05.2026 00:00:00', '5/1/2026 12:00:00 AM', '1/5/26 0:00'],
    ...['March 1, 2026', '1. März 2026', 'Sunday, March 1, 2026', '1 de mayo de 2026'],
    ...['Null', 'NONE', 'none', 'NA', 'N/A', 'n/a', 'nil', 'NAN'],
  ])('%s is taken, and told', (text) => {
    expect(judged(text)).toBe('perhaps');
  });

  it.each([
    ...['1E5', '12E5', '3E7B', 'E+05', '2E', 'LOT-2.0E+05-A', '00012', '2-1', '1.0', '10.5', '12.345', '5.01'],
    ...['+A2', '-K1', '+49', '@home', '-(x)', "12'", "4x8'", "M10x1'", "'t Hooft", '1.5', '5,0', '12 345', '3/1/2026'],
    ...['6"', "'; drop table lot;--", "'s-Hertogenbosch", "O'Neill"],
    ...['#12', '#A', '#1!', '# 7', 'NULLA', 'Nantes', 'Noname', 'NA-7', 'NONE-1', '(7)', '<7>', 'N', 'nano'],
    ...['05JAN26', '2026-05-01', '01.05.2026', 'May', 'Mai-Lot', 'JAN-05', '12-MAY', '2026-05-01 07:00:00'],
    ...[
      'R&D-4',
      'A & B;',
      '&x;',
      'Err:5',
      'TRUE-1',
      'INFO',
      'k',
      'KA-1',
      '-A-',
      '1-',
      'Käse-1',
      'PÃO',
      'IRMÃ”',
      'Ânon',
      'b-7',
    ],
    ...['400638133393100', '1234567890123450', '4006381333931', 'Ж-1', '', '123.456'],
  ])('%s is nobody’s business', (text) => {
    expect(judged(text)).toBe('as it is');
  });
});

describe('a word for nothing', () => {
  it('may be the name of a product, a partner or a place, since one must be there under it', () => {
    for (const name of ['code', 'product', 'component_product', 'from', 'to', 'partner', 'supplier'])
      expect([name, judged('NULL', { name, type: 'code' })]).toEqual([name, 'perhaps']);
    expect(judged('#N/A', { name: 'code', type: 'code' })).toBe('rewritten');
  });

  it('may be the name of a person or what somebody wrote, in a text', () => {
    expect(judged('NULL', { name: 'name', type: 'text' })).toBe('perhaps');
    expect(judged('none', { name: 'reason', type: 'text' })).toBe('as it is');
    expect(judged('\\N', { name: 'reason', type: 'text' })).toBe('rewritten');
  });

  it('is Namibia among countries', () => {
    expect(judged('NA', { name: 'country', type: 'code' })).toBe('as it is');
    expect(judged('NULL', { name: 'country', type: 'code' })).toBe('rewritten');
  });
});

it('a name keeps apostrophes, dates and separators, which codes do not', () => {
  const name = { name: 'name', type: 'text' } as const;
  for (const text of ["'68 Vintage", '5-Jan', '1,250', '20.0', '-', 'True', "'Best'"])
    expect([text, judged(text, name)]).toEqual([text, 'as it is']);
  for (const text of ['="Rye"', '#REF!', '1.2E+10']) expect([text, judged(text, name)]).toEqual([text, 'rewritten']);
  for (const text of ['M\ufffdller', 'MÃ¼ller', 'Rye &amp; Co'])
    expect([text, judged(text, name)]).toEqual([text, 'perhaps']);
});

it('a formula stands in the place of a name or a reason too, unlike what people write', () => {
  const reason = { name: 'reason', type: 'text' } as const;
  for (const text of ['=VLOOKUP(A2,B:C,2)', '=A2', '=Sheet1!B7', '@SUM(A1:A2)', '{=A2:A9}'])
    expect([text, judged(text, reason)]).toEqual([text, 'perhaps']);
  for (const text of [
    '= see note',
    '=> checked',
    '+A2',
    '- scrap(5 kg)',
    '-Stop! Leak',
    '@Anna (QA)',
    "the operators'",
  ])
    expect([text, judged(text, reason)]).toEqual([text, 'as it is']);
});

it('telephone numbers may stand in groups', () => {
  expect(judged('030.123.456', { name: 'phone', type: 'code' })).toBe('as it is');
  expect(judged('4.93012E+10', { name: 'phone', type: 'code' })).toBe('rewritten');
});

it('a place in aisle E, a quoted name and a year with its apostrophe are no faults', () => {
  expect(['1E-01', '2E-04', "'24-017"].map((code) => judged(code))).toEqual(['perhaps', 'perhaps', 'perhaps']);
  const name = { name: 'name', type: 'text' } as const;
  expect(['"Zur Linde"', '1E-02 Regal'].map((text) => judged(text, name))).toEqual(['as it is', 'as it is']);
});

it.each([
  ...[
    '2026-02-11T23:00:00.000Z',
    'Wed Feb 11 2026 00:00:00 GMT+0100 (CET)',
    '3-mrt',
    '3月4日',
    '2026年3月4日',
    '3월 4일',
  ],
  ...['30.12.1899', '1900-01-00', '02:15:00', '#Deleted', '#Fehler', '#Name?', '1.#IND', '-nan(ind)', '(vide)'],
  ...['B7-undefined', 'M-null', 'null_3', 'L\\u00e4nge', 'K_x000D_', 'R%2F7', '0x4C3031', '${lot}', '{{lot}}', "u'L1'"],
  ...["['L1']", 'np.int64(7)', "Timestamp('2026-02-11')", '[B@6d06d69c', 'System.String[]', '7.300000000000001'],
  ...['K&uuml;bel', 'GRÃœN', 'SEÃ‘AL', 'ï¿½12', 'PRAWDA', 'ИСТИНА'],
])('%s is told', (code) => {
  expect(judged(code)).not.toBe('as it is');
});

describe('a code that was shown, split or read otherwise', () => {
  it.each([
    ...['35%', '7.5 %', '-2,25%', '€ 18', '$1,250', '18.40 €', '£7', '4.512,75', '4,512.75', '7:45', '07:45 PM'],
    ...['“K-7”', '„K-7“', '«K-7»', 'K-7,', 'K-7|', 'M?SLI-7', '√§K-7', 'K‚Äì7', 'K├ñSE'],
  ])('may be meant: %s', (text) => expect(judged(text)).toBe('perhaps'));

  it.each(['ALC-70%', '$KEEL', 'K,7', '1.2.3', 'WHAT?', '2√2', '%'])('is taken as it is: %s', (text) =>
    expect(judged(text)).toBe('as it is'),
  );

  it('is told of names only where letters were lost', () => {
    const name = { name: 'name', type: 'text' } as const;
    expect(['M?sli', 'K√§se', 'K├ñse'].map((text) => judged(text, name))).toEqual(['perhaps', 'perhaps', 'perhaps']);
    expect(['35%', '€ 18', '“Gold”', 'Left, right,', 'Why? So', '7:45'].map((text) => judged(text, name))).toEqual(
      Array(6).fill('as it is'),
    );
  });
});

it.each(['AÅ-12', 'Å–Ö', 'B&B;', '2026-02-11 14:05', 'UNDEF-1', 'NULL-SERIE', '12:7', 'X0X12'])(
  '%s is a code',
  (code) => {
    expect(judged(code)).toBe('as it is');
  },
);

describe('a word in the place of a code', () => {
  const inColumn = (name: string) => (text: string) => judged(text, { name, type: 'code' });

  it.each([
    ...[
      'TBD',
      'tba',
      'T.B.C.',
      '(TBD)',
      'N.N.',
      'n. n.',
      'XXXX',
      'xxxxxx',
      'xx-xx',
      'XX.XX.XXXX',
      '???',
      'To be defined',
    ],
    ...[
      'Summe',
      'GESAMT',
      'Total',
      'Total:',
      'Zwischensumme',
      'Grand Total',
      'leer',
      'Unbekannt',
      'unknown',
      'inconnu',
    ],
  ])('%s is told of lots, serials, products, partners and orders', (text) => {
    for (const column of [
      'lot',
      'sublot',
      'serial',
      'supplier_lot',
      'component_serial',
      'product',
      'partner',
      'work_order',
    ])
      expect([column, inColumn(column)(text)]).toEqual([column, 'perhaps']);
  });

  it.each(['ohne', 'diverse', 'DUMMY', 'Blank', 'no lot', 's.o.', 'RYE Total', 'L-7 Ergebnis'])(
    '%s is told of lots and serials alone',
    (text) =>
      expect(['lot', 'serial', 'product', 'partner'].map((name) => inColumn(name)(text))).toEqual([
        'perhaps',
        'perhaps',
        'as it is',
        'as it is',
      ]),
  );

  it('may name places, makers and companies', () => {
    expect(['from', 'to', 'code', 'equipment'].map((name) => inColumn(name)('LEER'))).toEqual(
      Array(4).fill('as it is'),
    );
    expect(['manufacturer', 'reference'].map((name) => inColumn(name)('unbekannt'))).toEqual(['as it is', 'as it is']);
    expect(['partner', 'supplier', 'code'].map((name) => inColumn(name)('TOTAL'))).toEqual(Array(3).fill('as it is'));
    expect(inColumn('unit')('tba')).toBe('as it is');
  });

  it.each([
    ...[
      'XL',
      'XX',
      'X',
      'X-X',
      'XXL',
      'TBD-7',
      'TBA1',
      'NN',
      'N-N',
      'TOTALLY',
      'SUM',
      'SUMMER',
      'LEERGUT',
      'MIX',
      'Ohne-1',
    ],
    ...['UNKN-1', 'EMPTY-3', 'DIVER', 'Total Care', 'BLANK12'],
  ])('%s is a code', (text) => expect(judged(text)).toBe('as it is'));
});

describe('a code with what a label or a scanner adds', () => {
  it.each([
    ...['*L-7*', '(10)L-7', '(21)88', '(10) L-7', '(01)04006381333931(10)L-7', ']C110L-7', ']d2010400638133393110L-7'],
    ...['10L-7<GS>17261231', '{FNC1}10L-7', 'Lot: L-7', 'SN:0815', 'Ch.-B.: 4711', '010400638133393110L-7'],
    ...['https://id.gs1.org/01/04006381333931/10/L-7'],
  ])('%s is told', (text) => expect(judged(text)).toBe('perhaps'));

  it.each([
    ...['10L-7', '21-88', '(7)', '(A)7', '(04)1', '*', 'A*B', '4*8*2', '[L-7]', '01040063813339301', 'LOT-7', 'LOT 7'],
    ...['0104006381333932', 'A:7', 'https://mill.example/lots/7'],
  ])('%s may stand', (text) => expect(judged(text)).toBe(text === '*' ? 'perhaps' : 'as it is'));
});

describe('a whole barcode with blanks in the place of FNC1', () => {
  it.each([
    ...['0104006381333931 10L7', '010400638133393117261231 10L7 21S9', '0104006381333931 1726123110L7'],
    ...['10L7 0104006381333931', ']C10104006381333931 10L7', '01 04006381333931 10 L7', '0104006381333931  21S9'],
  ])('%s is no code of goods', (text) => {
    expect(judged(text)).toBe('rewritten');
    expect(rewritingOf(text, { name: 'document', type: 'code' })?.certain).not.toBe(true);
  });

  it.each([
    ...['0104006381333932 10L7', '0104006381333931 L7', '01 10L7', 'L7 0104006381333931', '0104006381333931 17261231'],
    ...['10L7 21S9', 'LOT 01 2026'],
  ])('%s may be one', (text) => expect(judged(text)).not.toBe('rewritten'));
});

describe('several codes in one cell', () => {
  it.each([
    ...['R-4177 + R-4178', 'R-4177, R-4178', 'R-4177..R-4190', 'VE-7 / VE-8', 'VE-9 und VE-10', 'B12 & B13 & B14'],
    ...['K7-1 to K7-9', 'R-4177 bis 4190', '471101 / 471102', '471101/471102', 'R-4177 R-4178', 'VE-7;VE-8'],
  ])('%s is told', (text) => expect(judged(text)).toBe('perhaps'));

  it.each([
    ...[
      'KW 12 / 26',
      'ERNTE 2025 - 2026',
      '12/26',
      '2601 / 0012',
      'A1+B2',
      'K,7',
      'LOT 7, 2026',
      'MIX A',
      '3+1',
      'L 12',
    ],
  ])('%s is one', (text) => expect(judged(text)).toBe('as it is'));

  it('is told of lots, serials and work orders; a range of serials is one for who imports it', () => {
    const told = (name: string, text: string): string => judged(text, { name, type: 'code' });
    expect(['lot', 'supplier_lot', 'component_serial', 'work_order'].map((name) => told(name, 'WO-2 + WO-3'))).toEqual(
      Array(4).fill('perhaps'),
    );
    expect(told('serial', 'N002 bis N011')).toBe('perhaps');
    expect([told('serial', 'N002..N011'), told('document', 'LS-2 + LS-3')]).toEqual(['as it is', 'as it is']);
  });
});

describe('what is left of a scan, a label or a note', () => {
  it.each([
    ...['R%2D4101', 'Rß4101', '4101ß7', 'R4101R4101', 'R-4101 R-4101', 'R-4101R-4101', 'R-4177…', 'R-4177...', '…4177'],
    ...['R-4177\\n', 'R-4177\\tX', 'R-4177;S-ALM', 'Ch.-B. R-4101', 'Chg. R-4101', 'Lot-Nr. 4101', 'Batch no. 77'],
    ...['R-4101 EXP 260620', 'R-4101 MHD: 06/26', 'R-4101 kg', 'R-4101 25 kg', 'R-4101 neu', 'R-4101 (gesperrt)'],
    ...['R-4101 blocked', 'R-4101 von S-ALM', '0000-00-00', '00000000', '00.00.0000', '"', '-"-', '″'],
    ...['as above', 'same', 'siehe Lieferschein', 'siehe LS 4711', 'lt. Lieferschein', 'Restmenge', 'mixed', 'dto.'],
  ])('%s is told', (text) => expect(judged(text)).toBe('perhaps'));

  it.each([
    ...['ALC 70%', 'STRAßE-1', 'Fuß2', '20262026', 'ABAB', 'A1A1', 'R-4101-R-4102', 'LOT 7', 'CHG-7', 'S.N'],
    ...[
      'NEU-7',
      'R-4101NEU',
      'SEELACHS 12',
      'KW 12 L',
      '000',
      '00451',
      'L 12 BIO',
      'VIT B 12',
      'A 12 KG5',
      'Sameday-1',
    ],
  ])('%s is a code', (text) => expect(judged(text)).toBe('as it is'));
});
