import { msg } from '#shared/kernel/message.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { type App, type AppOptions, createApp } from './createApp.ts';

/**
 * Opens a store for a host with screens. One that the gate refuses, but that can be read, is opened for rescue:
 * everything can be looked at and exported, nothing is written, and `people.whoAmI` reports why.
 * @throws LotlineError the gate's codes for what cannot be read at all, with what to do; STORE_BUSY
 */
export async function createAppOrRescue(options: AppOptions): Promise<App> {
  try {
    return await createApp(options);
  } catch (error) {
    if (!isLotlineError(error) || error.code !== 'STORE_DAMAGED') throw error;
    if (error.details['readable'] !== true) throw withWayOut(error, options.file);
    return await createApp({ ...options, mode: 'rescue' }).catch(() => {
      throw withWayOut(error, options.file);
    });
  }
}

const withWayOut = ({ code, text, details }: LotlineError, file: string): LotlineError =>
  new LotlineError(
    code,
    msg`${text} With a backup at hand: lotline restore BACKUP --store ${JSON.stringify(file)}`,
    details,
  );
