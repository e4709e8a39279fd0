import { field, internal, record, type ValuesOf } from '#shared/kernel/record.ts';
import type { LabelKind, LabelSize, LabelSymbol, TagState } from './vocabulary.ts';

/** Labels of one lot or serial that were printed at once, all alike. */
export const labelPrintRecord = record({
  name: 'label_print',
  key: ['product', 'number'],
  fields: {
    product: field.code(),
    /** L-1, L-2 …: counted in the store, never given again. */
    number: field.code(),
    /** The number of the first that was printed together with this one. */
    act: field.code(),
    lot: field.code(),
    sublot: field.code(),
    serial: field.code(),
    kind: field.choice<LabelKind>('labels.kinds'),
    /** Of a status tag; "" else. */
    state: field.choice<TagState | ''>('labels.states'),
    size: field.choice<LabelSize>('labels.sizes'),
    symbol: field.choice<LabelSymbol>('labels.symbols'),
    /** What the barcode says, as people read it; "" for none. */
    says: field.code(),
    /** As it stands on the label; "" for none. */
    quantity: field.code(),
    copies: field.number(),
    /** Labels of the same goods and kind are counted on. */
    firstCopy: field.number(),
    reason: field.text(),
    person: field.code(),
    personName: internal(field.text()),
    printedAt: field.moment(),
  },
});
export type LabelPrintValues = ValuesOf<typeof labelPrintRecord>;

/** What became of the labels of a lot, or of a serial without one: the last count. */
export const labelCountRecord = record({
  name: 'label_count',
  key: ['product', 'lot', 'sublot', 'serial'],
  fields: {
    product: field.code(),
    lot: field.code(),
    sublot: field.code(),
    serial: field.code(),
    used: field.number(),
    destroyed: field.number(),
    note: field.text(),
    person: field.code(),
    personName: internal(field.text()),
    countedAt: field.moment(),
  },
});
export type LabelCountValues = ValuesOf<typeof labelCountRecord>;
