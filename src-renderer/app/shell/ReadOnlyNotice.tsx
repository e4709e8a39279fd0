import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, useMay } from '#renderer/client/index.ts';
import { Icon } from '#renderer/components/icons.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import styles from './AppShell.module.css';
import { Link } from '#renderer/components/links.tsx';

/** Why nothing can be written, for as long as it is so, and the way to a backup of what is open here. */
export function ReadOnlyNotice({ session: { store } }: { session: Session }): ReactNode {
  const { t } = useTranslation();
  const read = useMessage();
  const mayBackUp = useMay('backup');
  if (store.readOnly === '') return null;
  return (
    <p className={styles.remark} role="alert">
      <Icon name="lock" /> {read(store.readOnly)} {mayBackUp && <Link to="/setup/backups">{t('app.backUpNow')}</Link>}
    </p>
  );
}
