import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/index.ts';
import { Page } from '#renderer/components/layout.tsx';
import { EmptyState } from '#renderer/components/states.tsx';
import { Done } from '#renderer/forms/FormFoot.tsx';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';

/** The own password, changed because one wants to. */
export function ChangePasswordScreen(): ReactNode {
  const { t } = useTranslation();
  const { data } = useSession();
  const [isDone, setDone] = useState(false);
  if (data === undefined) return null;
  return (
    <Page title={t('people.changeTitle')} lead={t('people.changeLead')}>
      {data.authState === 'owner' && (
        <EmptyState title={t(data.store.demo ? 'people.ownerOfDemo' : 'people.ownerHelp')} />
      )}
      {data.authState !== 'owner' && isDone && <Done>{t('people.changed')}</Done>}
      {data.authState !== 'owner' && !isDone && (
        <ChangePasswordForm person={data.person} onDone={() => setDone(true)} />
      )}
    </Page>
  );
}
