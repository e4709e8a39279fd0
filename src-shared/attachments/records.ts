import { field, internal, later, optional, record, type ValuesOf } from '#shared/kernel/record.ts';
import type { FileKind, FileOwner, FileType } from './vocabulary.ts';

/**
 * A file that was attached to something: what it is, and the digest under which its content lies beside the store. It is
 * withdrawn with a reason, and never removed.
 */
export const attachedFileRecord = record({
  name: 'attached_file',
  key: ['number'],
  indexes: [
    { name: 'attached_file_goods', columns: ['product', 'lot'], filled: true },
    { name: 'attached_file_code', columns: ['code'], filled: true },
    { name: 'attached_file_content', columns: ['sha256'] },
  ],
  fields: {
    /** F-1, F-2 …: counted in the store, never given again. */
    number: field.code(),
    belongsTo: field.choice<FileOwner>('attachments.owners'),
    product: field.code(),
    lot: field.code(),
    sublot: field.code(),
    serial: field.code(),
    /** Of what is no goods: the code of the partner. "" for goods. */
    code: field.code(),
    kind: field.choice<FileKind>('attachments.kinds'),
    /** The number its issuer gave the certificate; "" for none. */
    certificate: field.text(),
    issuedOn: optional(field.date()),
    issuer: field.text(),
    /** What the file was called where it came from. Nothing is ever opened under this name. */
    label: field.text(),
    fileType: field.choice<FileType>('attachments.types'),
    size: field.number(),
    /** Of its content, in hexadecimal: the name under which it lies beside the store. */
    sha256: field.code(),
    person: field.code(),
    personName: internal(field.text()),
    addedAt: field.moment(),
    /** Null while it holds. */
    withdrawnAt: optional(field.moment()),
    withdrawReason: field.text(),
    /** Of a reading of an inspection: its row and its piece, from 0; null for all of it. */
    atRow: later(optional(field.number())),
    atPiece: later(optional(field.number())),
  },
});
export type AttachedFileValues = ValuesOf<typeof attachedFileRecord>;
