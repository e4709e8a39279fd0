import type { z } from 'zod';
import type { ReportBody } from '#shared/kernel/reportModel.ts';
import type { Report, ReportHead, ReportView } from './context.ts';

/** Declares a report of a feature: what it asks, and how it is made. Its feature lists it under `reports`. */
export const defineReport = <S extends z.ZodObject>(
  declared: ReportHead & {
    parameters: S;
    make(parameters: z.output<S>, view: ReportView): Promise<ReportBody>;
  },
): Report => ({
  formats: ['pdf', 'xlsx', 'csv'],
  screen: '',
  comesFrom: '/import',
  ...declared,
  // The catalogue hands over what this very schema read.
  make: (parameters, view) => declared.make(parameters as z.output<S>, view),
});
