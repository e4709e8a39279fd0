import { describe, expect, it } from 'vitest';
import { otherReadings, readGs1 } from '#shared/kernel/gs1.ts';
import { glnsIn, gtinsIn, isGtin } from '#shared/kernel/gtin.ts';

const read = (text: string, year = 2026) => readGs1(text, year);
const fnc1 = '\u001d';

describe('a GS1 code', () => {
  it('is read as printed, in brackets', () => {
    expect(read('(01)09501101530003(17)261231(10)AB-0330(21)S7')).toEqual({
      gtin: '09501101530003',
      expiresOn: '2026-12-31',
      lot: 'AB-0330',
      serial: 'S7',
    });
  });

  it('is read as a scanner sends it, open parts ended by FNC1, announced or not', () => {
    const said = { gtin: '09501101530003', lot: 'AB-0330', serial: 'S7', expiresOn: '2026-12-31' };
    expect(read(`]d20109501101530003172612311 0`)).toEqual({
      gtin: '09501101530003',
      expiresOn: '2026-12-31',
      fault: 'unknown-part',
    });
    expect(read(`]d2010950110153000310AB-0330${fnc1}21S7${fnc1}17261231`)).toEqual(said);
    expect(read(`${fnc1}010950110153000310AB-0330${fnc1}21S7${fnc1}17261231`)).toEqual(said);
    expect(read('010950110153000310AB-0330')).toEqual({ gtin: '09501101530003', lot: 'AB-0330' });
  });

  it('is read as a Digital Link', () => {
    expect(read('https://id.example.org/01/09501101530003/10/A%2FB/21/S7?17=261231')).toEqual({
      gtin: '09501101530003',
      lot: 'A/B',
      serial: 'S7',
      expiresOn: '2026-12-31',
    });
  });

  it('keeps a measure and a count apart from the lot behind it', () => {
    expect(read(`]C1010950110153000331030012503712${fnc1}10L1`)).toEqual({ gtin: '09501101530003', lot: 'L1' });
  });

  it('says what is wrong with a code that was read badly', () => {
    expect(read('(01)09501101530004(10)L1')).toEqual({ fault: 'check-digit' });
    expect(read('(01)09501101530003(17)261331')).toEqual({ gtin: '09501101530003', fault: 'date' });
    expect(read('(01)09501101530003(17)260230(10)L1')).toEqual({ gtin: '09501101530003', lot: 'L1', fault: 'date' });
    expect(read(']d20109501101530')).toEqual({ fault: 'cut-short' });
  });

  it.each([
    'AB-0330',
    'WO-1329',
    '0012345',
    '',
    '(A)',
    '01',
    '010950110153000',
    'https://example.org/01',
    '0109501101530004',
  ])('is not seen in %o', (text) => expect(read(text)).toBeUndefined());

  it('has the century nearest to now, and a day 00 is the last of its month', () => {
    expect(read('(17)991231', 2026)).toEqual({ expiresOn: '1999-12-31' });
    expect(read('(17)760101', 2026)).toEqual({ expiresOn: '2076-01-01' });
    expect(read('(17)770101', 2026)).toEqual({ expiresOn: '1977-01-01' });
    expect(read('(17)280200', 2026)).toEqual({ expiresOn: '2028-02-29' });
    expect(read('(17)010101', 2099)).toEqual({ expiresOn: '2101-01-01' });
  });

  it('has a GTIN of 8, 12, 13 or 14 digits with a check digit, brought to 14', () => {
    expect(read('(01)96385074(10)L')).toEqual({ gtin: '00000096385074', lot: 'L' });
    expect(['96385074', '036000291452', '4006381333931', '09501101530003'].map(isGtin)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['96385075', '123', 'ABCDEFGH', '40063813339311'].map(isGtin)).toEqual([false, false, false, false]);
  });

  it('passes over identifiers nobody here knows: all but a closed list end at the separator', () => {
    const said = { gtin: '09501101530003', lot: 'K7' };
    for (const unknown of ['8888ABC', '7021123', '4309123', '59', '9912345', '261'])
      expect(read(`]d20109501101530003${unknown}${fnc1}10K7`), unknown).toEqual(said);
    // Of those with a predefined length none is followed by a separator, known or not.
    expect(read('0109501101530003140102033104000512' + '10K7')).toEqual(said);
    expect(read('(01)09501101530003(8888)ABC(10)K7')).toEqual(said);
  });

  it('goes on behind a part that is not right', () => {
    expect(read(`]d2010950110153000317AB1231${fnc1}10K7`)).toMatchObject({ lot: 'K7', fault: 'date' });
    expect(read(`]d201095011015300031712${fnc1}10K7`)).toEqual({
      gtin: '09501101530003',
      lot: 'K7',
      fault: 'cut-short',
    });
    expect(read(`]d20109501101530003?!${fnc1}10K7`)).toMatchObject({ lot: 'K7', fault: 'unknown-part' });
  });

  it.each([
    '<GS>',
    '{GS}',
    '[GS]',
    '\u241d',
    '\\x1D',
    '\\u001d',
    '^]',
    '~029',
    '~d029',
    '|',
    '^',
    '&#29;',
    '<FNC1>',
    '{F1}',
    '\\u{1d}',
    '\\GS',
    '~1',
    '\u001e',
    '\\d029',
    '\\029',
    '\\o035',
    '\\x{001D}',
    '\\G',
    '\\FNC1',
    '&#029;',
    '&#x001D;',
    '&GS;',
    '^GS',
    '~GS',
    '^FNC1',
    '~F1',
    '^029',
    '^1d',
    '~x1D',
    '~(29)',
    '|GS|',
    '(GS)',
    '[029]',
    '<29>',
    '<ASCII 29>',
    '{0x1D}',
    '<\\x1d>',
    'U+001D',
    'CHR(29)',
    '~',
    '¶',
  ])('has its parts ended by %j where a scanner or program writes the separator so', (written) => {
    const said = { gtin: '09501101530003', serial: 'S-7', lot: 'K7' };
    expect(read(`010950110153000321S-7${written}10K7`)).toEqual(said);
    expect(read(`]C1${written}010950110153000321S-7${written}10K7${written}`)).toEqual(said);
  });

  it('takes no part that begins like a number of the separator for one', () => {
    const said = { gtin: '09501101530003', serial: 'S-7' };
    expect(read('010950110153000321S-7~11260131')).toEqual({ ...said, manufacturedOn: '2026-01-31' });
    expect(read('010950110153000321S-7^10K7')).toEqual({ ...said, lot: 'K7' });
    expect(read('003950110153000000' + '11' + '~0294028887034023' + '10K7')).toMatchObject({
      gtin: '94028887034023',
      lot: 'K7',
    });
    expect(read('(01)09501101530003(10)A[12]{29}B')).toEqual({ gtin: said.gtin, lot: 'A[12]B' });
    expect(read('(01)09501101530003(10)A[12]B')).toEqual({ gtin: said.gtin, lot: 'A[12]B' });
  });

  it('may be read otherwise where its separators were lost or changed, each way once, and told', () => {
    const lots = (text: string) => otherReadings(text, 2026).map(({ lot = '', serial = '' }) => `${lot} ${serial}`);
    expect(otherReadings('0109501101530003' + '10' + '4407' + '17261231', 2026)).toContainEqual({
      gtin: '09501101530003',
      lot: '4407',
      expiresOn: '2026-12-31',
      fault: 'separator',
    });
    for (const written of ['', '#', '@', '÷', '↔', ' ', '\\'])
      expect(lots(`010950110153000321S-7${written}10K7`), written).toContain('K7 S-7');
    expect(lots('0109501101530003' + '21S7' + '10K7' + '17261231')).toContain('K7 S7');
    for (const text of [
      `010950110153000310K717261231${fnc1}21S7`,
      '10K7',
      'LQ 2105',
      '0109501101530004' + '10K717261231',
    ])
      expect(lots(text), text).toEqual([]);
  });

  it('without announcement and separator is one when its number checks and it is sound to the end', () => {
    expect(read('0295011015300003' + '3102001250' + '15261231' + '37' + '12')).toBeUndefined();
    expect(read('0209501101530003' + '3102001250' + '15261231' + '3712')).toEqual({
      gtin: '09501101530003',
      bestBeforeOn: '2026-12-31',
    });
    expect(read('00395011015300000011' + '0209501101530003' + '10K7')).toEqual({
      sscc: '395011015300000011',
      gtin: '09501101530003',
      lot: 'K7',
    });
    for (const unsound of [
      '0109501101530003312',
      '0109501101530003' + '1726',
      '0109501101530003' + '5',
      '0109501101530004' + '10K7',
    ])
      expect(read(unsound), unsound).toBeUndefined();
  });

  it('whose separators the scanner left out says so, and what stands before them is right', () => {
    expect(read('010950110153000321SERIAL-0000000017' + '17261231' + '10K7')).toEqual({
      gtin: '09501101530003',
      fault: 'separator',
    });
  });

  it('may be announced before brackets and before a link, by any kind of barcode', () => {
    const said = { gtin: '09501101530003', lot: 'K7' };
    for (const kind of ['C1', 'C0', 'd1', 'd2', 'Q1', 'Q3', 'e0', 'A0', 'z0'])
      for (const text of ['(01)09501101530003(10)K7', 'https://id.gs1.org/01/09501101530003/10/K7'])
        expect(read(`]${kind}${text}`), kind).toEqual(said);
  });

  it('as a link is read at any address, in capitals too, with parts in the path or behind it', () => {
    const said = { gtin: '09501101530003', lot: 'K7', serial: 'S/1' };
    for (const link of [
      'HTTPS://ID.EXAMPLE.ORG/01/09501101530003/10/K7/21/S%2F1',
      'http://localhost:8080/a/b/01/09501101530003/22/2A/10/K7/21/S%2f1/',
      'https://example.org/gtin/9501101530003/lot/K7/ser/S%2F1#there',
      `https://example.org/${'goods/'.repeat(60)}01/09501101530003?linkType=all;10=K7&21=S%2F1&x=%zz`,
    ])
      expect(read(link), link).toEqual(said);
    expect(read('https://id.gs1.org/00/395011015300000011')).toEqual({ sscc: '395011015300000011' });
    expect(read('https://id.gs1.org/414/9501101530003')).toEqual({ gln: '9501101530003' });
    expect(read('https://id.gs1.org/ARHKVAdpQg')).toEqual({ fault: 'compressed' });
    expect(read('https://example.org/ARHKVAdpQg')).toBeUndefined();
  });

  it('is read with Caps Lock on, wide signs and the digits of another script, and with gaps in its numbers', () => {
    const said = { gtin: '09501101530003', lot: 'k7' };
    expect(read(']c1010950110153000310k7')).toEqual(said);
    expect(read(`]D2010950110153000310k7${fnc1}`)).toEqual(said);
    expect(read(']E0010950110153000310k7')).toEqual(said);
    expect(read(']E00109501101530003')).toEqual({ gtin: said.gtin });
    expect(read('（０１）０９５０１１０１５３０００３（１０）k7')).toEqual(said);
    expect(read('(۰۱)۰۹۵۰۱۱۰۱۵۳۰۰۰۳(۱۰)k7')).toEqual(said);
    expect(read('(01) 0 950110 153000 3 (10) k7')).toEqual(said);
    expect(read('[01]09501101530003[10]k7')).toEqual(said);
    expect(read('(10)K 7-1(01)09501101530003')).toEqual({ gtin: said.gtin, lot: 'K 7-1' });
  });

  it.each([
    '【01】09501101530003【10】k7',
    '「01」09501101530003「10」k7',
    '〔01〕09501101530003〔10〕k7',
    '《01》 09501101530003 《10》 k7',
    '［０１］09501101530003［１０］k7',
    '⟨01⟩09501101530003⟨10⟩k7',
    '( 01 )0950110ー1530003( 10 )k7',
    '*(01)09501101530003(10)k7*',
    ']A0*010950110153000310k7*',
  ])('is read in whatever brackets and stars it comes: %s', (text) =>
    expect(read(text)).toEqual({ gtin: '09501101530003', lot: 'k7' }),
  );

  it('names the goods by the numbers of maker and customer, and the order', () => {
    expect(read('(240)PX 40(241)C-77(400)PO-5')).toEqual({ products: ['PX 40', 'C-77'], order: 'PO-5' });
    expect(read('(01)09501101530003(240)PX-40(10)K7')).toEqual({
      gtin: '09501101530003',
      lot: 'K7',
      products: ['PX-40'],
    });
  });

  it.each([
    'https://shop.example/lot/K7/gtin/09501101530003',
    'https://shop.example/de/10/K7/01/09501101530003',
    'https://shop.example/gtin/09501101530003/batch/K7',
    'https://shop.example/goods/blue?gtin=09501101530003&lot=K7',
    'https://shop.example/p?01=9501101530003;10=K7&ref=mail',
    'https://shop.example/#/01/09501101530003/10/K7',
    'https://shop.example/00/12/01/09501101530003/10/K7',
    'https://shop.example/01/x4/01/09501101530003/10/K7',
    'https://shop.example/01/09501101530003/info/10/K7',
    'https://shop.example/01/09501101530003/colour/10/lot/K7',
    'https://10.0.0.7:81/01/09501101530003?LOT=K7',
    '10.0.0.7/01/09501101530003/10/K7',
    '//shop.example/01/09501101530003/10/K7',
    '/01/09501101530003/10/K7',
    '01/09501101530003/lot/K7',
  ])('as a link may have its parts in any order and in words: %s', (link) =>
    expect(read(link)).toEqual({ gtin: '09501101530003', lot: 'K7' }),
  );

  it('as a link may have no beginning', () => {
    const said = { gtin: '09501101530003', lot: 'K7' };
    expect(read('id.gs1.org/01/09501101530003/10/K7')).toEqual(said);
    expect(read('shop.example.de:8443/x/01/09501101530003?10=K7')).toEqual(said);
    for (const text of ['L.A/01', 'a.b/c', 'WO.7/01/5']) expect(read(text), text).toBeUndefined();
  });

  it.each(['10', '21', '17', '11', '15', '30', '37', '240', '241', '250', '251', '400', '410'])(
    'names the lot whatever stands behind an open part, such as (%s)',
    (identifier) => {
      const value = { '17': '261231', '11': '260131', '15': '261130', '410': '9501101530003' }[identifier] ?? '77';
      const behind = identifier === '10' ? '' : `${fnc1}10K7`;
      const text = `]C1010950110153000391ANY${fnc1}${identifier}${identifier === '10' ? 'K7' : value}${behind}`;
      expect(read(text)).toMatchObject({ gtin: '09501101530003', lot: 'K7' });
      expect(read(text)?.fault).toBeUndefined();
    },
  );

  it('that names one thing twice is told, not guessed, unless both say the same', () => {
    for (const text of [
      '(01)09501101530003(10)K7(10)K8',
      '(01)09501101530003(02)09501101530010(10)K7',
      '(01)09501101530003(21)1(21)01',
      `]d201095011015300031010${fnc1}10K8`,
    ])
      expect(read(text), text).toEqual({ fault: 'twice' });
    expect(read('(01)09501101530003(17)261231(17)261130')).toMatchObject({ fault: 'twice' });
    expect(read('(01)09501101530003(10)K7(01)09501101530003(10)K7')).toEqual({ gtin: '09501101530003', lot: 'K7' });
  });

  it('of a party or place is read where it names no goods', () => {
    expect(read('(414)9501101530003')).toEqual({ gln: '9501101530003' });
    expect(read('(414)9501101530004')).toEqual({ fault: 'check-digit' });
    expect(read('(01)09501101530003(410)9501101530003(10)K7')).toEqual({ gtin: '09501101530003', lot: 'K7' });
  });

  it('of an item in a shop is its number, whatever was printed beside it', () => {
    const ean = { gtin: '04006381333931' };
    for (const text of [']E04006381333931', ']E3400638133393112', ']E3400638133393112345', ']E04006381333931]E112'])
      expect(read(text), text).toEqual(ean);
    expect(read(']E00036000291452')).toEqual({ gtin: '00036000291452' });
    expect(read(']E496385074')).toEqual({ gtin: '00000096385074' });
    expect(read(']E004252614')).toEqual({ gtin: '00042100005264' });
    expect(read(']E04006381333932')).toEqual({ fault: 'check-digit' });
    expect(read(']E112')).toEqual({ fault: 'cut-short' });
  });
});

