import { fold, widen, withoutSeparators } from '#shared/kernel/fold.ts';
import { type Closeness, closenesses } from './vocabulary.ts';

/** Of these a text names a record; of the others it is a part of what names one. */
export const isNamed = (closeness: Closeness): boolean => rankOf(closeness) <= rankOf('umlautsLoosely');

export const rankOf = (closeness: Closeness): number => closenesses.indexOf(closeness);

/** How a text fits that names a record in two parts: as its worse one does. */
export const worse = (one: Closeness, other: Closeness): Closeness => (rankOf(one) < rankOf(other) ? other : one);

/** How a text fits a record by its code, or by the name it has beside; by whichever it fits better. */
export function closenessTo(typed: string, { code, name = '' }: { code: string; name?: string }): Closeness {
  const byCode = closenessOf(typed, code);
  if (name === '') return byCode;
  const byName = closenessOf(typed, name);
  const ofName = byName === 'begins' ? 'nameBegins' : byName;
  return rankOf(byCode) <= rankOf(ofName) ? byCode : ofName;
}

function closenessOf(typed: string, code: string): Closeness {
  if (code === typed) return 'exact';
  const [wanted, number] = [fold(typed), fold(code)];
  if (number === wanted) return 'folded';
  const [bareWanted, bare] = [withoutSeparators(wanted), withoutSeparators(number)];
  if (bare === bareWanted && bare !== '') return 'loose';
  const [wideWanted, wide] = [widen(typed), widen(code)];
  if (wide === wideWanted) return 'umlauts';
  const [bareWideWanted, bareWide] = [withoutSeparators(wideWanted), withoutSeparators(wide)];
  if (bareWide === bareWideWanted && bareWide !== '') return 'umlautsLoosely';
  if (number.startsWith(wanted)) return 'begins';
  if (bare.startsWith(bareWanted) || bareWide.startsWith(bareWideWanted)) return 'beginsLoosely';
  return number.includes(wanted) ? 'within' : 'withinLoosely';
}

/**
 * The record that a text leads to without asking: the one it names best. Where several are named as well, the one whose
 * own number it is, not those that only bear it; else nobody knows which was meant. The only one that was found is meant
 * in any case.
 */
export function bestOf<Hit extends { closeness: Closeness; bears: unknown }>(hits: readonly Hit[]): Hit | undefined {
  if (hits.length === 1) return hits[0];
  const best = Math.min(...hits.map(({ closeness }) => rankOf(closeness)));
  const named = hits.filter(({ closeness }) => isNamed(closeness) && rankOf(closeness) === best);
  if (named.length < 2) return named[0];
  const own = named.filter(({ bears }) => bears === null);
  return own.length === 1 ? own[0] : undefined;
}
