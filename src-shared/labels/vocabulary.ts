import { z } from 'zod';
import { defineList } from '#shared/kernel/defineList.ts';
import type { Unit } from '#shared/kernel/unit.ts';

/** What a label is for: goods, a device by its UDI, or the status that goods are in. */
export const labelKinds = ['goods', 'udi', 'status'] as const;
export type LabelKind = (typeof labelKinds)[number];

export const labelSymbols = ['datamatrix', 'gs1-128'] as const;
export type LabelSymbol = (typeof labelSymbols)[number];

/** What a status tag says: a status by its letter, or that the goods are on hold. */
export const tagStates = ['Q', 'A', 'R', 'hold'] as const;
export type TagState = (typeof tagStates)[number];

/** Labels of a roll, each a page of its own, and those of an A4 sheet; in millimetres. */
export const labelSizes = ['50x25', '100x50', '100x150', 'a4-3x8'] as const;
export type LabelSize = (typeof labelSizes)[number];

/** So many lots or serials are labelled at once, each with so many copies, and so many labels in all. */
export const mostUnits = 500;
export const mostCopies = 1_000;
export const mostLabels = 2_000;

/** So many places a sheet has. */
export const placesOfSheet = 24;

const length = z.number();
const corner = { x: length, y: length };
const box = { ...corner, width: length, height: length };
const colour = z.string();
/** A part of a label: lengths are points, from the upper left corner; texts stand on their `y`. */
export const labelShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    ...corner,
    size: length,
    width: length,
    face: z.enum(['text', 'strong', 'code', 'codeStrong']),
    colour,
  }),
  z.object({ kind: z.literal('box'), ...box, colour }),
  z.object({ kind: z.literal('line'), points: z.array(z.tuple([length, length])), width: length, colour }),
  /** The dark parts of a barcode, each with its corner, width and height, and what it says. */
  z.object({
    kind: z.literal('symbol'),
    says: z.string(),
    ...box,
    bars: z.array(z.tuple([length, length, length, length])),
  }),
]);
export type LabelShape = z.infer<typeof labelShape>;
export const labelDrawing = z.object({ width: length, height: length, shapes: z.array(labelShape) });
export type LabelDrawing = z.infer<typeof labelDrawing>;

/** Labels that were printed, as lists show them. */
export const listedPrint = z.object({
  number: z.string(),
  kind: z.enum(labelKinds),
  /** Of a status tag; "" else. */
  state: z.union([z.literal(''), z.enum(tagStates)]),
  product: z.string(),
  lot: z.string(),
  sublot: z.string(),
  serial: z.string(),
  size: z.enum(labelSizes),
  symbol: z.enum(labelSymbols),
  /** What the barcode says, as people read it. */
  says: z.string(),
  copies: z.number().int(),
  /** The number of the first of them: labels of the same goods are counted on. */
  firstCopy: z.number().int(),
  /** Why they were printed once more; "" the first time. */
  reason: z.string(),
  act: z.string(),
  printedAt: z.string(),
  printedBy: z.string(),
});
export type ListedPrint = z.infer<typeof listedPrint>;

const unitOf = ({ product, lot, sublot, serial }: ListedPrint): Unit => ({ product, lot, sublot, serial });
/** The numbers of the copies: one, or the first and the last. */
export const copyNumbers = ({ firstCopy, copies }: Pick<ListedPrint, 'firstCopy' | 'copies'>): string =>
  copies === 1 ? String(firstCopy) : `${firstCopy} – ${firstCopy + copies - 1}`;

/** The list of printed labels. Without a sort, what was printed last comes first. */
export const labelList = defineList({
  name: 'labels',
  texts: 'labels.list',
  row: listedPrint,
  cells: {
    number: { kind: 'code', header: 'labels.number', sorts: true, filters: true, width: 90 },
    kind: {
      kind: 'choice',
      header: 'labels.kind',
      values: labelKinds,
      said: 'labels.kinds',
      filters: true,
      width: 130,
    },
    state: {
      kind: 'choice',
      header: 'labels.state',
      values: tagStates,
      said: 'labels.states',
      extra: true,
      filters: true,
      width: 130,
    },
    product: { kind: 'code', header: 'fields.product', page: 'product', sorts: true, filters: true },
    goods: { kind: 'unit', header: 'labels.goods', of: unitOf, width: 190 },
    copies: { kind: 'integer', header: 'labels.copies', sorts: true, width: 90 },
    copyNumbers: { kind: 'text', header: 'labels.copyNumbers', of: copyNumbers, width: 110 },
    reason: { kind: 'text', header: 'audit.fields.reason', filters: true, width: 220 },
    printedBy: { kind: 'text', header: 'labels.printedBy', filters: true, width: 150 },
    printedAt: { kind: 'moment', header: 'labels.printedAt', sorts: true, filters: true, width: 190 },
    size: {
      kind: 'choice',
      header: 'labels.size',
      values: labelSizes,
      said: 'labels.sizes',
      extra: true,
      filters: true,
      width: 160,
    },
    symbol: {
      kind: 'choice',
      header: 'labels.symbol',
      values: labelSymbols,
      said: 'labels.symbols',
      extra: true,
      filters: true,
      width: 130,
    },
    says: { kind: 'text', header: 'labels.says', extra: true, width: 320 },
    act: { kind: 'code', header: 'labels.act', extra: true, filters: true, width: 100 },
  },
});
