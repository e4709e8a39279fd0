import { randomBytes, randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Actor, GivesWay, HostName, SetUp } from '#main/context/context.ts';
import type { Feature } from '#main/context/feature.ts';
import { anchorsNamed } from '#main/features/audit/anchorsNamed.ts';
import { verifyInWorker } from '#main/app/verifyInWorker.ts';
import { UploadStage } from '#main/features/exchange/uploads.ts';
import { readLotStock } from '#main/features/lots/lotStock.queries.ts';
import { isSetUp } from '#main/features/security/identity.queries.ts';
import { DocumentSpool } from '#main/features/reports/documentSpool.ts';
import type { Lock } from '#main/store/lock.ts';
import { openStore, type OpenStore, type Store } from '#main/store/store.ts';
import { isOwnTemporaryFile } from '#main/store/temporaryFiles.ts';
import { sweepTemporaryFolders } from '#main/store/temporaryFolders.ts';
import type { Verification } from '#shared/audit/contract.ts';
import { besideModule } from '#main/worker/runInWorker.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { inEnglish, type Message } from '#shared/kernel/message.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import { Bus } from './bus.ts';
import type { Call } from './pipeline/call.ts';
import { OpeningCheck } from './openingCheck.ts';
import { type Clock, instantOf, systemClock } from './clock.ts';
import { dataFolder } from './config.ts';
import { FormDraftStore } from './formDrafts.ts';
import { features as allFeatures } from './features.ts';
import { loadEntities } from './loadEntities.ts';
import { Jobs } from './jobs.ts';
import { DailyJob, dailyProgram } from './dailyJob.ts';
import { Schedules } from './schedules.ts';
import { Session } from './session.ts';
import { BootstrapCode } from './bootstrapCode.ts';
import { logError } from './log.ts';
import { describe, operationsOf } from './operations.ts';
import { reportCatalogue } from './reportCatalogue.ts';
import { TraceIndexService } from './traceIndexService.ts';
import { appVersion } from './version.ts';
import { type AnchorPlaces, Verifying } from './verifying.ts';

export type AppOptions = {
  file: string;
  mode: OpenStore['mode'];
  host: HostName;
  clock?: Clock;
  newId?: () => string;
  /** The cost of new passwords instead of the site's setting: low where many are made. */
  passwordCost?: number;
  /** Shows the code for the first administrator to those at this computer. */
  showCode?: (code: string) => void;
  /** Where anchors of the store are kept outside of it. */
  anchors?: AnchorPlaces;
  /** How the store gives way to a backup, where the host goes on with that. */
  givesWay?: GivesWay;
  /** The work of the app before, which goes on to be counted. */
  jobs?: Jobs;
  /** The store's lock, where it is held already. */
  lock?: Lock | undefined;
  /** Other features than those of the product, in their order. */
  features?: readonly Feature[];
};

/** Lotline without a host: everything a host needs to serve people. */
export type App = {
  store: Store;
  jobs: Jobs;
  uploads: UploadStage;
  spool: DocumentSpool;
  drafts: FormDraftStore;
  /** A way in through this host. `owner` is the owner of the file as the system reports it. */
  open(session?: { readsPaths?: boolean; owner?: { id: string; name: string } }): Session;
  /** Runs one operation of the contract; throws LotlineError and nothing else. */
  call(session: Session, call: Call): Promise<unknown>;
  /** The full check for anyone who holds the file, signed in or not. */
  check(input: { anchors: readonly string[]; publicKey?: string | undefined; accept?: boolean }): Promise<Verification>;
  /** Does what is scheduled and due. By itself it does so in a program that goes on running. */
  lookAtSchedules(): Promise<void>;
  /** Does what is due today by itself, as a program that goes on running does at its start and each day. */
  lookAtDay(): Promise<void>;
  /** Whether the first administrator was set up: from then on everyone signs in. */
  isSetUp(): boolean;
  /** The caller, if they have a permission. @throws LotlineError FORBIDDEN, NOT_LOGGED_IN, SESSION_EXPIRED */
  insistOn(session: Session, permission: Permission, way: string, believed?: string): Promise<Actor>;
  close(): Promise<void>;
  /** Closes it, and answers the store's lock instead of letting go of it; undefined where it held none. */
  closeKeepingLock(): Promise<Lock | undefined>;
};

