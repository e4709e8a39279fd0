import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chooseLanguage, isLanguage, type Language, type Texts, texts } from '#shared/texts/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Texts };
    returnNull: false;
  }
}

/** Where a person's choice of language is kept, in this browser. */
const remembered = 'lotline.language';

/** Makes the texts ready before the first screen is drawn; the language is the person's choice, else the browser's. */
export function startTexts(page: Document): void {
  const chosen = localStorage.getItem(remembered) ?? '';
  const language = isLanguage(chosen) ? chosen : chooseLanguage(navigator.languages);
  i18next.on('languageChanged', (tag) => page.documentElement.setAttribute('lang', tag));
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: texts.en }, de: { translation: texts.de } },
    initAsync: false,
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

export function changeLanguage(language: Language): void {
  localStorage.setItem(remembered, language);
  void i18next.changeLanguage(language);
}
