import { describe, expect, it } from 'vitest';
import { bestOf, closenessTo, rankOf } from '#shared/dossier/closeness.ts';
import { type Closeness, closenesses } from '#shared/dossier/vocabulary.ts';

describe('how a typed text fits a record', () => {
  it.each([
    ['QR-7703', { code: 'QR-7703' }, 'exact'],
    ['qr-7703', { code: 'QR-7703' }, 'folded'],
    ['QR-٧٧٠٣', { code: 'QR-7703' }, 'folded'],
    ['QR7703', { code: 'QR-7703' }, 'loose'],
    ['qr_77/03', { code: 'QR-7703' }, 'loose'],
    ['Ruehr-7', { code: 'RÜHR-7' }, 'umlauts'],
    ['RÜHR-7', { code: 'Ruehr-7' }, 'umlauts'],
    ['ruehr7', { code: 'RÜHR-7' }, 'umlautsLoosely'],
    ['ruehr7', { code: 'RÜHR-70' }, 'beginsLoosely'],
    ['BLUE-7', { code: 'BLU-7' }, 'withinLoosely'],
    ['Suess & Baeuerle', { code: 'P-1', name: 'Süß & Bäuerle' }, 'umlauts'],
    ['QR-7', { code: 'QR-7703' }, 'begins'],
    ['qr77', { code: 'QR-7703' }, 'beginsLoosely'],
    ['770', { code: 'QR-7703' }, 'within'],
    ['r77', { code: 'QR-7703' }, 'withinLoosely'],
    ['Muster', { code: 'P-1', name: 'Muster' }, 'exact'],
    ['MUSTER', { code: 'P-1', name: 'Müster' }, 'folded'],
    ['must', { code: 'P-1', name: 'Muster' }, 'nameBegins'],
    ['must', { code: 'MUST-1', name: 'Muster' }, 'begins'],
    ['uste', { code: 'P-1', name: 'Muster' }, 'within'],
  ] as const)('%s, of %j, as %s', (typed, record, closeness) => expect(closenessTo(typed, record)).toBe(closeness));

  it('is better with other umlauts than with more behind', () => {
    const codes = ['FLOEZ-70', 'FLOZ-7', 'Flöz7', 'FLÖZ-7'];
    const sorted = codes.toSorted(
      (a, b) => rankOf(closenessTo('FLOEZ-7', { code: a })) - rankOf(closenessTo('FLOEZ-7', { code: b })),
    );
    expect(sorted).toEqual(['FLÖZ-7', 'Flöz7', 'FLOEZ-70', 'FLOZ-7']);
  });

  it('is better the less has to be passed over', () => {
    const typed = 'VB4410';
    const codes = ['XVB4410', 'VB-4410-2', 'VB4410-2', 'VB-4410', 'vb4410', 'VB4410', 'X-VB-4410'];
    const sorted = codes.toSorted(
      (a, b) => rankOf(closenessTo(typed, { code: a })) - rankOf(closenessTo(typed, { code: b })),
    );
    expect(sorted).toEqual(['VB4410', 'vb4410', 'VB-4410', 'VB4410-2', 'VB-4410-2', 'XVB4410', 'X-VB-4410']);
  });
});

describe('the record that a text leads to', () => {
  const hit = (label: string, closeness: Closeness, bears: string | null = null) => ({ label, closeness, bears });
  const led = (...hits: ReturnType<typeof hit>[]) => bestOf(hits)?.label;

  it('is the one that it names best, whatever else it is a part of', () => {
    expect(led(hit('A', 'exact'), hit('B', 'folded'), hit('C', 'begins'))).toBe('A');
    expect(led(hit('B', 'begins'), hit('A', 'folded'), hit('C', 'loose'))).toBe('A');
    expect(led(hit('A', 'loose'), hit('B', 'begins'), hit('C', 'within'))).toBe('A');
  });

  it('is the only one that was found, however', () => {
    for (const closeness of closenesses) expect(led(hit('A', closeness))).toBe('A');
    expect(led()).toBeUndefined();
  });

  it('is not known where several are named as well, or none is', () => {
    expect(led(hit('A', 'exact'), hit('B', 'exact'), hit('C', 'folded'))).toBeUndefined();
    expect(led(hit('A', 'begins'), hit('B', 'within'))).toBeUndefined();
  });

  it('is the one whose own number it is, before those that bear it', () => {
    expect(led(hit('A', 'exact', 'lot'), hit('B', 'exact'), hit('C', 'exact', 'lot'))).toBe('B');
    expect(led(hit('A', 'exact', 'lot'), hit('B', 'exact', 'lot'))).toBeUndefined();
    expect(led(hit('A', 'exact', 'lot'), hit('B', 'folded'))).toBe('A');
  });
});
