import { z } from 'zod';
import { defineList } from '#shared/kernel/defineList.ts';
import {
  freeText,
  optionalStoredCode,
  plainDateText,
  positiveQuantityText,
  statusText,
} from '#shared/kernel/fields.ts';

/** What a sample is drawn for: to be used up in a test, to be looked at and brought back, or to be kept. */
export const sampleKinds = ['used', 'lent', 'retained'] as const;
export type SampleKind = (typeof sampleKinds)[number];

/** Where it got to: used up, out to be looked at, kept, brought back, or destroyed. */
export const sampleStates = ['used', 'out', 'kept', 'returned', 'destroyed'] as const;
export type SampleState = (typeof sampleStates)[number];

/** In which state a sample begins. */
export const firstStateOf = { used: 'used', lent: 'out', retained: 'kept' } as const satisfies Record<
  SampleKind,
  SampleState
>;

/** The register of samples and retains, the one drawn last first. */
export const sampleList = defineList({
  name: 'samples',
  texts: 'inspections.drawnSamples.list',
  cells: {
    sample: { kind: 'code', header: 'inspections.drawnSamples.sample', page: 'document', filters: true, width: 120 },
    sampleState: {
      ...{ kind: 'choice', header: 'inspections.state', said: 'inspections.drawnSamples.states' },
      ...{ values: sampleStates, filters: true, width: 130 },
    },
    sampleKind: {
      ...{ kind: 'choice', header: 'inspections.drawnSamples.kind', said: 'inspections.drawnSamples.kinds' },
      ...{ values: sampleKinds, filters: true, width: 150 },
    },
    unit: { kind: 'unit', header: 'inspections.goods', width: 200 },
    product: {
      ...{ kind: 'code', header: 'fields.product', page: 'product' },
      ...{ extra: true, sorts: true, filters: true, width: 120 },
    },
    lot: { kind: 'text', header: 'fields.lot', extra: true, filters: true, width: 120 },
    quantity: { kind: 'quantity', header: 'fields.quantity', width: 120 },
    keptAt: { kind: 'code', header: 'audit.fields.keptAt', page: 'location', sorts: true, filters: true, width: 130 },
    destroyOn: { kind: 'date', header: 'audit.fields.destroyOn', sorts: true, filters: true, width: 130 },
    inspection: {
      kind: 'code',
      header: 'inspections.inspection',
      page: 'inspection',
      sorts: true,
      filters: true,
      width: 120,
    },
    drawnAt: { kind: 'moment', header: 'audit.fields.drawnAt', sorts: true, filters: true, width: 150 },
    drawnBy: { kind: 'text', header: 'audit.fields.drawnBy', extra: true, filters: true, width: 130 },
    note: { kind: 'text', header: 'inspections.work.note', extra: true, filters: true, width: 220 },
  },
});

/** A sample on the page of its inspection. */
export const sampleShown = z.object({
  sampleNumber: z.number().int(),
  document: z.string(),
  movement: z.number().int(),
  sampleKind: z.enum(sampleKinds),
  sampleState: z.enum(sampleStates),
  serial: z.string(),
  quantity: z.string(),
  keptAt: z.string(),
  destroyOn: z.string(),
  note: z.string(),
  drawnBy: z.string(),
  drawnAt: z.string(),
  endedAt: z.string(),
});

/** What is said when a sample is drawn. */
export const sampleDrawn = {
  kind: z.enum(sampleKinds),
  quantity: positiveQuantityText,
  serial: optionalStoredCode.default(''),
  /** "" for where the inspection found the goods, and the status they are inspected in. */
  location: optionalStoredCode.default(''),
  status: z.union([z.literal(''), statusText]).default(''),
  keptAt: optionalStoredCode.default(''),
  destroyOn: z.union([z.literal(''), plainDateText]).default(''),
  note: freeText.default(''),
};
