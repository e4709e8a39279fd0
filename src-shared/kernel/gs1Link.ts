import type { Part } from './gs1Strings.ts';

/** The words that earlier Digital Links had for identifiers. Source: GS1 Digital Link 1.1, section 4.3. */
const words: Readonly<Record<string, string>> = {
  gtin: '01',
  lot: '10',
  ser: '21',
  cpv: '22',
  sscc: '00',
  gln: '414',
};
const primary = /^(?:0[01]|253|255|401|402|41[47]|8003|8004|8006|8010|8013|8017|8018|gtin|sscc|gln)$/;
const identifier = /^(?:\d{2,4})$/;

/**
 * Reads `https://any.host/any/path/01/GTIN/10/LOT/21/SERIAL?17=YYMMDD`, of any length. "compressed" for a link whose
 * parts cannot be read without unpacking it. Source: GS1 Digital Link Standard, URI Syntax, section 4.
 */
export function digitalLink(text: string): Part[] | 'compressed' | undefined {
  // People and printers leave out how the link begins.
  const link = /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/\S+$/i.test(text) ? `https://${text}` : text;
  if (!/^https?:\/\/\S+$/i.test(link) || !URL.canParse(link)) return undefined;
  const { hostname, pathname, search } = new URL(link);
  const steps = pathname.split('/').slice(1);
  const key = steps.findIndex((step, index) => primary.test(step.toLowerCase()) && /\d/.test(steps[index + 1] ?? ''));
  if (key < 0)
    return /(?:^|\.)gs1\.org$/.test(hostname) && steps.some((step) => step !== '') ? 'compressed' : undefined;
  const path = steps.slice(key).flatMap((step, index, all): Part[] => {
    const name = words[step.toLowerCase()] ?? step;
    return index % 2 === 0 && identifier.test(name) ? [[name, decoded(all[index + 1] ?? '')]] : [];
  });
  const asked = [...new URLSearchParams(search.replaceAll(';', '&'))].flatMap(([name, value]): Part[] => {
    const meant = words[name.toLowerCase()] ?? name;
    return identifier.test(meant) ? [[meant, value]] : [];
  });
  return [...path, ...asked];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
