import { describe, expect, it } from 'vitest';
import { otherReadings, readGs1 } from '#shared/kernel/gs1.ts';

const read = (text: string) => readGs1(text, 2026);
const [gs, rs, eot] = ['\u001d', '\u001e', '\u0004'];

describe('several data in an envelope', () => {
  it.each([
    [`PPX-40${gs}1TLQ-20${gs}SSN88${gs}Q12`, { products: ['PX-40'], lot: 'LQ-20', serial: 'SN88' }],
    [`1PPX-40${gs}PC-77${gs}1TLQ-20`, { products: ['PX-40', 'C-77'], lot: 'LQ-20' }],
    [`30PPX-40${gs}TLQ-20`, { products: ['PX-40'], lot: 'LQ-20' }],
    [`TOURS${gs}1TLQ-20`, { lot: 'LQ-20' }],
    [
      `KPO-5${gs}1TLQ-20${gs}14D20270131${gs}16D20260131`,
      {
        order: 'PO-5',
        lot: 'LQ-20',
        expiresOn: '2027-01-31',
        manufacturedOn: '2026-01-31',
      },
    ],
    [`8P09501101530003${gs}1TLQ-20`, { gtin: '09501101530003', lot: 'LQ-20' }],
    [`9N110375286414${gs}1TLQ-20${gs}D270131`, { products: ['110375286414'], lot: 'LQ-20' }],
    [`1tLQ-20${gs}5DANY`, { lot: 'LQ-20' }],
    [`1TLQ-20${gs}1TLQ-21`, { fault: 'twice' }],
    [`1TLQ-20${gs}?`, { lot: 'LQ-20', fault: 'unknown-part' }],
  ])('%j says %o', (body, said) => expect(read(`[)>${rs}06${gs}${body}${rs}${eot}`)).toEqual(said));

  it('may be those of GS1', () => {
    expect(read(`[)>${rs}05${gs}010950110153000310LQ-20${gs}21SN88${rs}${eot}`)).toEqual({
      gtin: '09501101530003',
      lot: 'LQ-20',
      serial: 'SN88',
    });
    expect(read(`[)>${rs}12${gs}SER SN88${rs}${eot}`)).toEqual({ fault: 'unknown-part' });
    for (const text of ['[)>', '[)', '[)>LQ-20']) expect(read(text), text).toBeUndefined();
  });

  it.each([
    '[)>{RS}06{GS}PPX-40{GS}1TLQ-20{RS}{EOT}',
    '[)><RS>06<GS>PPX-40<GS>1TLQ-20<RS><EOT>',
    '[)>^^06^]PPX-40^]1TLQ-20^^^D',
    '[)>\\x1e06\\x1dPPX-40\\x1d1TLQ-20\\x1e\\x04',
    '[)>\\R06\\GPPX-40\\G1TLQ-20\\R\\E',
    '[)>&#30;06&#29;PPX-40&#29;1TLQ-20&#30;&#4;',
    '[)>␞06␝PPX-40␝1TLQ-20␞␄',
    '[)>~d03006~d029PPX-40~d0291TLQ-20~d030~d004',
    '[)>|06|PPX-40|1TLQ-20|',
    `[)>06${gs}PPX-40${gs}1TLQ-20`,
    `]d1[)>${rs}06${gs}PPX-40${gs}1TLQ-20${rs}`,
  ])('is parted however its signs are written: %s', (text) =>
    expect(read(text)).toEqual({ products: ['PX-40'], lot: 'LQ-20' }),
  );

  it('without its signs says so, and each way to part it is one that may be right', () => {
    const text = '[)>06PPX-401TLQ-20Q12';
    expect(read(text)).toEqual({ fault: 'separator' });
    const ways = otherReadings(text, 2026);
    expect(ways).toContainEqual({ products: ['PX-40'], lot: 'LQ-20', fault: 'separator' });
    expect(ways.length).toBeLessThan(100);
    expect(otherReadings(`[)>${rs}06${gs}PPX-40`, 2026)).toEqual([]);
    expect(otherReadings(`[)>06P${'S1T'.repeat(60)}`, 2026).length).toBeLessThan(100);
  });
});
