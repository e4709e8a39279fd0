import { msg } from '#shared/kernel/message.ts';
import { basename } from 'node:path';
import { auditReviewRecord } from '#shared/audit/records.ts';
import { saveReview } from '#main/features/audit/reviews.actions.ts';
import { approvalOf, nextReview } from '#main/features/audit/reviews.queries.ts';
import { insistOnAnother } from '#main/features/security/separation.actions.ts';
import type { Actor, CommandsOf, Spool, QueryContext } from '#main/context/context.ts';
import { type UnplacedBackup, discardBackup, prepareBackup, placeBackup } from '#main/store/backup.ts';
import { hex } from '#main/store/chain.ts';
import { isOwnTemporaryFile } from '#main/store/temporaryFiles.ts';
import { hashAt } from '#main/store/entries.ts';
import type { Backup } from '#shared/backups/contract.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { pathOfEntry, restoreAt } from './backups.queries.ts';
import { runDrill } from './drill.ts';
import { restoreHere } from './restoring.ts';

type Need = 'copies' | 'spool' | 'storeFile' | 'readOnly' | 'uploads' | 'givesWay' | 'pathInPlace';

export const backupCommands: CommandsOf<'backups', Need> = {
  make: {
    async before({ path }, context) {
      const { actor, readOnly, spool } = context;
      if (path !== '') insistOnPaths(actor);
      const { draft, reply, hand } = path === '' ? await forOutbox(context) : await forPath(context, path);
      const place = (): Backup => {
        placeBackup(draft);
        hand(spool);
        return reply;
      };
      // Another program writes to this store: the backup is made all the same, and only its entry cannot be.
      if (readOnly !== '') {
        try {
          return { reply: place() };
        } finally {
          discardBackup(draft);
        }
      }
      const within = async (): Promise<Backup> => {
        if (context.job.signal.aborted)
          throw new LotlineError('CANCELLED', msg`The work was cancelled. Nothing was changed.`);
        return place();
      };
      return { within, discard: () => discardBackup(draft) };
    },
  },

  drill: {
    async before({ path, entry }, context) {
      if (path !== '') insistOnPaths(context.actor);
      const found = await runDrill(context, path === '' ? pathOfEntry(context.reader, entry) : path);
      return { within: async () => found };
    },
  },

  async restore(said, { actor, reader, storeFile }) {
    insistOnPaths(actor);
    const found = hashAt(reader.db, said.seq);
    if (!isOwnTemporaryFile(storeFile) || found === undefined || hex(found) !== said.hash)
      throw new LotlineError('CONFLICT', msg`A store is restored from the command line: lotline restore FILE.`);
    return said;
  },

  restoreHere,

  approveRestore: {
    async toSign({ entry, note }, context) {
      const { db } = context.reader;
      const { person, path, head } = restoreAt(db, entry);
      const before = approvalOf(db, entry);
      if (before !== null)
        throw new LotlineError(
          'CONFLICT',
          msg`${before.name} approved this restore already, in entry ${before.entry}.`,
        );
      insistOnAnother(context, 'restore', { first: person.id, what: msg`Nobody approves a restore of their own.` });
      return {
        sentence: msg`Approved the restore to entry ${head} from ${path}, done by ${person.name} in entry ${entry}. ${note}`,
        reads: [{ kind: auditReviewRecord, name: String(await nextReview(context.read)) }],
        facts: hashOf(db, entry),
      };
    },

    async within({ entry, note }, { work }) {
      const number = await nextReview(work);
      saveReview(work, { number, firstSeq: entry, lastSeq: entry, lastHash: hashOf(work.db, entry), note });
      return { reply: { number, entry }, signed: [{ kind: auditReviewRecord, name: String(number) }] };
    },
  },
};

function hashOf(db: Parameters<typeof hashAt>[0], entry: number): string {
  const hash = hashAt(db, entry);
  if (hash === undefined) throw new Error(`entry ${entry} has no hash`);
  return hex(hash);
}

function insistOnPaths({ readsPaths }: Actor): void {
  if (readsPaths) return;
  throw new LotlineError(
    'PATH_REFUSED',
    msg`A page names no files of this computer. Leave the path out, and fetch the backup.`,
  );
}

type Made = { draft: UnplacedBackup; reply: Backup; hand: (spool: Spool) => void };

async function forPath(context: QueryContext<Need>, path: string): Promise<Made> {
  const draft = await draftFor(context, path);
  const { file, size, seq, hash, sha256, at, missingFiles } = draft;
  const reply = { path: file, document: '', name: basename(file), size, seq, hash, sha256, at, missingFiles };
  return { draft, reply, hand: () => undefined };
}

async function forOutbox(context: QueryContext<Need>): Promise<Made> {
  const { actor, spool, storeFile } = context;
  const { document, path } = await spool.place();
  const draft = await draftFor(context, path);
  const { size, seq, hash, sha256, at, missingFiles } = draft;
  const name = `${basename(storeFile)}-${at.slice(0, 10)}-${seq}.backup`;
  const reply = { path: '', document, name, size, seq, hash, sha256, at, missingFiles };
  const hand = (): void => {
    spool.keep({ document, title: name, name, size, sha256, seq, hash }, { path, session: actor.session });
    spool.release(document);
  };
  return { draft, reply, hand };
}

const draftFor = ({ copies, storeFile, now, job }: QueryContext<Need>, target: string): Promise<UnplacedBackup> =>
  prepareBackup({
    store: storeFile,
    held: copies.heldFile(),
    target,
    at: formatMoment(now),
    verify: copies.verify,
    watched: job,
  });
