import { describe, expect, it } from 'vitest';
import { sentByScanner } from '#shared/kernel/keyboards.ts';

describe('a scanner that writes for an American keyboard', () => {
  it.each([
    ['on a German one', 'LQß20815', 'LQ-20815'],
    ['on a German one with letters exchanged', 'ZYßz0815', 'YZ-y0815'],
    ['on a German one, a barcode', '+C1010950110153000310LQß1', ']C1010950110153000310LQ-1'],
    ['on a German one, brackets', ')01=09501101530003)10=A-7', '(01)09501101530003(10)A/7'],
    ['on a German one, a link', 'httpsÖ--id.gs1.org-01-09501101530003', 'https://id.gs1.org/01/09501101530003'],
    ['on a French one', 'LA)éà_&(', 'LQ-20815'],
    ['on a French one, figures alone', '&é"\'(-è_çà', '1234567890'],
  ])('%s: %s was %s', (_, written, meant) => expect(sentByScanner(written)).toEqual([meant]));

  it('is not suspected where nothing tells so', () => {
    for (const text of ['LQ-20815', 'ZY 7', "O'Hara & Söhne-2", 'D(7)', 'A_B', 'Café', '', '30x(40)'])
      expect(
        sentByScanner(text).filter((meant) => /\d/.test(meant) && !/\d/.test(text)),
        text,
      ).toEqual([]);
    for (const text of ['LQ-20815', 'ZY 7', 'D(7)', 'A_B', "O'Hara", '']) expect(sentByScanner(text), text).toEqual([]);
  });
});
