import { textAt, type TextTree } from '#shared/kernel/texts.ts';
import type { AuditEntry } from './contract.ts';

/** The texts a summary is made of, in one language: those of the audit trail, and those of the error codes. */
export type SummaryWords = {
  /** A sentence for an operation, with places for parts of its reply; by feature and operation. */
  sentences: TextTree;
  /** What is counted, by the name of the part, `_one` and `_other`. */
  figures: TextTree;
  /** Words for the other parts, by name and value. */
  said: TextTree;
  nothing: string;
  errors: TextTree;
  /** Says a sentence that is kept in English in that language; one it does not know stays as it is. */
  read: (english: string) => string;
};

export type Said = Pick<AuditEntry, 'operation' | 'outcome' | 'code' | 'summary' | 'figures'> &
  Partial<Pick<AuditEntry, 'signed' | 'reason'>>;

/**
 * How to say an entry in one line. The entry itself keeps figures as the program names them; here they are said in the
 * trade's words. Of a refusal the sentence kept with it is said, which is kept in English;
 * one that is not known in the language of the reader stands behind the words of its code.
 * @param locale how numbers are written, a BCP 47 tag
 */
export function summariesIn(words: SummaryWords, locale: string): (entry: Said) => string {
  // Made once: each takes longer to make than a summary takes to say.
  const number = new Intl.NumberFormat(locale);
  const plural = new Intl.PluralRules(locale);
  const english = locale.startsWith('en');
  const order = Object.keys(words.figures);
  const placeOf = ({ name }: { name: string }): number => order.indexOf(`${name}_other`);

  function formatFigures(figures: Said['figures']): string {
    const parts = figures
      // What did not happen is not worth a word.
      .filter(({ value }) => value !== 0 && value !== '')
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map(({ name, value }) => {
        if (typeof value !== 'number')
          return { known: textAt(words.said, `${name}.${value}`), plain: `${name} ${value}` };
        const count = number.format(value);
        const text = textAt(words.figures, `${name}_${plural.select(value)}`) || textAt(words.figures, `${name}_other`);
        return { known: text.replace('{{count}}', count), plain: `${name} ${count}` };
      });
    const known = parts.filter((part) => part.known !== '');
    if (known.length > 0) return known.map((part) => part.known).join(', ');
    return parts.length === 0 && figures.length > 0 ? words.nothing : parts.map((part) => part.plain).join(', ');
  }

  const fill = (sentence: string, figures: Said['figures']): string =>
    sentence.replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
      const value = figures.find((figure) => figure.name === name)?.value;
      return value === undefined ? place : typeof value === 'number' ? number.format(value) : String(value);
    });

  return ({ operation, outcome, code, summary, figures, signed = '', reason = '' }) => {
    // What is signed ends with the reason.
    if (signed !== '') return signed;
    if (outcome === 'refused') {
      const read = words.read(summary);
      return english || read !== summary ? read : `${textAt(words.errors, code)} (${summary})`.trim();
    }
    const sentence = textAt(words.sentences, operation);
    const done = sentence === '' ? formatFigures(figures) : fill(sentence, figures);
    return [done, reason].filter((part) => part !== '').join(' · ');
  };
}
