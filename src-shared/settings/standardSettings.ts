import type { Settings } from './contract.ts';

/** What holds where a site decided nothing. */
export const standardSettings: Settings = {
  idleMinutes: 15,
  passwordDays: 90,
  passwordCost: 17,
  authorised: [],
  timeZone: '',
  dailyJob: true,
  dailyGapDays: 7,
};
