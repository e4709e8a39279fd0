import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { LinkButton } from '#renderer/components/links.tsx';

/** The way to make lots by hand. */
export function NewLots(): ReactNode {
  const { t } = useTranslation();
  const mayMake = useMay('move');
  return mayMake ? (
    <LinkButton to="/lots/new" variant="default">
      {t('lots.create.title')}
    </LinkButton>
  ) : null;
}
