import { asGtin14, isGtin } from '#shared/kernel/gtin.ts';
import { type Message, msg } from '#shared/kernel/message.ts';

/**
 * What a label says of goods in the elements of GS1. Source: GS1 General Specifications, sections 3 (application
 * identifiers), 7.8 (how they follow each other) and 7.11 (the characters they may hold).
 */
export type LabelGoods = {
  product: string;
  /** As it is recorded, of 8 to 14 digits; "" where the product has none. */
  gtin: string;
  lot: string;
  sublot: string;
  serial: string;
  /** Plain dates; "" where none is recorded. */
  manufacturedOn: string;
  expiresOn: string;
  bestBeforeOn: string;
  useByOn: string;
};

/** An application identifier and its value. */
export type Element = readonly [identifier: string, value: string];

/** Ends a value of open length; before the first element, the symbol itself says that it is one of GS1. */
export const separator = '\u001d';

/** Those whose length every reader knows; what is none of them ends with a separator, unless it is the last. */
const fixed: Readonly<Record<string, number>> = { '01': 14, '11': 6, '15': 6, '17': 6 };
/** The most characters of the others. */
const most: Readonly<Record<string, number>> = { '10': 20, '21': 20, '240': 30 };

/** The invariant characters, 82 of them: each barcode of each printer can say them. */
const invariant = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]$/;

/** The lot as labels and barcodes name it: of a sublot with its lot, which is how scans find it. */
export const lotOnLabel = ({ lot, sublot }: Pick<LabelGoods, 'lot' | 'sublot'>): string =>
  sublot === '' ? lot : `${lot}/${sublot}`;

const dateIn = (date: string): string => date.slice(2).replaceAll('-', '');

/**
 * The elements of goods in the order they are written: those of fixed length first, so that as few separators as can be
 * are needed. For a UDI the device (01) and what of its production identifies it (17, 10, 21), and nothing else.
 */
export function elementsOf(goods: LabelGoods, isUdi = false): Element[] {
  const { gtin, product, serial, manufacturedOn, expiresOn, bestBeforeOn, useByOn } = goods;
  const lot = lotOnLabel(goods);
  const parts: Element[] = [
    ['01', gtin === '' ? '' : asGtin14(gtin)],
    ['17', dateIn(expiresOn === '' ? useByOn : expiresOn)],
    ['15', isUdi ? '' : dateIn(bestBeforeOn)],
    ['11', isUdi ? '' : dateIn(manufacturedOn)],
    ['240', gtin === '' && !isUdi ? product : ''],
    ['10', lot],
    ['21', serial],
  ];
  return parts.filter(([, value]) => value !== '');
}

/** What a symbol holds, behind the sign that it is one of GS1. */
export const elementString = (elements: readonly Element[]): string =>
  elements
    .map(([identifier, value], place) => {
      const isOpen = fixed[identifier] === undefined && place < elements.length - 1;
      return `${identifier}${value}${isOpen ? separator : ''}`;
    })
    .join('');

/** The same as people read it below the symbol. */
export const elementText = (elements: readonly Element[]): string =>
  elements.map(([identifier, value]) => `(${identifier})${value}`).join('');

/** Why goods cannot be labelled so, and what to do; undefined where they can. */
export function labelIssue(
  goods: LabelGoods,
  { isUdi = false, year }: { isUdi?: boolean; year: number },
): Message | undefined {
  const { product, gtin, lot, serial } = goods;
  if (lot === '' && serial === '') return msg`${product} is no lot and no serial. Choose one of its lots or serials.`;
  if (isUdi && gtin === '')
    return msg`${product} has no GTIN, which a UDI begins with. Enter it on the page of the product, or print the label without a UDI.`;
  if (gtin !== '' && !isGtin(gtin))
    return msg`The GTIN ${gtin} of ${product} is none: its last digit does not check the others. Correct it on the page of the product.`;
  const far = [goods.expiresOn, goods.useByOn, goods.bestBeforeOn, goods.manufacturedOn].find((date) =>
    isFar(date, year),
  );
  if (far !== undefined)
    return msg`The date ${far} is so far from now that two digits of its year would be read as of another century. Correct the dates of the lot.`;
  for (const [identifier, value] of elementsOf(goods, isUdi)) {
    const longest = most[identifier];
    if (longest !== undefined && value.length > longest)
      return msg`“${value}” has ${value.length} characters, and element (${identifier}) of a barcode has room for ${longest}. Print a status tag without a barcode, or give the goods a shorter number.`;
    const strange = [...value].find((sign) => !invariant.test(sign));
    if (strange !== undefined)
      return msg`“${value}” has the sign “${strange}”, which barcodes of GS1 do not have. Print a status tag without a barcode, or give the goods a number of the letters A to Z, digits and usual signs.`;
  }
  return undefined;
}

/** Readers take two digits for the year nearest to now. */
const isFar = (date: string, year: number): boolean => {
  const ahead = Number(date.slice(0, 4)) - year;
  return date !== '' && (ahead > 50 || ahead < -49);
};

/** The most characters that a GS1-128 holds, those between its elements counted. */
const longestLinear = 48;

/** Why elements do not fit into one linear symbol; undefined where they do. */
export const linearIssue = (elements: readonly Element[]): Message | undefined => {
  const { length } = elementString(elements);
  return length <= longestLinear
    ? undefined
    : msg`The label would say ${length} characters, and a GS1-128 has room for ${longestLinear}. Choose DataMatrix.`;
};
