import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useMay } from '#renderer/client/index.ts';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { partners } from '#shared/partners/contract.ts';
import type { Partner } from './dossier.hooks.ts';

type Terms = Pick<Partner, 'contactName' | 'contactPhone' | 'contactEmail' | 'leastLifeDays'>;

/** What was agreed with a partner is said here: a button, and behind it the contact and how long goods must last. */
export function TermsButton({ partner }: { partner: Partner }): ReactNode {
  const { t } = useTranslation();
  const maySay = useMay('masterData');
  const [isOpen, setOpen] = useState(false);
  if (!maySay) return null;
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('partners.terms')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('partners.terms')}
        size={560}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('common.cancel') }}
      >
        <TermsForm partner={partner} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function TermsForm({ partner, onDone }: { partner: Partner; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const { code, kind, contactName, contactPhone, contactEmail, leastLifeDays } = partner;
  const record: Terms = { contactName, contactPhone, contactEmail, leastLifeDays };
  const fields: FormParts<Terms> = [
    { kind: 'text', name: 'contactName', label: 'audit.fields.contactName', help: 'partners.contactHelp' },
    {
      fields: [
        { kind: 'text', name: 'contactPhone', label: 'audit.fields.contactPhone' },
        { kind: 'text', name: 'contactEmail', label: 'audit.fields.contactEmail' },
      ],
    },
    {
      kind: 'wholeNumber',
      name: 'leastLifeDays',
      label: 'audit.fields.leastLifeDays',
      unit: t('partners.days'),
      help: 'partners.lifeHelp',
      when: () => kind !== 'supplier',
    },
  ];
  return (
    <RecordForm
      operation={partners.saveTerms}
      call={api.partners.saveTerms}
      record={record}
      fields={fields}
      changes
      draft={`partner terms ${code}`}
      send={(terms) => ({ partner: code, ...terms })}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