/** Opens the store and puts everything together. Throws the gate's codes and STORE_BUSY. */
export async function createApp(options: AppOptions): Promise<App> {
  sweepTemporaryFolders();
  // What is still being made is at no place that anybody knows.
  const places = isOwnTemporaryFile(options.file) ? {} : (options.anchors ?? {});
  const clock = options.clock ?? systemClock;
  const newId = options.newId ?? randomUUID;
  const person = userInfo().username;
  const workstation = hostname();
  const since = formatMoment(clock.now());
  // What looks into a store that was frozen holds its file open until it ends.
  let frozen: Promise<void> | undefined;
  const store = await openStore({
    file: options.file,
    mode: options.mode,
    entities: loadEntities,
    holder: { person, workstation, host: options.host, pid: process.pid, since },
    now: clock.now(),
    newId,
    heads: places.heads,
    lock: options.lock,
    onFrozen: (reason) => {
      frozen = lookInto(reason, { jobs, verifying });
    },
    onDoubt: () => traceIndexService.forget(),
    onTouched: () => jobs.run(touchedCheck, 'audit.verify', (job) => verifying.verify(job)),
  });
  const traceIndexService = new TraceIndexService(store);
  const verifying = new Verifying({ store, trace: traceIndexService, places, clock });
  const opening = new OpeningCheck(store, { heads: places.heads });
  const jobs = options.jobs ?? new Jobs();
  const uploads = new UploadStage({ newId });
  const spool = new DocumentSpool({ newId });
  const features = options.features ?? allFeatures;
  const operations = operationsOf(features.map(({ namespace, contract }) => [namespace, contract]));
  const bus = new Bus({
    store,
    features,
    operations,
    services: {
      jobs,
      uploads,
      spool,
      reports: reportCatalogue(features),
      verify: (job, named) => verifying.verify(job, named),
      setUp: setUpWith(clock, options.showCode),
      passwords: { cost: options.passwordCost, newSalt: () => randomBytes(16) },
      operations: describe(operations),
      copies: { heldFile: () => store.heldFile(), verify: verifyInWorker, entities: loadEntities, newId },
      traceIndex: traceIndexService,
      storeFile: store.file,
      givesWay: options.givesWay,
      pathInPlace: () => store.pathInPlace(),
      previewWorker: options.features === undefined ? besideModule(import.meta.url, 'preview.worker') : undefined,
      appVersion,
    },
    clock,
    jobs,
    appVersion,
    newId,
    opening,
    trace: (db) => traceIndexService.index(db),
    log: logError,
  });
  const schedules = new Schedules({
    store,
    clock,
    newId,
    open: (owner) => new Session({ id: newId(), host: options.host, workstation, readsPaths: false, owner }),
    call: (session, call) => bus.call(session, call),
    log: logError,
  });
  const dailyJob = new DailyJob({
    store,
    clock,
    open: () =>
      new Session({
        ...{ id: newId(), host: options.host, workstation, readsPaths: false },
        owner: dailyProgram,
        program: dailyProgram,
      }),
    call: (session, call) => bus.call(session, call),
    log: logError,
  });
  if (goesOn(options.host)) {
    schedules.start();
    dailyJob.start();
  }
  void prepareLists(store, options.host);
  const check = checkAtStart(store, { jobs, verifying, host: options.host });
  return {
    store,
    jobs,
    uploads,
    spool,
    drafts: new FormDraftStore({ folder: join(dataFolder(), 'drafts'), store: store.id }),
    open: ({ readsPaths = options.host !== 'http', owner = { id: person, name: person } } = {}) =>
      new Session({ id: newId(), host: options.host, workstation, readsPaths, owner }),
    call: (session, call) => bus.call(session, call),
    check: ({ anchors, ...how }) =>
      jobs.run('', 'audit.verify', (job) => verifying.verify(job, anchorsNamed(anchors, { readsPaths: true }), how)),
    isSetUp: () => isSetUp(store.reader().db),
    lookAtSchedules: () => schedules.look(),
    lookAtDay: () => dailyJob.look(),
    insistOn: (session, permission, way, believed) => bus.insistOn(session, permission, way, believed),
    close: () => end(() => store.close()),
    async closeKeepingLock() {
      let lock: Lock | undefined;
      await end(async () => {
        lock = await store.closeKeepingLock();
      });
      return lock;
    },
  };

  async function end(closeStore: () => Promise<void>): Promise<void> {
    await schedules.close();
    // Its first lot may be waiting for the check of the whole file.
    const dayDone = dailyJob.close();
    opening.stop();
    await dayDone;
    jobs.cancel(startUpCheck);
    jobs.cancel(frozenCheck);
    jobs.cancel(touchedCheck);
    await check;
    await frozen;
    verifying.close();
    await traceIndexService.close();
    await uploads.close();
    await spool.close();
    // The last to close the file brings it what the log holds.
    await opening.close(closeStore);
  }
}