describe('a number that may be a GTIN', () => {
  it('is one in 14 digits, however many of its leading zeros are there', () => {
    for (const text of ['036000291452', '0036000291452', '00036000291452', '0 36000 29145 2'])
      expect(gtinsIn(text), text).toContain('00036000291452');
    expect(gtinsIn('4006381333931')).toEqual(['04006381333931']);
    expect(gtinsIn('400638133393105')).toEqual(['04006381333931']);
  });

  it('is one in the digits of any script, and with whatever stands between them', () => {
    for (const text of [
      '４００６３８１３３３９３１',
      '٤٠٠٦٣٨١٣٣٣٩٣١',
      '4–006381–333931',
      '4.006381.333931',
      '4006381\u200b333931',
    ])
      expect(gtinsIn(text), text).toEqual(['04006381333931']);
    for (const text of ['4012345000009', '4-012345-00000-9', '04012345000009', '4 012345 00000‑9', '४०१२३४५०००००९'])
      expect(glnsIn(text), text).toEqual(['4012345000009']);
    for (const text of ['4012345000008', '401234500000', 'AB-0330']) expect(glnsIn(text), text).toEqual([]);
    expect(glnsIn('614141000036')).toEqual(['0614141000036']);
  });

  it('has its zeros put back where they were left out', () => {
    // Number system 0; each way to leave zeros out.
    for (const [packed, whole] of [
      ['04252614', '042100005264'],
      ['01234505', '012000003455'],
      ['01234531', '012300000451'],
      ['01234543', '012340000053'],
      ['01234565', '012345000065'],
    ] as const)
      expect(gtinsIn(packed), packed).toContain(`00${whole}`);
    expect(gtinsIn('425261')).toContain('00042100005264');
  });

  it('is none when it does not check', () => {
    for (const text of ['4006381333930', 'AB-0330', '', '12345', '40063813339310000000'])
      expect(gtinsIn(text), text).toEqual([]);
  });
});
