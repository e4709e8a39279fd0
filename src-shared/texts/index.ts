import { codeMessages } from './de/codeMessages.ts';
import { featureMessages } from './de/featureMessages.ts';
import { formerMessages } from './de/formerMessages.ts';
import { hostMessages } from './de/hostMessages.ts';
import { importMessages } from './de/importMessages.ts';
import { readMessages } from './de/readMessages.ts';
import { ruleMessages } from './de/ruleMessages.ts';
import { type MessageValue, type Reading, recogniserOf } from '#shared/kernel/message.ts';
import { type FeatureTexts, joinTexts, textAt, type TextTree } from '#shared/kernel/texts.ts';
import { texts as ofFeatures } from '#shared/records.ts';
import { de } from './de.ts';
import { en, type Texts as GeneralTexts } from './en.ts';

type All<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;

/** What every language has: the general texts, and those that features bring. */
export type Texts = GeneralTexts & All<(typeof ofFeatures)[number]['en']>;

/** The languages there are, each by its tag. */
export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

/** All texts, by language. */
export const texts: Record<Language, Texts> = { en: allIn('en'), de: allIn('de') };

function allIn(language: Language): Texts {
  const parts: readonly FeatureTexts[] = ofFeatures;
  const general: TextTree = { en, de }[language];
  // Joined of the very trees that the type names.
  return parts.reduce((all, part) => joinTexts(all, part[language]), general) as Texts;
}

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);

/** The first of a person's preferred languages that there is; English otherwise. `preferred` are BCP 47 tags. */
export function chooseLanguage(preferred: readonly string[]): Language {
  const found = preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return found ?? 'en';
}

const messages: Record<Language, ReadonlyMap<string, string>> = {
  en: new Map(),
  de: new Map([
    ...Object.entries({
      ...formerMessages,
      ...hostMessages,
      ...featureMessages,
      ...importMessages,
      ...readMessages,
      ...codeMessages,
      ...ruleMessages,
    }),
    ...ofFeatures.flatMap(({ germanMessages }) => Object.entries(germanMessages)),
  ]),
};

/** The patterns of messages in a language, by their English ones; English needs none. */
export const messagesOf = (language: Language): ReadonlyMap<string, string> => messages[language];

const recognisers = new Map<Language, (english: string) => MessageValue>();

/** Finds the messages again that sentences kept in English were made of, for reading them in a language. Made when first asked for. */
export function recogniserFor(language: Language): (english: string) => MessageValue {
  const recognise = recognisers.get(language) ?? recogniserOf(messages[language]);
  recognisers.set(language, recognise);
  return recognise;
}

/** How messages are read in a language, with the words of its texts. */
export const readingIn = (language: Language): Reading => ({
  language,
  patternOf: (english) => messages[language].get(english),
  wordAt: (path) => textAt(texts[language], path) || undefined,
});
