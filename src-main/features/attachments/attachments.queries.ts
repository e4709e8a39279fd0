import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { QueriesOf } from '#main/context/context.ts';
import { problemOf, readContent } from '#main/store/keptFiles.ts';
import { askList } from '#main/store/lists.ts';
import { certificateKinds, mostShown } from '#shared/attachments/vocabulary.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { fileNumbered, fileSource, filesOf } from './files.queries.ts';
import { nameOfCopy } from './fileType.ts';

export const attachmentQueries: QueriesOf<'attachments', 'spool'> = {
  list: (question, context) => askList(fileSource, question, context),

  async ofOwner(owner, { read }) {
    const files = await filesOf(read, owner);
    const holding = files.filter(({ state }) => state === 'holds');
    return {
      files: files.slice(0, mostShown),
      total: files.length,
      holding: holding.length,
      certificates: holding.filter(({ kind }) => certificateKinds.includes(kind)).length,
    };
  },

  async fetch({ number }, { read, reader: { db }, spool, actor }) {
    const file = await read.one(fileNumbered, { number });
    if (file === undefined) throw new LotlineError('NOT_FOUND', msg`There is no file ${number}. Check the number.`);
    const { sha256, label, type } = file;
    const content = readContent(db, sha256);
    if (content === undefined)
      throw new LotlineError(
        'FILE_DAMAGED',
        problemOf(db, sha256) === 'FILE_CHANGED'
          ? msg`File ${number} is not what it was when it was attached: it was changed outside Lotline. Restore it from a backup.`
          : msg`File ${number} is missing beside the store. Restore it from a backup.`,
      );
    const { document, path } = await spool.place();
    await writeFile(path, content, { flag: 'wx', mode: 0o600 });
    const name = nameOfCopy(label, type);
    const size = content.length;
    const hash = createHash('sha256').update(content).digest('hex');
    spool.keep({ document, title: name, name, size, sha256: hash, seq: 0, hash: '' }, { path, session: actor.session });
    spool.release(document);
    return { document, name, size, sha256: hash };
  },
};
