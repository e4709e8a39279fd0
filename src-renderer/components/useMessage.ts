import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMessage, type MessageValue, recogniserOf } from '#shared/kernel/message.ts';
import { localDate, localTimestamp, useLocale } from './figures.tsx';
import { isLanguage, messagesOf, readingIn } from '#shared/texts/index.ts';

/** Reads messages of the host in the language of the screen. */
export function useMessage(): (message: MessageValue) => string {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const locale = useLocale();
  return useCallback(
    (message) =>
      formatMessage(message, {
        ...readingIn(language),
        dateOf: (date) => localDate(date, locale),
        momentOf: (at) => localTimestamp(at, locale),
      }),
    [language, locale],
  );
}

const recognise = recogniserOf(messagesOf('de'));

/** Reads sentences in the language of the screen that are kept and carried in English, such as findings of an import. */
export function useRecordedMessage(): (english: string) => string {
  const read = useMessage();
  return useCallback((english) => read(recognise(english)), [read]);
}
