import Database from 'better-sqlite3';
import { type App, createApp } from '#main/app/createApp.ts';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import { checkGate } from '#main/store/gate.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';

/** What opening a file and verifying it come to. Whatever is thrown that bears no code is a crash, and thrown on. */
export function openAndVerify(file: string): 'found' | 'missed' {
  try {
    checkGate(file);
  } catch (error) {
    if (isLotlineError(error)) return 'found';
    throw error;
  }
  const db = new Database(file, { readonly: true });
  try {
    return verifyStore(db, () => undefined).ok ? 'missed' : 'found';
  } finally {
    db.close();
  }
}

/** The program on such a file; undefined where it is refused at the door. */
export async function openToWrite(file: string): Promise<App | undefined> {
  try {
    return await createApp({ file, mode: 'write', host: 'test' });
  } catch (error) {
    if (isLotlineError(error)) return undefined;
    throw error;
  }
}
