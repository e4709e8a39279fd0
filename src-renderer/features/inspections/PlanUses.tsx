import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useMay, useSigner } from '#renderer/client/index.ts';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { PartnerLink, ProductLink } from '#renderer/components/links.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import { SignedForm } from '#renderer/forms/SignedForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Outputs } from '#shared/contract.ts';
import { inspections } from '#shared/inspections/contract.ts';

type Plan = Outputs['inspections']['plan'];
type Use = Plan['uses'][number];
type Said = Pick<Use, 'product' | 'category' | 'supplier' | 'operation'>;

/** What goods a plan is used for, and the way to say so. */
export function PlanUses({ plan }: { plan: Plan }): ReactNode {
  const { t } = useTranslation();
  const say = useMessage();
  const maySay = useMay('masterData');
  const [said, setSaid] = useState<{ of: Said; plan: string }>();
  const columns: TableColumn<Use>[] = [
    { id: 'product', header: t('fields.product'), cell: ({ product }) => <ProductLink code={product} /> },
    { id: 'category', header: t('fields.category'), cell: ({ category }) => category },
    { id: 'supplier', header: t('fields.supplier'), cell: ({ supplier }) => <PartnerLink code={supplier} /> },
    { id: 'operation', header: t('audit.fields.atOperation'), cell: ({ operation }) => operation },
    {
      id: 'says',
      header: '',
      wide: true,
      cell: ({ instead }) =>
        instead !== null && <span className="muted">{t('inspections.uses.notNeeded', { why: say(instead) })}</span>,
    },
    {
      id: 'end',
      header: '',
      cell: ({ product, category, supplier, operation }) =>
        maySay && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => setSaid({ of: { product, category, supplier, operation }, plan: '' })}
          >
            {t('inspections.page.endUse')}
          </Button>
        ),
    },
  ];
  return (
    <Section
      title={t('inspections.usedFor')}
      actions={
        maySay &&
        said === undefined && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setSaid({ of: { product: '', category: '', supplier: '', operation: '' }, plan: plan.plan })}
          >
            {t('inspections.page.use')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('inspections.usedFor')}
        rows={plan.uses}
        columns={columns}
        empty={<p className="muted">{t('inspections.page.unused')}</p>}
      />
      {plan.uses.length > 0 && plan.versions.every(({ standing }) => standing !== 'inForce') && (
        <p className="muted">{t('inspections.uses.notInForce')}</p>
      )}
      <p className="muted">{t('inspections.page.useHelp')}</p>
      {said !== undefined && <UseForm {...said} onDone={() => setSaid(undefined)} />}
    </Section>
  );
}

function UseForm({ of, plan, onDone }: { of: Said; plan: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const isEnd = plan === '';
  const fields: FormParts<Said> = [
    {
      fields: [
        { kind: 'code', name: 'product', label: 'fields.product', fixed: isEnd },
        { kind: 'text', name: 'category', label: 'fields.category', fixed: isEnd },
        { kind: 'code', name: 'supplier', label: 'fields.supplier', fixed: isEnd },
        { kind: 'text', name: 'operation', label: 'audit.fields.atOperation', fixed: isEnd },
      ],
    },
  ];
  if (signer === undefined) return null;
  if (signer.isOwner) return <NeedsPeople demo={signer.demo} />;
  return (
    <Panel label={t(isEnd ? 'inspections.page.endUse' : 'inspections.page.use')} mt="sm">
      <SignedForm
        name="inspections.usePlan"
        operation={inspections.usePlan}
        call={api.inspections.usePlan}
        title={isEnd ? 'inspections.page.endUse' : 'inspections.page.use'}
        record={of}
        fields={fields}
        draft={`use of plan ${plan} ${Object.values(of).join(' ')}`}
        send={(said) => ({ ...said, plan })}
        onDone={onDone}
        onCancel={onDone}
      />
    </Panel>
  );
}
