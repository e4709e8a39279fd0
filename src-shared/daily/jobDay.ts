import type { PlainDate } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { JobMode } from './vocabulary.ts';

/** The day it is for the daily job; `lastDay` is the last one nobody doubts. */
export type JobDay = { mode: JobMode; day: PlainDate; lastDay: PlainDate };

/** Why the daily job does nothing; undefined where it does. */
export function whyItWaits({ mode, day, lastDay }: JobDay): LotlineError | undefined {
  switch (mode) {
    case 'on':
      return undefined;
    case 'off':
      return new LotlineError(
        'STATUS_FORBIDS',
        msg`The daily job is switched off here: another system decides on statuses. The settings of the site switch it on.`,
      );
    case 'asks':
      return new LotlineError(
        'FUTURE_DATE',
        msg`The clock says ${day}, and nothing was recorded for long after ${lastDay}. Confirm the date under “What falls due”, or name it with lotline daily --as-of.`,
        { field: 'asOf' },
      );
  }
}
