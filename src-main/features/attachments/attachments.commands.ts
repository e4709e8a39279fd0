import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CommandsOf } from '#main/context/context.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { keepContent } from '#main/store/keptFiles.ts';
import { findRecords } from '#main/store/saveRecords.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import { attachedFileRecord } from '#shared/attachments/records.ts';
import { largestFile } from '#shared/attachments/vocabulary.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { attach } from './attachments.actions.ts';
import { typeOf } from './fileType.ts';

export const attachmentCommands: CommandsOf<'attachments', 'uploads' | 'pathInPlace'> = {
  add: {
    /** What the file is takes reading it; whom it belongs to is judged where nothing changes any more. */
    async before({ upload, kind, certificate, issuedOn, issuer, ...owner }, { uploads, pathInPlace }) {
      const { path, name: label } = uploads.attachedOf(upload);
      const bytes = await readFile(path);
      if (bytes.length > largestFile) throw tooLarge();
      const fileType = typeOf(bytes, label);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const content = { label, fileType, size: bytes.length, sha256 };
      let isAttached = false;
      return {
        async within(context) {
          const said = { kind, certificate, issuedOn: issuedOn === '' ? null : issuedOn, issuer };
          // Before the record that names it: should the program be killed between, there is one content too many and no more.
          const number = await attach(context, owner, { content, said }, () =>
            keepContent(pathInPlace(), sha256, bytes),
          );
          isAttached = true;
          return { number, sha256, size: bytes.length };
        },
        discard() {
          // What was refused can be attached once more, to something else.
          if (isAttached) void uploads.drop(upload);
        },
      };
    },
  },

  async withdraw({ number, reason }, { work, now }) {
    const file = (await findRecords(work, attachedFileRecord, [[number]])).get(number)?.values;
    if (file === undefined) throw new LotlineError('NOT_FOUND', msg`There is no file ${number}. Check the number.`);
    if (file.withdrawnAt !== null) throw new LotlineError('CONFLICT', msg`File ${number} was withdrawn already.`);
    saveRecord(work, attachedFileRecord, { ...file, withdrawnAt: trailTime(work.db, now), withdrawReason: reason });
    return { number };
  },
};

const tooLarge = (): LotlineError =>
  new LotlineError(
    'FILE_TOO_LARGE',
    msg`The file is larger than 25 MB. Attach a smaller one, such as a scan in less detail.`,
  );
