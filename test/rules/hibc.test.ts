import { describe, expect, it } from 'vitest';
import { readHibc } from '#shared/kernel/hibc.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';

/** A barcode with the sign that checks it. */
const checked = (code: string): string =>
  code + alphabet[[...code].reduce((sum, sign) => sum + alphabet.indexOf(sign), 0) % 43];

describe('a barcode of the health industry', () => {
  it('is read as the standard has it', () => {
    expect(readHibc('+A123BJC5D6E71G')).toEqual({ product: 'BJC5D6E7' });
  });

  it.each([
    ['/$LQ-20', { lot: 'LQ-20' }],
    ['/$+SN88', { serial: 'SN88' }],
    ['/$$3270131LQ20', { lot: 'LQ20', expiresOn: '2027-01-31' }],
    ['/$$2013127LQ20', { lot: 'LQ20', expiresOn: '2027-01-31' }],
    ['/$$0227LQ20', { lot: 'LQ20', expiresOn: '2027-02-28' }],
    ['/$$427013108LQ20', { lot: 'LQ20', expiresOn: '2027-01-31' }],
    ['/$$527031LQ20', { lot: 'LQ20', expiresOn: '2027-01-31' }],
    ['/$$62703108LQ20', { lot: 'LQ20', expiresOn: '2027-01-31' }],
    ['/$$7LQ20', { lot: 'LQ20' }],
    ['/$$8243270131LQ20', { lot: 'LQ20', expiresOn: '2027-01-31' }],
    ['/$$+3270131SN88', { serial: 'SN88', expiresOn: '2027-01-31' }],
    ['/$LQ20/SSN88/14D20270131', { lot: 'LQ20', serial: 'SN88', expiresOn: '2027-01-31' }],
    ['/$LQ20/16D20260131', { lot: 'LQ20', manufacturedOn: '2026-01-31' }],
    ['/27031LQ20', { lot: 'LQ20', expiresOn: '2027-01-31' }],
  ])('with %s behind the goods says so', (behind, said) => {
    expect(readHibc(checked(`+H77XPUMP41${behind}`))).toEqual({ product: 'PUMP4', ...said });
  });

  it('may be checked by a blank, which is lost on the way', () => {
    const lot = Array.from({ length: 99 }, (_, n) => `LQ${n}`).find((one) =>
      checked(`+H77XPUMP41/$${one}`).endsWith(' '),
    );
    const code = checked(`+H77XPUMP41/$${lot}`);
    expect(code.endsWith(' ')).toBe(true);
    for (const text of [code, code.trim(), code.trim().toLowerCase()])
      expect(readHibc(text), text).toEqual({ product: 'PUMP4', lot });
    expect(readHibc(`${code.trim()}X`)).toEqual({ fault: 'check-digit' });
  });

  it('may carry the lot alone', () => {
    expect(readHibc(checked('+$$3270131LQ20G'))).toEqual({ lot: 'LQ20', expiresOn: '2027-01-31' });
    expect(readHibc(checked('+$LQ20G'))).toEqual({ lot: 'LQ20' });
  });

  it('is read with Caps Lock on, and told when it was read wrong', () => {
    expect(readHibc(checked('+H77XPUMP41/$LQ20').toLowerCase())).toEqual({ product: 'PUMP4', lot: 'LQ20' });
    expect(readHibc('+A123BJC5D6E71H')).toEqual({ fault: 'check-digit' });
    for (const text of ['A123BJC5D6E71G', '+49 30 1234', '+', '+A1', 'LQ-20'])
      expect(readHibc(text), text).toBeUndefined();
  });
});
