import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { LinkButton } from '#renderer/components/links.tsx';

/** The way to make a location by hand. */
export function NewLocation(): ReactNode {
  const { t } = useTranslation();
  const mayMake = useMay('masterData');
  return mayMake ? (
    <LinkButton to="/location/edit" variant="default">
      {t('locations.create')}
    </LinkButton>
  ) : null;
}
