import { msg } from '#shared/kernel/message.ts';
import { FileIssue } from './faults.ts';

/** So many bytes at a file's start identify its kind. */
export const signatureBytes = 4096;

const startsWith = (bytes: Buffer, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);
export const isZip = (bytes: Buffer): boolean => startsWith(bytes, 0x50, 0x4b);
/** The container of .xls, and of any workbook with a password. */
const isOldOffice = (bytes: Buffer): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
const isMarkup = (bytes: Buffer): boolean => /^\s*</.test(bytes.toString('latin1').replace(/^\xef\xbb\xbf/, ''));

/** Refuses what is not comma-separated text, by its first bytes and not by its name. */
export function insistOnText(start: Buffer): void {
  if (start.length === 0)
    throw new FileIssue('FILE_DAMAGED', msg`The file is empty. It needs at least a row of column names.`);
  if (isZip(start) || isOldOffice(start))
    throw new FileIssue(
      'FILE_TYPE',
      msg`This is a workbook or an archive, not text: save it as “CSV UTF-8 (comma delimited)”.`,
    );
  if (startsWith(start, 0xff, 0xfe) || startsWith(start, 0xfe, 0xff))
    throw new FileIssue('FILE_TYPE', msg`The text is in UTF-16: save it as “CSV UTF-8 (comma delimited)”.`);
  if (isMarkup(start))
    throw new FileIssue(
      'FILE_TYPE',
      msg`This is a web page or XML, not comma-separated text: save it as “CSV UTF-8 (comma delimited)”.`,
    );
  if (looksLikeUtf16(start))
    throw new FileIssue(
      'FILE_TYPE',
      msg`The text is in UTF-16 or is no text at all: save it as “CSV UTF-8 (comma delimited)”.`,
    );
}

/** Latin text in UTF-16 has a NUL in nearly every second byte; one stray NUL is a fault of its cell. */
function looksLikeUtf16(start: Buffer): boolean {
  let nulls = 0;
  for (const byte of start) if (byte === 0) nulls += 1;
  return nulls * 4 > start.length;
}

/** Refuses what is not an Excel workbook in today's format. Macros and passwords show only further inside. */
export function insistOnWorkbook(bytes: Buffer): void {
  if (bytes.length === 0) throw new FileIssue('FILE_DAMAGED', msg`The workbook is empty: export it again.`);
  if (isOldOffice(bytes)) {
    const isLocked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new FileIssue(
      'FILE_TYPE',
      isLocked
        ? msg`The workbook is protected by a password: remove the password.`
        : msg`This is an old workbook (.xls): save it as an Excel workbook (.xlsx).`,
    );
  }
  if (isMarkup(bytes.subarray(0, signatureBytes)))
    throw new FileIssue(
      'FILE_TYPE',
      msg`This is a web page or XML with the name of a workbook: save it as an Excel workbook (.xlsx).`,
    );
  if (!isZip(bytes))
    throw new FileIssue('FILE_TYPE', msg`This is not an Excel workbook: save it as an Excel workbook (.xlsx).`);
}

/** Refuses other formats that are zip archives too, by the parts they are made of (named as `partName` has it). */
export function insistOnPlainWorkbook(parts: ReadonlySet<string>): void {
  const has = (part: string): boolean => parts.has(part);
  if (has('mimetype'))
    throw new FileIssue('FILE_TYPE', msg`This is an OpenDocument file: save it as an Excel workbook (.xlsx).`);
  if (has('xl/workbook.bin'))
    throw new FileIssue('FILE_TYPE', msg`This is a binary workbook (.xlsb): save it as an Excel workbook (.xlsx).`);
  if ([...parts].some((part) => part.endsWith('vbaproject.bin'))) {
    throw new FileIssue(
      'FILE_TYPE',
      msg`The workbook holds macros: save it as an Excel workbook (.xlsx), which has none.`,
    );
  }
  if (!has('[content_types].xml'))
    throw new FileIssue('FILE_TYPE', msg`This archive is not an Excel workbook: save it as an Excel workbook (.xlsx).`);
}
