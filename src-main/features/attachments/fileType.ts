import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { endings, type FileType } from '#shared/attachments/vocabulary.ts';

/**
 * What a file is, by its content. Its name only tells tables of text from other text.
 * @throws LotlineError FILE_DAMAGED for an empty or broken file, FILE_SUSPICIOUS for one that does something when it is
 * opened, FILE_TYPE for any other kind than those that may be attached
 */
export function typeOf(content: Buffer, label: string): FileType {
  if (content.length === 0) throw new LotlineError('FILE_DAMAGED', msg`The file is empty. Choose another.`);
  if (starts(content, '%PDF-')) return pdf(content);
  if (starts(content, '\x89PNG\r\n\x1a\n')) return whole('png', content.includes('IEND', -64, 'latin1'));
  if (starts(content, '\xff\xd8\xff')) return whole('jpeg', content.includes('\xff\xd9', -4096, 'latin1'));
  if (starts(content, 'PK')) return workbook(content);
  return text(content, label);
}

const starts = (content: Buffer, sign: string): boolean => content.subarray(0, sign.length).toString('latin1') === sign;

function whole(type: FileType, isWhole: boolean): FileType {
  if (isWhole) return type;
  throw new LotlineError('FILE_DAMAGED', msg`The file ends too early: it is damaged or was cut short. Choose another.`);
}

/** Scripts and what starts programs; packed parts are not looked into, since nothing here opens them. */
const acting = ['/JavaScript', '/JS ', '/JS(', '/JS<', '/Launch'];

function pdf(content: Buffer): FileType {
  if (acting.some((word) => content.includes(word, 0, 'latin1')))
    throw suspicious(msg`This PDF holds a script or starts a program. Print it to a PDF without, and attach that.`);
  return whole('pdf', content.includes('%%EOF', -2048, 'latin1'));
}

function workbook(content: Buffer): FileType {
  const has = (part: string): boolean => content.includes(part, 0, 'latin1');
  if (has('vbaProject.bin'))
    throw suspicious(msg`This workbook holds macros. Save it as an Excel workbook (.xlsx), which has none.`);
  if (has('[Content_Types].xml') && has('xl/workbook.xml')) return 'xlsx';
  throw wrongType();
}

function text(content: Buffer, label: string): FileType {
  const ending = label.toLowerCase();
  const type = (['csv', 'txt'] as const).find((one) => endings[one].some((end) => ending.endsWith(end)));
  // A tab and ends of lines are all that a table of text has beside its signs; a page or program has more.
  const isText = !content.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13);
  if (
    type === undefined ||
    !isText ||
    /^\s*</.test(content.subarray(0, 64).toString('latin1').replace('\xef\xbb\xbf', ''))
  )
    throw wrongType();
  return type;
}

const suspicious = (text: Message): LotlineError => new LotlineError('FILE_SUSPICIOUS', text);

const wrongType = (): LotlineError =>
  new LotlineError(
    'FILE_TYPE',
    msg`Only PDF, PNG, JPEG, Excel workbooks (.xlsx), and text as .csv or .txt can be attached; this is none of them, whatever it is called.`,
  );

/** The name a copy is saved under: as it was called, with the ending of what it is. */
export function nameOfCopy(label: string, type: FileType): string {
  const isNamed = endings[type].some((ending) => label.toLowerCase().endsWith(ending));
  return isNamed ? label : `${label}${endings[type][0] ?? ''}`;
}
