import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#renderer/components/links.tsx';

/** The way from the list of serials to the check of one that somebody holds. */
export function CheckButton(): ReactNode {
  const { t } = useTranslation();
  return (
    <LinkButton to="/check" variant="default">
      {t('dossier.check.title')}
    </LinkButton>
  );
}
