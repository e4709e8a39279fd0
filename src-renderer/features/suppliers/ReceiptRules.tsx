import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, useAsk, useMay, useSigner } from '#renderer/client/index.ts';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { SignedForm } from '#renderer/forms/SignedForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Outputs } from '#shared/contract.ts';
import { suppliers } from '#shared/suppliers/contract.ts';
import { receiptActs, receiptLevels } from '#shared/suppliers/vocabulary.ts';

type Rule = Outputs['suppliers']['rules']['rules'][number];
const blank: Rule = { level: 'site', code: '', act: 'quarantine' };

/** How goods of suppliers that are not approved are received, and the way to say so. */
export function ReceiptRules(): ReactNode {
  const { t } = useTranslation();
  const maySay = useMay('masterData');
  const asked = useAsk(ask.suppliers.rules.queryOptions({ input: {} }));
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel label={t('suppliers.rules')} mb="md">
      <Group justify="space-between" gap="8px 16px" mb={4}>
        <h2>{t('suppliers.rules')}</h2>
        {maySay && !isOpen && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            {t('suppliers.setRule')}
          </Button>
        )}
      </Group>
      <p className="muted">{t('suppliers.rulesHelp')}</p>
      <Answer asked={asked}>{({ rules }) => <Rules rules={rules} />}</Answer>
      {isOpen && <RuleForm onDone={() => setOpen(false)} />}
    </Panel>
  );
}

function Rules({ rules }: { rules: readonly Rule[] }): ReactNode {
  const { t } = useTranslation();
  const columns: TableColumn<Rule>[] = [
    {
      id: 'for',
      header: t('suppliers.receiptLevel'),
      cell: ({ level, code }) => (level === 'site' ? t('suppliers.receiptLevels.site') : code),
    },
    { id: 'act', header: t('suppliers.act'), wide: true, cell: ({ act }) => t(`suppliers.acts.${act}`) },
  ];
  if (rules.length === 0) return <p>{t('suppliers.standard')}</p>;
  return <DataTable label={t('suppliers.rules')} rows={rules} columns={columns} empty={null} />;
}

function RuleForm({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const fields: FormParts<Rule> = [
    {
      fields: [
        {
          kind: 'choice',
          name: 'level',
          label: 'suppliers.receiptLevel',
          options: receiptLevels.map((value) => ({ value, label: t(`suppliers.receiptLevels.${value}`) })),
        },
        { kind: 'code', name: 'code', label: 'suppliers.category', when: ({ level }) => level === 'category' },
        {
          kind: 'choice',
          name: 'act',
          label: 'suppliers.act',
          options: receiptActs.map((value) => ({ value, label: t(`suppliers.acts.${value}`) })),
        },
      ],
    },
  ];
  if (signer === undefined) return null;
  if (signer.isOwner) return <NeedsPeople demo={signer.demo} />;
  return (
    <SignedForm
      name="suppliers.saveRule"
      operation={suppliers.saveRule}
      call={api.suppliers.saveRule}
      title="suppliers.rules"
      record={blank}
      fields={fields}
      draft="receipt rule"
      send={({ level, code, act }) => ({ level, code: level === 'site' ? '' : code, act })}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
