import { describe, expect, it } from 'vitest';
import { isGtin, readGs1 } from '#shared/kernel/gs1.ts';

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
    expect(read(`]d20109501101530003172612311 0`)).toEqual({ fault: 'unknown-part' });
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
    expect(read('(01)09501101530003(17)261331')).toEqual({ fault: 'date' });
    expect(read('(01)09501101530003(17)260230')).toEqual({ fault: 'date' });
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
});
