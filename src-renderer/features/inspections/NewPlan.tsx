import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { LinkButton } from '#renderer/components/links.tsx';

/** The ways to write a plan, and to the tables that plans draw by. */
export function NewPlan(): ReactNode {
  const { t } = useTranslation();
  const mayWrite = useMay('plan');
  return (
    <>
      {mayWrite && (
        <LinkButton to="/plan/write" variant="default">
          {t('inspections.write.new')}
        </LinkButton>
      )}
      <LinkButton to="/plan/tables" variant="default">
        {t('inspections.tables.title')}
      </LinkButton>
    </>
  );
}
