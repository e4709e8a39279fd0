import { isLanguage, texts, type Texts } from '#shared/texts/index.ts';

/** The fixed words of documents in the language of a report, in English where there is none. */
export type Words = Texts['documents'] & { statuses: Texts['statuses'] };

export const wordsIn = (language: string): Words => {
  const { documents, statuses } = texts[isLanguage(language) ? language : 'en'];
  return { ...documents, statuses };
};

/** Fills the places of a text, such as "{{page, number}}", with words that are formatted already. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)[^}]*\}\}/g, (place, name: string) => values[name] ?? place);
