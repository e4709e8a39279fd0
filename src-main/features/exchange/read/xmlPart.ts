import { isUtf8 } from 'node:buffer';
import { SaxesParser } from 'saxes';
import { msg } from '#shared/kernel/message.ts';
import { FileIssue } from './faults.ts';

export const damagedWorkbook = (what = msg`The workbook is damaged`): FileIssue =>
  new FileIssue(
    'FILE_DAMAGED',
    msg`${what}: open the workbook in the spreadsheet program, save it again and import that.`,
  );

export type Attributes = Readonly<Record<string, string>>;

/** What listens to an XML part. Names come without their prefixes; `path` are the elements around, the nearest last. */
export type XmlListener = {
  open: (name: string, attributes: Attributes, path: readonly string[]) => void;
  text?: (text: string) => void;
  close?: (name: string, path: readonly string[]) => void;
};

const chunkBytes = 1024 ** 2;

/**
 * Reads a part of a workbook by the rules of XML 1.0, in every way its tags can be written. Throws a FileIssue where
 * it breaks them, except for control characters in texts: those are left to the cell that holds them.
 */
export function readXml(bytes: Buffer, listener: XmlListener): void {
  const decoder = decoderOf(bytes);
  const parser = new SaxesParser({ xmlns: false, position: false });
  const path: string[] = [];
  parser.on('error', ({ message }) => {
    if (message !== 'disallowed character.') throw damagedWorkbook();
  });
  parser.on('doctype', (declared) => {
    // A bare name declares nothing.
    if (!/[[]|\b(?:SYSTEM|PUBLIC)\b/.test(declared)) return;
    throw new FileIssue(
      'FILE_SUSPICIOUS',
      msg`The workbook declares entities. No export makes such a workbook: do not open it, and ask where it came from.`,
    );
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    listener.open(local, attributes, path);
    path.push(local);
  });
  parser.on('closetag', () => {
    const closed = path.pop() ?? '';
    listener.close?.(closed, path);
  });
  const take = (text: string): void => listener.text?.(text);
  parser.on('text', take);
  parser.on('cdata', take);
  for (let at = 0; at < bytes.length; at += chunkBytes)
    parser.write(withRawControls(decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true })));
  parser.close();
}

/** The encoding of a part: UTF-8 or UTF-16 (ISO/IEC 29500-2, 8.1.4), or whichever it declares. */
function decoderOf(bytes: Buffer): TextDecoder {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (mark === 0xfffe || mark === 0xfeff) return new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be');
  const declared = /^[^<]{0,3}<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)/.exec(bytes.toString('latin1', 0, 200))?.[1];
  if (declared === undefined || /^utf-?8$/i.test(declared)) {
    if (!isUtf8(bytes)) throw damagedWorkbook();
    return new TextDecoder();
  }
  try {
    return new TextDecoder(declared);
  } catch {
    throw damagedWorkbook(msg`The workbook is written in an encoding that is not known here`);
  }
}

/** xsd:boolean, and what some writers put in its place. */
export const isOn = (written: string): boolean => /^(?:1|true|on)$/.test(written);

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A text as written in an XML part, between tags or in double quotes. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const reference = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;

/** References to control characters, which XML does not know, as those characters: the cell is refused, not the workbook. */
const withRawControls = (xml: string): string =>
  xml.includes('&#')
    ? xml.replace(reference, (written, hex: string | undefined, decimal: string) => {
        const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return point < 0x20 && !/[\t\n\r]/.test(String.fromCharCode(point)) ? String.fromCharCode(point) : written;
      })
    : xml;
