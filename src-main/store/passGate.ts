import Driver from 'better-sqlite3';
import { type ErrorCode, isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { isMessage, type Message, msg } from '#shared/kernel/message.ts';
import { checkGate } from './gate.ts';
import { schemaVersion } from './schemaDigest.ts';

/** What is wrong with a store, and the first entry it was found at; 0 where it belongs to none. */
export type Damage = { code: ErrorCode; what: Message; seq: number };

/** A store that may be opened; the damage of one that is only opened for rescue. */
export type Passed = { cleanExit: boolean; version: number; damage: Damage | undefined };

/** Rescue reads what the gate refuses, where it can be read at all. */
export function passGate(
  file: string,
  { mode, heads }: { mode: 'write' | 'create' | 'read' | 'rescue'; heads?: string | undefined },
): Passed {
  try {
    const passed = checkGate(file, { heads });
    if (mode === 'read' && passed.version < schemaVersion) throw mustBeBroughtUp(file, passed.version);
    return { ...passed, damage: undefined };
  } catch (error) {
    const isReadable = isLotlineError(error) && error.details['readable'] === true;
    if (mode === 'rescue' && isReadable && hasOurTables(file))
      return { cleanExit: false, version: schemaVersion, damage: damageOf(error) };
    throw error;
  }
}

/** A damaged store of an earlier version cannot be brought up, and our questions would not find their tables. */
function hasOurTables(file: string): boolean {
  const db = new Driver(file, { readonly: true, timeout: 5000 });
  try {
    return db.pragma('user_version', { simple: true }) === schemaVersion;
  } finally {
    db.close();
  }
}

function damageOf({ code, text, details }: LotlineError): Damage {
  const { what, seq } = details;
  return { code, what: isMessage(what) ? what : text, seq: typeof seq === 'number' ? seq : 0 };
}

const mustBeBroughtUp = (file: string, version: number): LotlineError =>
  new LotlineError(
    'STORE_VERSION',
    msg`${file} has schema ${version}, this Lotline works with ${schemaVersion}. Open it once in a window or with "serve", which brings it up.`,
    { readable: true },
  );
