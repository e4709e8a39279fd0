import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, useMay } from '#renderer/client/index.ts';
import { useMessage } from '#renderer/components/useMessage.ts';
import { Link } from '#renderer/components/links.tsx';
import { Remark } from './Remark.tsx';

/** Why nothing can be written, for as long as it is so, and the way to a backup of what is open here. */
export function ReadOnlyNotice({ session: { store } }: { session: Session }): ReactNode {
  const { t } = useTranslation();
  const read = useMessage();
  const mayBackUp = useMay('backup');
  if (store.readOnly === '') return null;
  return (
    <Remark icon="lock" role="alert">
      {read(store.readOnly)}{' '}
      {mayBackUp && (
        <Link to="/setup/backups" style={{ textDecoration: 'underline' }}>
          {t('app.backUpNow')}
        </Link>
      )}
    </Remark>
  );
}
