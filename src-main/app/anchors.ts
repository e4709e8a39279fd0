import { msg } from '#shared/kernel/message.ts';
import { closeSync, existsSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readAnchors } from '#main/store/anchor.ts';
import { addAnchor } from '#main/store/anchorFolder.ts';
import { isOfStore } from '#main/store/backupTarget.ts';
import { hex } from '#main/store/chain.ts';
import { storeIdAt } from '#main/store/gate.ts';
import { forgetEnd, rememberPlace } from '#main/store/knownPlaces.ts';
import {
  makeSiteKey,
  openSiteKey,
  passphraseSecrets,
  publicKeyText,
  readPublicKey,
  readSiteKey,
  type Secrets,
  type SiteKey,
} from '#main/store/siteKey.ts';
import { realFileOf } from '#main/store/storeFile.ts';
import type { Verification } from '#shared/audit/contract.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { systemClock } from './clock.ts';
import { anchorPlaces, siteKeyFile } from './config.ts';
import type { App } from './createApp.ts';

export { readPublicKey };

const shortest = 12;

/**
 * Makes this computer's key for anchors and writes its public part to a file, which is to be kept elsewhere; of a key
 * that is there already the public part alone.
 * @throws LotlineError VALIDATION, REAUTH_FAILED, CONFLICT, PATH_REFUSED
 */
export function makeAnchorKey(publicFile: string, passphrase: string): { publicKey: string } {
  if (passphrase.length < shortest)
    throw new LotlineError('VALIDATION', msg`The passphrase of a key has at least ${shortest} characters.`);
  // The file is opened first, so that no key is made whose public part nobody has.
  const file = writing(publicFile, () => openSync(publicFile, 'wx'));
  try {
    const { publicKey } = keyWith(passphraseSecrets(passphrase));
    writing(publicFile, () => writeFileSync(file, publicKeyText(publicKey)));
    return { publicKey };
  } catch (error) {
    rmSync(publicFile, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** This computer's key, made where there is none; of one that is there whoever can open it has the public part again. */
function keyWith(secrets: Secrets): SiteKey {
  const file = siteKeyFile();
  const there = readSiteKey(file);
  if (there === undefined) return makeSiteKey(file, secrets);
  openSiteKey(file, secrets);
  return there;
}

/**
 * Verifies a store, and adds a signed anchor of its end to a file of them; none where it does not hold.
 * @throws LotlineError NOT_FOUND without a key, REAUTH_FAILED, PATH_REFUSED
 */
export async function leaveSignedAnchor(
  app: App,
  file: string,
  passphrase: string,
): Promise<Verification & { seq: number; hash: string }> {
  if (existsSync(file)) insistOnAnchors(file, app.store.file);
  const sign = openSiteKey(siteKeyFile(), passphraseSecrets(passphrase));
  const { storeId, seq, hash } = app.store.head();
  // What is added speaks for the trail: it must be the one of which the file speaks already.
  const verification = await app.check({ anchors: existsSync(file) ? [file] : [] });
  const at = formatMoment(systemClock.now());
  if (verification.ok) writing(file, () => addAnchor(file, sign({ v: 1, store: storeId, seq, hash: hex(hash), at })));
  return { ...verification, seq, hash: hex(hash) };
}

/** An anchor is added to anchors alone: what else a file is, it would spoil, and could not be read there. */
function insistOnAnchors(file: string, store: string): void {
  try {
    if (statSync(file).isFile() && !isOfStore(file, store) && readAnchors(file).length > 0) return;
  } catch {
    // Said below.
  }
  throw new LotlineError(
    'PATH_REFUSED',
    msg`${file} is there and holds other things than anchors. Name a new file, or one of anchors.`,
  );
}

function writing<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new LotlineError(
      'PATH_REFUSED',
      msg`${file} cannot be written. Name a file in a folder that may be written; a key is written to no file that is there.`,
      { cause: error instanceof Error && 'code' in error ? String(error.code) : String(error) },
    );
  }
}

/** Takes the store that is at a path for the right one there, as it is, whatever was there before. One that cannot be read is none. */
export function acceptStoreAt(file: string, heads = anchorPlaces(undefined).heads): void {
  const storeId = storeIdAt(file);
  if (storeId === undefined) return;
  const place = realFileOf(file);
  writing(heads, () => {
    forgetEnd(heads, place, storeId);
    rememberPlace(heads, place, storeId);
  });
}
