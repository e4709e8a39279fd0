import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/index.ts';
import { Icon } from '#renderer/components/icons.tsx';
import { Page } from '#renderer/components/layout.tsx';
import { EmptyState } from '#renderer/components/states.tsx';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';
import styles from './people.module.css';

/** The own password, changed because one wants to. */
export function ChangePasswordScreen(): ReactNode {
  const { t } = useTranslation();
  const { data } = useSession();
  const [isDone, setDone] = useState(false);
  if (data === undefined) return null;
  return (
    <Page title={t('people.changeTitle')} lead={t('people.changeLead')}>
      {data.authState === 'owner' && <EmptyState title={t('people.ownerHelp')} />}
      {data.authState !== 'owner' && isDone && (
        <p className={styles.done} role="status">
          <Icon name="tick" /> {t('people.changed')}
        </p>
      )}
      {data.authState !== 'owner' && !isDone && (
        <ChangePasswordForm person={data.person} onDone={() => setDone(true)} />
      )}
    </Page>
  );
}
