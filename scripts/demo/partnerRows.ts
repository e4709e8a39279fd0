import type { Row } from './plantBook.ts';

/**
 * Fictional partners. Telephone numbers lie in the ranges that the regulators keep free for films and books,
 * e-mail addresses end in .example (RFC 2606), GLNs and GTINs use the GS1 prefix for examples, 952.
 */
export type PartnerNotes = [code: string, name: string, country: string, address: string, phone: string];

export function partnerRows(kind: 'supplier' | 'customer', notes: readonly PartnerNotes[], firstGln: number): Row[] {
  return notes.map(([code, name, country, address, phone], index) => ({
    code,
    name,
    kind,
    country,
    email: `${kind === 'supplier' ? 'quality' : 'recall'}@${mailName(name)}.example`,
    address,
    phone,
    gln: withCheckDigit(`9521987${String(firstGln + index).padStart(5, '0')}`),
  }));
}

/** A GTIN of 14 digits of a maker (5 digits) and item number. */
export const exampleGtin = (maker: string, item: number): string =>
  withCheckDigit(`0952${maker}${String(item).padStart(4, '0')}`);

/** Appends the GS1 check digit (General Specifications, section 7.9): weights 3 and 1 from the right. */
export function withCheckDigit(digits: string): string {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return digits + String((10 - (sum % 10)) % 10);
}

const mailName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
