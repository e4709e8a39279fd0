import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from './links.tsx';
import { EmptyState } from './states.tsx';

/** Where nobody can sign yet, because the file's owner has no password: what it takes, and the way there. */
export function NeedsPeople({ demo }: { demo: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('signing.needsPeople')}>
      <p>{t(demo ? 'signing.needsDemoPeople' : 'signing.needsPeopleHelp')}</p>
      <LinkButton to="/setup" variant="default">
        {t(demo ? 'signing.goDemoPeople' : 'signing.goSetUp')}
      </LinkButton>
    </EmptyState>
  );
}
