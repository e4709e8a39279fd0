import { isSetUp } from '#main/features/security/identity.queries.ts';
import { provePerson } from '#main/features/security/proof.queries.ts';
import type { CommandsOf, QueryContext } from '#main/context/context.ts';
import { momentOfEntry, readUnpacked } from '#main/store/restore.ts';
import { removeTemporaryFile, temporaryFileOf } from '#main/store/temporaryFiles.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { Secret } from '#shared/kernel/secret.ts';
import { backupMadeBy } from './compare.queries.ts';
import { insistOnOwn, unpackFor } from './unpacked.ts';

type Need = 'copies' | 'givesWay' | 'pathInPlace' | 'storeFile' | 'uploads';
type Context = QueryContext<Need>;

/**
 * Verifies a backup and unpacks it beside the store while that is still in use, and has the host put it in the store's
 * place once this is answered. No entry says so here: the store stays as it is, and the restored one has the entry.
 */
export const restoreHere: CommandsOf<'backups', Need>['restoreHere'] = {
  async before({ entry, upload, reason, password }, context) {
    const { actor, givesWay, pathInPlace, storeFile } = context;
    if (givesWay === undefined)
      throw new LotlineError('CONFLICT', msg`A store is restored from the command line: lotline restore FILE.`);
    // What is open has its only name elsewhere, and would be lost when it is closed.
    pathInPlace();
    givesWay.insistOnIdle();
    await insistOnProof(context, password);
    const chosen = await chooseBackup(context, { entry, upload });
    const draft = temporaryFileOf(storeFile);
    const { store, seq, hash, sha256 } = await unpackFor(context, { file: chosen.file, name: chosen.path }, draft);
    try {
      insistOnOwn(context.reader.db, store, chosen.path);
      if (chosen.sha256 !== '' && (chosen.sha256 !== sha256 || chosen.hash !== hash))
        throw new LotlineError(
          'STORE_DAMAGED',
          msg`${chosen.path} is not the backup that entry ${entry} made: it was changed, or another file lies there.`,
          { readable: false, isBackup: true },
        );
      const { headAt, hasPeople } = readUnpacked(draft, (db) => ({
        headAt: momentOfEntry(db, seq),
        hasPeople: isSetUp(db),
      }));
      // The owner of a file without people proved nothing; who restores is known to the people of the backup.
      if (actor.authState !== 'person' && hasPeople)
        throw new LotlineError(
          'FORBIDDEN',
          msg`The backup has people, and nobody is signed in here. Restore it from the command line: lotline restore FILE --user NAME.`,
        );
      givesWay.giveWay({ backup: { draft, path: chosen.path, store, seq, hash, sha256 }, actor, reason });
      return { reply: { head: seq, headAt, kept: '', entry: 0 } };
    } catch (error) {
      removeTemporaryFile(draft);
      throw error;
    }
  },
};

/** The owner of a file without people has no password. */
async function insistOnProof(context: Context, password: Secret | undefined): Promise<void> {
  const { actor } = context;
  if (actor.authState !== 'person') return;
  if (password === undefined)
    throw new LotlineError('REAUTH_FAILED', msg`Give your password: a restore undoes the work of others.`);
  await provePerson(context, actor.person.id, password);
}

type Chosen = { file: string; path: string; sha256: string; hash: string };

/** @throws LotlineError NOT_FOUND; VALIDATION where neither or both are named */
async function chooseBackup(
  { read, uploads }: Context,
  { entry, upload }: { entry: number; upload: string },
): Promise<Chosen> {
  if ((entry === 0) === (upload === ''))
    throw new LotlineError('VALIDATION', msg`Name one backup: the one of an entry, or the one that was handed over.`);
  if (upload !== '') {
    const { name, path } = uploads.backupOf(upload);
    return { file: path, path: name, sha256: '', hash: '' };
  }
  const { path, sha256, hash } = await backupMadeBy(read, entry);
  if (path === '')
    throw new LotlineError('NOT_FOUND', msg`Entry ${entry} made no backup that lies at a path of this computer.`);
  return { file: path, path, sha256, hash };
}
