import { z } from 'zod';
import { listRow } from '#shared/kernel/defineList.ts';
import { listInput } from '#shared/kernel/list.ts';
import { freeText, message, storedCode } from '#shared/kernel/fields.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageOf } from '#shared/kernel/page.ts';
import { awayKinds, locationKinds, locationList } from './vocabulary.ts';

const location = { code: storedCode, name: freeText, site: storedCode, kind: z.enum(locationKinds) };
/** 0 for one that is made. */
const version = z.number().int().min(0);

export const locations = {
  /** A location as it is recorded, and the version that is. */
  get: query({
    permission: 'look',
    reads: ['place'],
    input: z.object({ code: storedCode }).strict(),
    output: z.object({ ...location, code: z.string(), name: z.string(), site: z.string(), version }),
  }),
  /** Makes a location, or changes the one that was opened. What it is called by stays. */
  save: command({
    permission: 'masterData',
    reason: true,
    input: z.object({ ...location, version }).strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']), version, findings: z.array(message) }),
  }),
  /** The sites that locations belong to, by name, and how many locations each has. */
  listSites: query({
    permission: 'look',
    reads: ['place'],
    input: z.object({}).strict(),
    output: z.object({ sites: z.array(z.object({ name: z.string(), locations: z.int() })) }),
  }),
  /** The locations that are not in the plant, and what they are. */
  listAway: query({
    permission: 'look',
    reads: ['place'],
    input: z.object({}).strict(),
    output: z.object({ locations: z.array(z.object({ code: z.string(), kind: z.enum(awayKinds) })) }),
  }),
  /** The list of locations, with what lies there. */
  listWithStock: query({
    permission: 'look',
    reads: ['product', 'place', 'lot', 'serial_link', 'status_decision', 'movement'],
    input: listInput(locationList),
    output: pageOf(listRow(locationList)),
  }),
};
