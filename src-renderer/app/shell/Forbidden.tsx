import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#renderer/components/layout.tsx';
import type { Permission } from '#shared/kernel/permissions.ts';

/** A screen a person came to by its address and may not use: what it takes, and whom to ask. */
export function Forbidden({ permission }: { permission: Permission }): ReactNode {
  const { t } = useTranslation();
  return (
    <Page
      title={t('people.forbiddenTitle')}
      lead={t('people.forbidden', { permission: t(`people.permissions.${permission}`) })}
    />
  );
}
