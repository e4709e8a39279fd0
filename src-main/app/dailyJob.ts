import { demoOf } from '#main/features/security/identity.queries.ts';
import type { Store } from '#main/store/store.ts';
import { RecordTampered } from '#main/store/vouchedRecords.ts';
import type { Outputs } from '#shared/contract.ts';
import { dateOf, type PlainDate } from '#shared/kernel/dates.ts';
import { whyItWaits } from '#shared/daily/jobDay.ts';
import { isLotlineError, type LotlineError } from '#shared/kernel/errors.ts';
import { longestPage } from '#shared/kernel/page.ts';
import type { Clock } from './clock.ts';
import { newCommandId } from './bus.ts';
import type { Call } from './pipeline/call.ts';
import type { Program, Session } from './session.ts';

/** How the trail calls it; no person has such a user name. */
export const dailyProgram: Program = { id: 'daily job', name: 'Daily job', permissions: ['look', 'status'] };

type Due = Outputs['daily']['due'];
type Ask = (operation: string, input: unknown, commandId?: string) => Promise<unknown>;

/** What became of the lots that were due on a day. */
export type DailyRun = {
  asOf: PlainDate;
  /** Whether that day is still to come, so that nothing was done. */
  isAhead: boolean;
  lots: Due['rows'];
  refused: { product: string; lot: string; error: LotlineError }[];
};

/**
 * Does what is due on a day, lot by lot: each is an entry of its own, so that a run that was cut off is gone on with by
 * the next one, and what one lot is refused for stops no other.
 */
export async function runDaily(
  ask: Ask,
  asOf: PlainDate | undefined,
  goesOn: () => boolean = () => true,
): Promise<DailyRun> {
  const asked = asOf === undefined ? {} : { asOf };
  // The bus checked the replies against the contract.
  const state = (await ask('daily.state', {})) as Outputs['daily']['state'];
  const isDone = asOf === undefined || asOf <= state.day;
  // Whoever names a day that has come says so.
  if (state.mode === 'asks' && asOf !== undefined && isDone && asOf > state.lastDay)
    await ask('daily.confirmDay', { day: asOf }, newCommandId());
  else {
    const waits = whyItWaits(state);
    if (waits !== undefined && isDone && (asOf === undefined || state.mode === 'off')) throw waits;
  }
  const due: Due['rows'] = [];
  let page: Due;
  do {
    // As above.
    page = (await ask('daily.due', { ...asked, offset: due.length, limit: longestPage })) as Due;
    due.push(...page.rows);
  } while (page.rows.length > 0 && due.length < page.total);
  const run: DailyRun = { asOf: page.asOf, isAhead: page.isAhead, lots: page.isAhead ? due : [], refused: [] };
  if (page.isAhead) return run;
  for (const one of due) {
    if (!goesOn()) break;
    const { product, lot } = one;
    try {
      await ask('daily.moveLot', { product, lot, asOf: page.asOf }, newCommandId());
      run.lots.push(one);
    } catch (error) {
      if (!isLotlineError(error)) throw error;
      run.refused.push({ product, lot, error });
    }
  }
  // What was moved by now lies there no more.
  await openDue(ask, page.asOf, goesOn);
  return run;
}

/** Opens the inspections that lots in stock are due for by time, lot by lot as well; what is refused stands in the trail. */
async function openDue(ask: Ask, asOf: PlainDate, goesOn: () => boolean): Promise<void> {
  const due: { product: string; lot: string }[] = [];
  let page: Outputs['inspections']['due'];
  do {
    // The bus checked the replies against the contract.
    page = (await ask('inspections.due', { asOf, offset: due.length, limit: longestPage })) as typeof page;
    due.push(...page.rows);
  } while (page.rows.length > 0 && due.length < page.total);
  const lots = new Map(due.map(({ product, lot }) => [JSON.stringify([product, lot]), { product, lot, asOf }]));
  for (const one of lots.values()) {
    if (!goesOn()) return;
    try {
      await ask('inspections.openDue', one, newCommandId());
    } catch (error) {
      if (!isLotlineError(error)) throw error;
    }
  }
}

type Parts = {
  store: Pick<Store, 'readOnly' | 'reader' | 'freeze'>;
  clock: Clock;
  /** A way in for the program itself. */
  open: () => Session;
  call: (session: Session, call: Call) => Promise<unknown>;
  log: (error: unknown, operation: string) => void;
};

const everyMs = 60_000;
/** Whoever came to look has the disk for themselves so long, as with the check of the file. */
const beginsAfterMs = 3000;

/** The daily job: looks at its start, and then at each new day as long as the program runs. Days that were missed are made up for. */
export class DailyJob {
  readonly #parts: Parts;
  #done: PlainDate = '';
  #begin: NodeJS.Timeout | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    this.#begin = setTimeout(() => void this.look(), beginsAfterMs).unref();
    this.#timer = setInterval(() => void this.look(), everyMs).unref();
  }

  /** Does what is due today, unless that was done already; the next look waits for this one. */
  look(): Promise<void> {
    this.#running = this.#running.then(() => this.#look());
    return this.#running;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#begin);
    clearInterval(this.#timer);
    await this.#running;
  }

  async #look(): Promise<void> {
    const { store, clock, open, call, log } = this.#parts;
    const now = clock.now();
    const today = dateOf(now, clock.offsetMinutes(now));
    if (this.#isClosed || store.readOnly !== '' || today === this.#done) return;
    try {
      // A demo is there to be looked at as it is; whoever asks has it done.
      if (demoOf(store.reader().db) !== '') return;
      const session = open();
      const ask: Ask = (operation, input, commandId) => call(session, { operation, input, commandId });
      await runDaily(ask, undefined, () => !this.#isClosed && store.readOnly === '');
      if (!this.#isClosed) this.#done = today;
    } catch (error) {
      if (error instanceof RecordTampered) store.freeze(error.text);
      // A refusal stands in the trail; a store that does not hold is told of where it was opened.
      else if (!isLotlineError(error)) log(error, 'daily.moveLot');
    }
  }
}
