import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useSigner } from '#renderer/client/index.ts';
import { today } from '#renderer/components/figures.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { SignedForm } from '#renderer/forms/SignedForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Outputs } from '#shared/contract.ts';
import { suppliers } from '#shared/suppliers/contract.ts';
import { approvalLevels, approvalStatuses, type ListedApproval } from '#shared/suppliers/vocabulary.ts';

/** What is approved: with the approval as it is, where there is one. */
export type Approving = { partner: string; code: string; before: ListedApproval | undefined };

type Row = Outputs['suppliers']['about']['approvals'][number];
type Said = Pick<Row, 'partner' | 'level' | 'code' | 'status' | 'validFrom' | 'validUntil'>;

/** Approves a supplier for a product or category, on a condition or not, or blocks it; signed. */
export function ApproveForm({ about, onDone }: { about: Approving; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const { partner, code, before } = about;
  const record: Said =
    before === undefined
      ? { partner, level: 'product', code, status: 'approved', validFrom: today(), validUntil: '' }
      : {
          ...{ partner, level: before.level, code, status: before.status },
          ...{ validFrom: before.validFrom, validUntil: before.validUntil },
        };
  const isNew = before === undefined;
  const fields: FormParts<Said> = [
    {
      fields: [
        { kind: 'code', name: 'partner', label: 'fields.supplier', fixed: !isNew || partner !== '' },
        {
          kind: 'choice',
          name: 'level',
          label: 'suppliers.level',
          fixed: !isNew,
          options: approvalLevels.map((value) => ({ value, label: t(`suppliers.levels.${value}`) })),
        },
        { kind: 'code', name: 'code', label: 'suppliers.code', fixed: !isNew },
      ],
    },
    {
      fields: [
        {
          kind: 'choice',
          name: 'status',
          label: 'suppliers.status',
          help: 'suppliers.conditionHelp',
          options: approvalStatuses.map((value) => ({ value, label: t(`suppliers.statuses.${value}`) })),
        },
        { kind: 'date', name: 'validFrom', label: 'suppliers.validFrom' },
        { kind: 'date', name: 'validUntil', label: 'suppliers.validUntil', help: 'suppliers.untilHelp' },
      ],
    },
  ];
  if (signer === undefined) return null;
  return (
    <Panel tone="accent" label={t('suppliers.approve')} mb="md">
      {signer.isOwner ? (
        <NeedsPeople demo={signer.demo} />
      ) : (
        <SignedForm
          name="suppliers.saveApproval"
          operation={suppliers.saveApproval}
          call={api.suppliers.saveApproval}
          title="suppliers.approve"
          record={record}
          fields={fields}
          changes={!isNew}
          draft={`approval ${partner} ${code}`}
          send={(said) => said}
          onDone={onDone}
          onCancel={onDone}
        />
      )}
    </Panel>
  );
}
