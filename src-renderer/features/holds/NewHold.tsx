import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { LinkButton } from '#renderer/components/links.tsx';

/** The way to hold what no single lot names. */
export function NewHold(): ReactNode {
  const { t } = useTranslation();
  const mayHold = useMay('hold');
  return mayHold ? (
    <LinkButton to="/holds/new" variant="default">
      {t('holds.new.title')}
    </LinkButton>
  ) : null;
}
