import type { CommandContext } from '#main/context/context.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Read } from '#main/store/views.ts';
import type { NamedOwner } from '#shared/attachments/contract.ts';
import { attachedFileRecord, type AttachedFileValues } from '#shared/attachments/records.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { goodsNamed, lastFile, partnerNamed, sameFile } from './files.queries.ts';

type Content = Pick<AttachedFileValues, 'label' | 'fileType' | 'size' | 'sha256'>;
type Said = Pick<AttachedFileValues, 'kind' | 'certificate' | 'issuedOn' | 'issuer'>;

/** Notes a file under the next number. @throws LotlineError NOT_FOUND, DUPLICATE */
export async function attach(
  { work, actor: { person }, now }: Pick<CommandContext, 'work' | 'actor' | 'now'>,
  named: NamedOwner,
  { content, said }: { content: Content; said: Said },
  keep: () => void,
): Promise<string> {
  const owner = await ownerOf(work, named);
  const twin = await work.one(sameFile, { ...owner, sha256: content.sha256 });
  if (twin !== undefined)
    throw new LotlineError('DUPLICATE', msg`The very same file is attached here already, as ${twin.number}.`, {
      number: twin.number,
    });
  keep();
  const number = `F-${((await work.one(lastFile))?.id ?? 0) + 1}`;
  saveRecord(work, attachedFileRecord, {
    ...owner,
    ...said,
    ...content,
    number,
    person: person.id,
    personName: person.name,
    addedAt: trailTime(work.db, now),
    withdrawnAt: null,
    withdrawReason: '',
    atRow: null,
    atPiece: null,
  });
  return number;
}

type Owner = Pick<AttachedFileValues, 'belongsTo' | 'product' | 'lot' | 'sublot' | 'serial' | 'code'>;

/** What a file belongs to, which there must be. @throws LotlineError NOT_FOUND; VALIDATION where nothing or too much is named */
async function ownerOf(read: Read, { partner, ...goods }: NamedOwner): Promise<Owner> {
  const { product, lot, sublot, serial } = goods;
  if ((partner === '') === (product === ''))
    throw new LotlineError('VALIDATION', msg`Say what the file belongs to: a product, a lot, a serial, or a partner.`);
  if (partner !== '') {
    if (lot !== '' || sublot !== '' || serial !== '')
      throw new LotlineError(
        'VALIDATION',
        msg`Say what the file belongs to: a product, a lot, a serial, or a partner.`,
      );
    if ((await read.one(partnerNamed, { code: partner })) === undefined)
      throw missing('partner', msg`There is no partner ${partner}. Check the code.`);
    return { ...goods, belongsTo: 'partner', code: partner };
  }
  const found = await read.one(goodsNamed, goods);
  if (found === undefined) throw missing('product', msg`There is no product ${product}. Check the code.`);
  if (serial !== '' && found.serial === null)
    throw missing('serial', msg`There is no serial ${serial} of ${product}. Check the number.`);
  if (serial === '' && (lot !== '' || sublot !== '') && found.lot === null)
    throw missing('lot', msg`There is no lot ${lot} of ${product}. Check the number.`);
  return { ...goods, belongsTo: serial !== '' ? 'serial' : lot === '' ? 'product' : 'lot', code: '' };
}

const missing = (field: string, text: Message): LotlineError => new LotlineError('NOT_FOUND', text, { field });
