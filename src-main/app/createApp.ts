import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import type { Asking, Handlers, HostName } from '#main/context/context.ts';
import { auditQueries } from '#main/features/audit/audit.queries.ts';
import { verifyInWorker } from '#main/features/audit/verifyInWorker.ts';
import { dossierQueries } from '#main/features/dossier/dossier.queries.ts';
import { exchangeCommands } from '#main/features/exchange/exchange.commands.ts';
import { exchangeQueries } from '#main/features/exchange/exchange.queries.ts';
import { UploadStage } from '#main/features/exchange/uploads.ts';
import { jobQueries } from '#main/features/jobs/jobs.queries.ts';
import { lotQueries } from '#main/features/lots/lots.queries.ts';
import { movementCommands } from '#main/features/movements/movements.commands.ts';
import { movementQueries } from '#main/features/movements/movements.queries.ts';
import { partnerQueries } from '#main/features/partners/partners.queries.ts';
import { peopleCommands } from '#main/features/people/people.commands.ts';
import { peopleQueries } from '#main/features/people/people.queries.ts';
import { productQueries } from '#main/features/products/products.queries.ts';
import { recallQueries } from '#main/features/recalls/recalls.queries.ts';
import { OutboxFolder } from '#main/features/reports/outbox.ts';
import { reportCommands } from '#main/features/reports/reports.commands.ts';
import { reportQueries } from '#main/features/reports/reports.queries.ts';
import { serialQueries } from '#main/features/serials/serials.queries.ts';
import { traceQueries } from '#main/features/trace/trace.queries.ts';
import { openStore, type OpenStore, type Store } from '#main/store/store.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { Bus, type Call } from './bus.ts';
import { type Clock, systemClock } from './clock.ts';
import { entities } from './entities.ts';
import { Jobs } from './jobs.ts';
import { logError } from './log.ts';
import { TraceKeeper } from './traceKeeper.ts';
import { appVersion } from './version.ts';

const handlers: Handlers = {
  jobs: jobQueries,
  people: { ...peopleCommands, ...peopleQueries },
  audit: auditQueries,
  products: productQueries,
  partners: partnerQueries,
  lots: lotQueries,
  serials: serialQueries,
  movements: { ...movementCommands, ...movementQueries },
  trace: traceQueries,
  recalls: recallQueries,
  reports: { ...reportCommands, ...reportQueries },
  exchange: { ...exchangeCommands, ...exchangeQueries },
  dossier: dossierQueries,
};

export type AppOptions = {
  file: string;
  mode: OpenStore['mode'];
  host: HostName;
  clock?: Clock;
  newId?: () => string;
};

/** Lotline without a host: everything a host needs to serve people. */
export type App = {
  store: Store;
  jobs: Jobs;
  uploads: UploadStage;
  outbox: OutboxFolder;
  /** Who asks through this host: until people are set up, the owner of the file. */
  open(session?: { readsPaths?: boolean }): Asking;
  /** Runs one operation of the contract; throws LotlineError and nothing else. */
  call(asking: Asking, call: Call): Promise<unknown>;
  close(): Promise<void>;
};

/** Opens the store and puts everything together. Throws the gate's codes and STORE_BUSY. */
export async function createApp(options: AppOptions): Promise<App> {
  const clock = options.clock ?? systemClock;
  const newId = options.newId ?? randomUUID;
  const person = userInfo().username;
  const workstation = hostname();
  const since = formatMoment(clock.now());
  const store = await openStore({
    file: options.file,
    mode: options.mode,
    entities,
    holder: { person, workstation, host: options.host, pid: process.pid, since },
    now: clock.now(),
    newId,
  });
  const jobs = new Jobs();
  const uploads = new UploadStage({ newId });
  const outbox = new OutboxFolder({ newId });
  const keeper = new TraceKeeper(store);
  const bus = new Bus({
    store,
    handlers,
    clock,
    jobs,
    uploads,
    outbox,
    appVersion,
    trace: () => keeper.index(),
    committed: () => keeper.committed(),
    log: logError,
  });
  const check = checkAfterUncleanExit(store, jobs);
  return {
    store,
    jobs,
    uploads,
    outbox,
    open: (session = {}) => ({
      person: { id: person, name: person },
      role: 'owner',
      session: newId(),
      host: options.host,
      workstation,
      readsPaths: session.readsPaths ?? options.host !== 'http',
    }),
    call: (asking, call) => bus.call(asking, call),
    async close() {
      jobs.cancel(startUpCheck);
      await check;
      await keeper.close();
      await uploads.close();
      await outbox.close();
      await store.close();
    },
  };
}

const startUpCheck = 'start-up-check';

/**
 * After an unclean end everything is verified in the background, while people work; a store that does not
 * hold is only read from then on. On a large store this takes a while, so nobody waits for it.
 */
async function checkAfterUncleanExit(store: Store, jobs: Jobs): Promise<void> {
  if (store.cleanExit || store.readOnly !== '') return;
  try {
    const { ok, problems } = await jobs.run(startUpCheck, 'audit.verify', (job) => verifyInWorker(store.file, job));
    if (!ok)
      store.freeze(
        `The store was damaged when Lotline last ended: ${problems[0]?.message ?? ''} It is open for reading only; restore a backup.`,
      );
  } catch (error) {
    if (!isLotlineError(error)) logError(error, 'audit.verify');
  }
}
