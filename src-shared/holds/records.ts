import { field, optional, record, type ValuesOf } from '#shared/kernel/record.ts';

/**
 * A hold freezes goods on top of their status. What it says of them narrows it down, and blanks mean any; it moves
 * nothing and changes no status, so that lifting it leaves what was there before.
 */
export const holdRecord = record({
  name: 'hold',
  key: ['number'],
  openSignatures: true,
  fields: {
    /** H-1, H-2 …: counted in the store, never given again. */
    number: field.code(),
    /** The number of the first hold that was set and signed together with this one. */
    act: field.code(),
    product: field.code(),
    lot: field.code(),
    sublot: field.code(),
    serialFrom: field.code(),
    /** "" where one serial is meant. */
    serialTo: field.code(),
    supplier: field.code(),
    /** The work order that made them. */
    workOrder: field.code(),
    location: field.code(),
    /** The days on which they came into the plant or were made there, both included. */
    receivedFrom: optional(field.date()),
    receivedTo: optional(field.date()),
    reason: field.text(),
    setAt: field.moment(),
    /** Null while it holds. */
    liftedAt: optional(field.moment()),
    liftReason: field.text(),
  },
});
export type HoldValues = ValuesOf<typeof holdRecord>;
