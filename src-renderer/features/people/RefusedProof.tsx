import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#renderer/client/index.ts';
import { localTimestamp, useLocale } from '#renderer/components/figures.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { FailureState } from '#renderer/components/states.tsx';
import { failuresToLock } from '#shared/security/lockOut.ts';

/** Why a user name and password were not taken, told plainly; every other failure as everywhere. */
export function RefusedProof({ failure, own = false }: { failure: Failure; own?: boolean }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const { code, details } = failure;
  const until = typeof details['until'] === 'string' ? details['until'] : '';
  if (code === 'LOCKED_OUT' && until !== '')
    return (
      <Refused
        title={t('people.lockedOut')}
        text={t('people.lockedOutUntil', { until: localTimestamp(until, locale) })}
      />
    );
  if (code === 'REAUTH_FAILED')
    return (
      <Refused
        title={t(own ? 'people.wrongPassword' : 'people.wrong')}
        text={t('people.wrongHelp', { count: failuresToLock })}
      />
    );
  return <FailureState failure={failure} />;
}

export const Refused = ({ title, text }: { title: string; text: string }): ReactNode => (
  <Panel tone="danger" role="alert">
    <strong>{title}</strong>
    <p>{text}</p>
  </Panel>
);
