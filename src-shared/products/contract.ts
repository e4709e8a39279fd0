import { z } from 'zod';
import { query } from '#shared/kernel/operation.ts';
import { pageInput, pageOf } from '#shared/kernel/page.ts';
import { lotTrackings, serialTrackings, traceDetails } from './vocabulary.ts';

export const product = z.object({
  code: z.string(),
  name: z.string(),
  category: z.string(),
  unit: z.string(),
  lotTracking: z.enum(lotTrackings),
  serialTracking: z.enum(serialTrackings),
  traceDetail: z.enum(traceDetails),
  stockManaged: z.boolean(),
});

export const products = {
  list: query({
    permission: 'look',
    input: pageInput.extend({ search: z.string().default('') }).strict(),
    output: pageOf(product),
  }),
};
