import { Button } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangedElsewhere, useFreshness } from '#renderer/client/index.ts';
import { localTimestamp, useLocale } from '#renderer/components/figures.tsx';
import { useWord } from '#renderer/components/words.ts';
import { Remark } from './Remark.tsx';

/** Says that somebody else just wrote something this page shows, until the page is left. */
export function ChangedNotice({ isOn }: { isOn: boolean }): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const locale = useLocale();
  const { pathname } = useLocation();
  useFreshness(isOn);
  const { change, show, dismiss } = useChangedElsewhere();
  const leave = useEffectEvent(dismiss);
  useEffect(() => leave, [pathname]);
  if (change === undefined) return null;
  const { person, operation, at, shown } = change;
  const what = say(`audit.operations.${operation}`, operation);
  return (
    <Remark role="status">
      {t('app.changedElsewhere', { person, operation: what, at: localTimestamp(at, locale) })}{' '}
      {shown ? (
        t('app.changedShown')
      ) : (
        <Button size="compact-sm" variant="default" onClick={show}>
          {t('app.changedAsk')}
        </Button>
      )}{' '}
      <Button size="compact-sm" variant="subtle" onClick={dismiss}>
        {t('people.dismiss')}
      </Button>
    </Remark>
  );
}
