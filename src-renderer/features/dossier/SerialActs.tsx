import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/client/index.ts';
import { today } from '#renderer/components/figures.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Outputs } from '#shared/contract.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { serials, type ServiceEvent } from '#shared/serials/contract.ts';
import { type NoticedBy, noticedBys, type ServiceKind, serviceKinds } from '#shared/serials/vocabulary.ts';

type Piece = Pick<Unit, 'product' | 'serial'>;
type Warranty = Outputs['serials']['get']['warranty'];

type DialogProps = {
  text: string;
  /** Said instead where there are several of them. */
  label?: string;
  small?: boolean;
  title: string;
  children: (close: () => void) => ReactNode;
};

/** A button, and behind it a form in a dialog. */
function FormButton({ text, label, small = false, title, children }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        variant="default"
        {...(small ? { size: 'compact-xs' } : {})}
        aria-haspopup="dialog"
        aria-label={label}
        onClick={() => setOpen(true)}
      >
        {text}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={title}
        size={640}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('common.cancel') }}
      >
        {children(close)}
      </Modal>
    </>
  );
}

export function CorrectWarranty({ piece, warranty }: { piece: Piece; warranty: Warranty }): ReactNode {
  const { t } = useTranslation();
  const title = t('serials.warranty.correct');
  const record = { endsOn: warranty.isCorrected ? warranty.endsOn : '' };
  return (
    <FormButton text={title} small title={title}>
      {(close) => (
        <RecordForm
          operation={serials.correctWarranty}
          call={api.serials.correctWarranty}
          record={record}
          fields={[{ kind: 'date', name: 'endsOn', label: 'audit.fields.endsOn', help: 'serials.warranty.endsHelp' }]}
          changes
          draft={`warranty of ${piece.product} ${piece.serial}`}
          send={({ endsOn }) => ({ ...piece, version: warranty.version, endsOn })}
          onDone={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}

type Service = {
  kind: ServiceKind;
  doneOn: string;
  done: string;
  partInProduct: string;
  partInSerial: string;
  partOutProduct: string;
  partOutSerial: string;
};

export function RecordService({ piece }: { piece: Piece }): ReactNode {
  const { t } = useTranslation();
  const title = t('serials.service.record');
  const record: Service = {
    ...{ kind: 'repair', doneOn: today(), done: '' },
    ...{ partInProduct: '', partInSerial: '', partOutProduct: '', partOutSerial: '' },
  };
  const fields: FormParts<Service> = [
    {
      fields: [
        {
          kind: 'choice',
          name: 'kind',
          label: 'serials.service.what',
          options: serviceKinds.map((value) => ({ value, label: t(`serials.service.kinds.${value}`) })),
        },
        { kind: 'date', name: 'doneOn', label: 'serials.service.on' },
      ],
    },
    { kind: 'longText', name: 'done', label: 'serials.service.text' },
    {
      legend: 'serials.service.partOut',
      note: t('serials.service.partsHelp'),
      fields: [
        { kind: 'code', name: 'partOutProduct', label: 'fields.product' },
        { kind: 'code', name: 'partOutSerial', label: 'fields.serial' },
      ],
    },
    {
      legend: 'serials.service.partIn',
      fields: [
        { kind: 'code', name: 'partInProduct', label: 'fields.product' },
        { kind: 'code', name: 'partInSerial', label: 'fields.serial' },
      ],
    },
  ];
  return (
    <FormButton text={title} title={title}>
      {(close) => (
        <RecordForm
          operation={serials.recordService}
          call={api.serials.recordService}
          record={record}
          fields={fields}
          draft={`service of ${piece.product} ${piece.serial}`}
          send={(values) => ({ ...piece, ...values })}
          onDone={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}

export function Withdraw({ event: { product, number } }: { event: ServiceEvent }): ReactNode {
  const { t } = useTranslation();
  const title = t('serials.service.withdrawOf', { number });
  return (
    <FormButton text={t('serials.service.withdraw')} label={title} small title={title}>
      {(close) => (
        <RecordForm
          operation={serials.withdrawService}
          call={api.serials.withdrawService}
          record={{ product, number }}
          fields={[]}
          draft=""
          send={() => ({ product, number })}
          onDone={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}

export function ReportMissing({ piece }: { piece: Piece }): ReactNode {
  const { t } = useTranslation();
  const title = t('serials.missing.report');
  const record: { noticedBy: NoticedBy } = { noticedBy: 'person' };
  const fields: FormParts<typeof record> = [
    {
      kind: 'choice',
      name: 'noticedBy',
      label: 'serials.missing.noticed',
      help: 'serials.missing.until',
      options: noticedBys.map((value) => ({ value, label: t(`serials.missing.noticedBy.${value}`) })),
    },
  ];
  return (
    <FormButton text={title} title={title}>
      {(close) => (
        <RecordForm
          operation={serials.reportMissing}
          call={api.serials.reportMissing}
          record={record}
          fields={fields}
          draft=""
          send={({ noticedBy }) => ({ ...piece, noticedBy })}
          onDone={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}

export function Found({ piece }: { piece: Piece }): ReactNode {
  const { t } = useTranslation();
  const title = t('serials.missing.found');
  return (
    <FormButton text={title} small title={title}>
      {(close) => (
        <RecordForm
          operation={serials.reportFound}
          call={api.serials.reportFound}
          record={piece}
          fields={[]}
          draft=""
          send={({ product, serial }) => ({ product, serial })}
          onDone={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}
