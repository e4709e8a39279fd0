import { useMantineColorScheme } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { goTo, statusPlace } from '#renderer/components/address.ts';
import type { Session } from '#renderer/client/index.ts';
import { today } from '#renderer/components/figures.tsx';
import type { BoxCommand } from '#renderer/components/FindBox.tsx';
import { unitInAddress } from '#renderer/components/screen.ts';
import { usePersonCommands } from '#renderer/features/people/people.routes.tsx';
import { tour } from '#renderer/features/welcome/welcome.routes.tsx';
import { lotViews, questionOf, soonDays } from '#shared/lots/views.ts';
import { isLanguage, languages } from '#shared/texts/index.ts';
import { changeLanguage } from '../texts.ts';
import { mayOpen } from '../screens.ts';
import { placesFor } from './navigation.ts';

/**
 * What can be done from the one box: going somewhere, to a list as it is often asked for, doing what waits there, one's own
 * session, looks and language, the keys.
 */
export function useBoxCommands(session: Session, showKeys: () => void): BoxCommand[] {
  const { t, i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const own = usePersonCommands(session);
  const acts = useActs(session);
  const go = placesFor(session.permissions).map(({ path, text, ...more }) => ({
    id: path,
    label: t('find.goTo', { place: t(text) }),
    ...('also' in more && { also: t(more.also) }),
    run: () => goTo({ to: path }),
  }));
  const now = today();
  const lists = mayOpen('/lots', session.permissions)
    ? lotViews.map((view) => ({
        id: `lots ${view}`,
        label: t('find.lots', { lots: t('lots.title'), view: t(`lots.views.${view}`, { days: soonDays }) }),
        run: () => goTo({ to: '/lots', search: questionOf(view, now) }),
      }))
    : [];
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
  return [...go, ...lists, ...acts, ...own, ...help, ...looks, ...speech];
}

/** What is done on other screens, by the words a person has for it. On the page of a lot it is done with that lot. */
function useActs({ permissions }: Session): BoxCommand[] {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const { lot, ...unit } = z.object(unitInAddress).parse(search);
  const isUnit = pathname === '/unit' && lot !== '';
  return [
    {
      id: 'status' as const,
      label: isUnit ? t('find.change', { unit: lot }) : t('find.changeChosen'),
      place: isUnit
        ? statusPlace({ ...unit, lot })
        : { to: '/lots' as const, search: questionOf('quarantine', today()) },
      needs: 'status' as const,
    },
    {
      id: 'backup' as const,
      label: t('find.backUp'),
      place: { to: '/setup/backups' as const },
      needs: 'backup' as const,
    },
    {
      id: 'restoreTest' as const,
      label: t('find.restoreTest'),
      place: { to: '/setup/backups' as const },
      needs: 'backup' as const,
    },
    { id: 'export' as const, label: t('find.export'), place: { to: '/reports' as const }, needs: 'report' as const },
    { id: 'verify' as const, label: t('find.verify'), place: { to: '/audit' as const }, needs: 'audit' as const },
  ]
    .filter(({ needs }) => permissions.includes(needs))
    .map(({ id, label, place }) => ({ id, label, also: t(`find.also.${id}`), run: () => goTo(place) }));
}
