import { safeStorage } from 'electron';
import { msg } from '#shared/kernel/message.ts';
import { anchorPlaces, prepareFolder, storeFile } from '#main/app/config.ts';
import { fillDemo } from '#main/app/demo.ts';
import { draftDoor, fileDoor, uploadDoor } from '#main/app/door.ts';
import { ReplaceableApp } from '#main/app/replaceable.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Line, openLine } from './calls.ts';
import { systemSecrets } from './secrets.ts';
import type { LaunchOptions } from './launchOptions.ts';

type Answer = (request: Request) => Promise<Response>;

/** An open store, and the ways to it. */
export type StoreSession = {
  storeFile: string;
  lotline: ReplaceableApp;
  isDemo: () => boolean;
  line: Line;
  upload: Answer;
  file: Answer;
  draft: Answer;
};

/** Opens the store that is wished for, or the person's own. Makes a missing one. Throws the gate's codes and STORE_BUSY. */
export async function openStoreSession({
  store,
  isDemo,
  plant = 'food',
}: Omit<LaunchOptions, 'importFrom'>): Promise<StoreSession> {
  const file = storeFile(store);
  prepareFolder(file);
  const anchors = { ...anchorPlaces(undefined), secrets: systemSecrets(safeStorage) };
  const lotline = await ReplaceableApp.open({ file, mode: 'create', host: 'electron', anchors });
  try {
    if (isDemo && lotline.store.readOnly === '') await fillDemo(lotline, plant, () => undefined);
  } catch (error) {
    await lotline.close();
    throw error;
  }
  // One session for calls and files: what it issued goes to it alone. It names no files of this computer; it passes
  // those a person chose.
  const session = lotline.open({ readsPaths: false });
  const [upload, hand, draft] = [uploadDoor(lotline), fileDoor(lotline), draftDoor(lotline)];
  return {
    storeFile: file,
    lotline,
    isDemo: () => lotline.isOpen && lotline.store.head().demo !== '',
    line: openLine(lotline, session),
    upload: (request) => upload(request, session),
    file: (request) => hand(request, session),
    draft: (request) => draft(request, session),
  };
}

/** Why something has to wait. */
export const busy = (): LotlineError =>
  new LotlineError('CONFLICT', msg`Work is running in the open store. Wait for its end, then try again.`);

function insistOnIdle({ lotline }: StoreSession): void {
  if (!lotline.jobs.isIdle)
    throw new LotlineError(
      'CONFLICT',
      msg`Work is running in the open store. Wait for its end, then open the other one.`,
    );
}

/** The one store that the window shows, until another one is opened. */
export class Desk {
  #plant: StoreSession;

  constructor(plant: StoreSession) {
    this.#plant = plant;
  }

  get plant(): StoreSession {
    return this.#plant;
  }

  /**
   * Opens another store, then closes this one. False when it is this one already.
   * @throws LotlineError CONFLICT while work is running in this one, and what `openStoreSession` throws; this one stays open then
   */
  async change(options: LaunchOptions): Promise<boolean> {
    if (options.store === undefined || options.store === this.#plant.storeFile) return false;
    const before = this.#plant;
    insistOnIdle(before);
    const next = await openStoreSession(options);
    try {
      // The window went on meanwhile.
      insistOnIdle(before);
    } catch (error) {
      await next.lotline.close();
      throw error;
    }
    this.#plant = next;
    await before.lotline.close();
    return true;
  }
}
