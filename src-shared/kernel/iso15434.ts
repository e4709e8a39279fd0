import { separator, withSeparators } from './controlSigns.ts';
import { type Part, type Parts, plain } from './gs1Strings.ts';

/**
 * What the identifiers of the industry mean, by the identifier that GS1 has for the same: lot, serial, the number of the
 * goods by customer or maker, GTIN, order, quantity, and days, which have their century here.
 * Source: ANSI MH10.8.2, categories 4, 11, 14, 16, 17 and 19.
 */
const meanings: Readonly<Record<string, string>> = {
  '1T': '10',
  T: '10',
  S: '21',
  P: '241',
  '1P': '240',
  '2P': '20',
  '30P': '240',
  '9N': '240',
  '8P': '01',
  K: '400',
  Q: '37',
  '14D': '17',
  '16D': '11',
};

/** Of two numbers for a lot, the maker's counts; the other is what the customer calls it. */
const maker = '1T';

/**
 * Reads the envelope of several data in one barcode: `[)>` RS, the format, the data separated by GS, RS EOT, however
 * these signs are written. Source: ISO/IEC 15434, section 6.
 *
 * @returns undefined when the text is no such envelope
 */
export function enveloped(text: string): Parts | undefined {
  const { format, body } = opened(text) ?? {};
  if (format === undefined || body === undefined) return undefined;
  if (format === '05') return plain(`]C1${body}`);
  if (format !== '06') return { parts: [], fault: 'unknown-part' };
  if (isClosed(body)) return { parts: [], fault: 'separator' };
  return meantBy(body.split(separator).filter((part) => part !== ''));
}

/** The format of an envelope and its content, split at the one separator. */
function opened(text: string): { format: string; body: string } | undefined {
  if (!text.startsWith('[)>')) return undefined;
  const content = withSeparators(text.slice(3))
    .replace(/\^D$/i, '')
    .replaceAll(/\^[\]^\\_]|[|^~§¶¬]/g, separator);
  const [, format, body] = /^\s*\u001d*(\d\d)(.*)$/s.exec(content) ?? [];
  return format === undefined || body === undefined ? undefined : { format, body };
}

/** Whether the separators were lost on the way: one part may then hold several. */
const isClosed = (body: string): boolean => !body.includes(separator) && body.length > 1;

const shape = /^(\d{0,3}[A-Z])(.+)$/is;

function meantBy(strings: readonly string[]): Parts {
  const read: Parts = { parts: [] };
  const named = strings.flatMap((string) => {
    const [, identifier, value] = shape.exec(string) ?? [];
    // A format of its own may follow in the same envelope.
    if (identifier === undefined || value === undefined) {
      if (!/^\d\d$/.test(string)) read.fault = 'unknown-part';
      return [];
    }
    return [[identifier.toUpperCase(), value] as const];
  });
  const hasMakers = named.some(([identifier]) => identifier === maker);
  for (const [identifier, value] of named) {
    const meant = meanings[identifier];
    if (meant === undefined || (identifier === 'T' && hasMakers)) continue;
    read.parts.push([meant, /^(?:11|17)$/.test(meant) && value.length === 8 ? value.slice(2) : value]);
  }
  return read;
}

/** So many ways to part what has lost its separators are enough; each is looked for. */
const mostWays = 60;

/** Every way in which an envelope can be parted whose separators were lost; none where it has them. */
export function waysToPart(text: string): Part[][] {
  const { format, body = '' } = opened(text) ?? {};
  if (format !== '06' || !isClosed(body)) return [];
  const ways: string[][] = [];
  const goOn = (before: readonly string[], rest: string): void => {
    const [identifier = '', value = ''] = identified(rest);
    if (value === '' || before.some((part) => identified(part)[0] === identifier) || ways.length >= mostWays) return;
    for (let end = identifier.length + 1; end < rest.length; end += 1) {
      const part = rest.slice(0, end);
      if (isPossible(part)) goOn([...before, part], rest.slice(end));
    }
    if (isPossible(rest) && ways.length < mostWays) ways.push([...before, rest]);
  };
  goOn([], body);
  return ways.map((strings) => meantBy(strings).parts);
}

/** By an identifier that is known here; of two that fit, the longer. */
function identified(string: string): readonly [identifier: string, value: string] | readonly [] {
  const [, identifier = '', value = ''] = shape.exec(string) ?? [];
  return meanings[identifier.toUpperCase()] === undefined ? [] : [identifier.toUpperCase(), value];
}

function isPossible(string: string): boolean {
  const [identifier = '', value = ''] = identified(string);
  const meant = meanings[identifier] ?? '';
  if (meant === '37') return /^\d+(?:\.\d+)?$/.test(value);
  if (meant === '01') return /^\d{14}$/.test(value);
  return /^(?:11|17)$/.test(meant) ? /^(?:20)?\d{6}$/.test(value) : value !== '';
}
