import { describe, expect, it } from 'vitest';
import { passphraseSecrets } from '#main/store/siteKey.ts';

const secret = Buffer.from('the private part');

describe('what a passphrase seals', () => {
  it('is opened with the work that stands beside it, whatever is usual now', () => {
    const sealed = passphraseSecrets('open words', 4).seal(secret);
    expect(sealed).toMatch(/^4\./);
    expect(passphraseSecrets('open words').open(sealed)).toEqual(secret);
    expect(() => passphraseSecrets('other words').open(sealed)).toThrow();
  });

  it('is opened as it was sealed before the work was written down', () => {
    const [, ...before] = passphraseSecrets('open words').seal(secret).split('.');
    expect(before).toHaveLength(4);
    expect(passphraseSecrets('open words', 4).open(before.join('.'))).toEqual(secret);
  });

  it.each(['21', '0', '-4', '4.5', 'x', ''])('is not tried with the work %j', (cost) => {
    const [, ...rest] = passphraseSecrets('open words', 4).seal(secret).split('.');
    expect(() => passphraseSecrets('open words').open([cost, ...rest].join('.'))).toThrow(/not sealed/);
  });
});
