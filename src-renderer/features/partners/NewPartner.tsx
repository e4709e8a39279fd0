import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { LinkButton } from '#renderer/components/links.tsx';

/** The way to make a partner by hand. */
export function NewPartner(): ReactNode {
  const { t } = useTranslation();
  const mayMake = useMay('masterData');
  return mayMake ? (
    <LinkButton to="/partner/new" variant="default">
      {t('partners.create')}
    </LinkButton>
  ) : null;
}