/** The code goes to the console; a window of its own is this computer's, and shows it itself. */
function setUpWith(clock: Clock, showCode: AppOptions['showCode']): SetUp {
  const code = new BootstrapCode();
  return {
    show(host) {
      const shown = code.renew(instantOf(clock));
      if (host !== 'http') return shown;
      showCode?.(shown);
      return '';
    },
    fits: (given) => code.fits(given, instantOf(clock)),
    spend: () => code.spend(),
  };
}

/** A command of the command line is over at once; a window and what is served go on. */
const goesOn = (host: HostName): boolean => host === 'http' || host === 'electron';

/** The first list of a page needs the stock of all lots: it is read while the page is loaded. */
async function prepareLists(store: Store, host: HostName): Promise<void> {
  if (!goesOn(host)) return;
  // A failure shows when the list is read; a store that is closed meanwhile needs none.
  await store.view(({ db }) => readLotStock(db)).catch(() => undefined);
}

const startUpCheck = 'start-up-check';
const frozenCheck = 'frozen-check';
const touchedCheck = 'touched-check';

/** The log keeps why a store was frozen; what it holds is verified at once, where it can be. */
async function lookInto(reason: Message, { jobs, verifying }: { jobs: Jobs; verifying: Verifying }): Promise<void> {
  logError(new Error(inEnglish(reason)), 'store');
  if (verifying.foundDamage) return;
  verifying.rememberAcknowledged();
  await jobs.run(frozenCheck, 'audit.verify', (job) => verifying.verify(job)).catch(() => undefined);
}

/**
 * After an unclean end, and once a week, everything is verified in the background, while people work; a store that fails
 * is only read from then on. On a large store this takes a while, so nothing waits for it.
 */
async function checkAtStart(
  store: Store,
  { jobs, verifying, host }: { jobs: Jobs; verifying: Verifying; host: HostName },
): Promise<void> {
  // A command of the command line is over before it would be done.
  const isDue = host !== 'cli' && verifying.isDue();
  if (store.readOnly !== '' || (store.cleanExit && !isDue)) return;
  try {
    const { problems } = await jobs.run(startUpCheck, 'audit.verify', (job) => verifying.verify(job));
    // Nobody reads this answer, and not every problem freezes the store.
    for (const { message } of problems.slice(0, 1)) logError(new Error(message), 'audit.verify');
  } catch (error) {
    if (!isLotlineError(error)) logError(error, 'audit.verify');
  }
}
