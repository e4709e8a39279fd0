import { useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/components/address.ts';
import type { Session } from '#renderer/client/index.ts';
import type { BoxCommand } from '#renderer/components/FindBox.tsx';
import { usePersonCommands } from '#renderer/features/people/people.routes.tsx';
import { tour } from '#renderer/features/welcome/welcome.routes.tsx';
import { isLanguage, languages } from '#shared/texts/index.ts';
import { changeLanguage } from '../texts.ts';
import { navigationFor } from './screens.ts';

/** What can be done from the one box: going somewhere, one's own session, looks and language, the keys. */
export function useBoxCommands(session: Session, showKeys: () => void): BoxCommand[] {
  const { t, i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const own = usePersonCommands(session);
  const go = navigationFor(session.permissions).map(({ path, text }) => ({
    id: path,
    label: t('find.goTo', { place: t(text) }),
    run: () => {
      window.location.hash = addressOf(path);
    },
  }));
  const looks = (['light', 'dark', 'auto'] as const).map((scheme) => ({
    id: scheme,
    label: `${t('app.appearance')}: ${t(scheme === 'auto' ? 'app.system' : `app.${scheme}`)}`,
    run: () => setColorScheme(scheme),
  }));
  const speech = Object.entries(languages).flatMap(([language, name]) =>
    isLanguage(language) && language !== i18n.language
      ? [{ id: language, label: `${t('app.language')}: ${name}`, run: () => changeLanguage(language) }]
      : [],
  );
  const help = [
    { id: 'keys', label: t('keys.title'), run: showKeys },
    { id: 'tour', label: t('welcome.tour.start'), run: tour.start },
  ];
  return [...go, ...own, ...help, ...looks, ...speech];
}
