import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk } from '#renderer/client/index.ts';
import { Page } from '#renderer/components/layout.tsx';
import type { Permission } from '#shared/kernel/permissions.ts';

/** A screen a person came to by its address and may not use: which right is missing, and who may give it. */
export function Forbidden({ permission }: { permission: Permission }): ReactNode {
  const { t } = useTranslation();
  const { data } = useAsk(ask.people.listAdministrators.queryOptions({ input: {} }));
  const names = data?.people.map(({ name }) => name);
  return (
    <Page
      title={t('people.forbiddenTitle')}
      lead={t('people.forbidden', { permission: t(`people.permissions.${permission}`) })}
    >
      {names !== undefined && (
        <p>
          {names.length === 0
            ? t('people.nobodyGives')
            : t('people.mayGive', { count: names.length, names: names.join(', ') })}
        </p>
      )}
    </Page>
  );
}
