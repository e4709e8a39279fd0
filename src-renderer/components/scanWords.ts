import type { TFunction } from 'i18next';
import { isNamed } from '#shared/dossier/closeness.ts';
import type { Hit, Scanned } from '#shared/dossier/contract.ts';

/** What tells a hit apart: the number it was found by, where that is not its own, and its product or name. */
export const detailOf = (t: TFunction, { bears, detail }: Hit): string =>
  [bears === null ? '' : t(`find.bears.${bears.as}`, { number: bears.number }), detail]
    .filter((part) => part !== '')
    .join(', ');

/** What is to be said beside the records a barcode led to: what else it names, and what of it could not be read. */
export function remarkOf(t: TFunction, scanned: Scanned | null): string {
  if (scanned === null) return '';
  const { notFound = [], fault } = scanned;
  const beside = notFound.length === 0 ? '' : t('find.scannedBeside', { what: formatParts(t, scanned, notFound) });
  return [beside, fault === '' ? '' : t(`find.partly.${fault}`)].filter((part) => part !== '').join(' ');
}

/** Why a scan led nowhere: nothing bears its code, something only holds it, or several records bear it. */
export function leadsNowhere(
  t: TFunction,
  code: string,
  { hits, scanned }: { hits: readonly Hit[]; scanned: Scanned | null },
): string {
  if (hits.length === 0) return scanned === null ? t('find.nothing', { text: code }) : nothingScannedText(t, scanned);
  const why = hits.some(({ closeness }) => isNamed(closeness)) ? 'find.several' : 'find.onlyHeld';
  return [t(why, { text: code }), remarkOf(t, scanned)].filter((part) => part !== '').join(' ');
}

/** Why a barcode led nowhere: what it says, or why it cannot have been read right. */
function nothingScannedText(t: TFunction, scanned: Scanned): string {
  if (scanned.fault !== '') return t(`find.misread.${scanned.fault}`);
  if (scanned.notFound?.includes('gtin') === true) return t('find.unknownGtin', { gtin: scanned.gtin });
  const everything = ['gtin', 'product', 'lot', 'serial', 'sscc', 'gln', 'order'] as const;
  return t('find.scannedNothing', { read: formatParts(t, scanned, everything) });
}

/** The number that can be looked for without the product, where nobody knows that. */
export const numberAlone = ({ notFound = [], serial, lot }: Scanned): string =>
  notFound.includes('gtin') ? serial || lot : '';

type Part = NonNullable<Scanned['notFound']>[number];

const formatParts = (t: TFunction, scanned: Scanned, parts: readonly Part[]): string =>
  parts
    .flatMap((part) => {
      const number = scanned[part] ?? '';
      return number === '' ? [] : [t(`find.parts.${part}`, { number })];
    })
    .join(', ');
