import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useWork } from '#renderer/client/index.ts';
import { tell } from '#renderer/components/notices.tsx';
import { FailureState, Loading } from '#renderer/components/states.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { attachments } from '#shared/attachments/contract.ts';
import { endings, type FileKind, fileKinds } from '#shared/attachments/vocabulary.ts';
import { type FileOwnerNamed, handOver } from './files.hooks.ts';

type Said = { kind: FileKind; certificate: string; issuedOn: string; issuer: string };
const nothingSaid: Said = { kind: 'analysis', certificate: '', issuedOn: '', issuer: '' };

/** Takes a file that is dropped or chosen, and asks what it is. */
export function AttachFile({ owner }: { owner: FileOwnerNamed }): ReactNode {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { run, running, failure, input: file, reply: upload, reset } = useWork('attachments.upload', handOver);
  const take = (chosen: File | undefined): void => {
    if (chosen !== undefined) run(chosen);
  };
  return (
    // Dropping is a second way only; the button does the same by keyboard.
    <Group
      mt="sm"
      gap="sm"
      p="8px 12px"
      bd={`1px dashed var(--l-${over ? 'accent' : 'control'})`}
      bg={over ? 'var(--l-selected)' : 'transparent'}
      style={{ borderRadius: 6 }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <Button variant="default" onClick={() => input.current?.click()} disabled={running}>
        {t('attachments.add')}
      </Button>
      <span className="muted">{t('attachments.addHelp')}</span>
      <input
        ref={input}
        type="file"
        hidden
        accept={Object.values(endings).flat().join(',')}
        aria-label={t('attachments.add')}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      {running && <Loading what={t('attachments.sending')} />}
      {failure !== undefined && <FailureState failure={failure} />}
      {upload !== undefined && (
        <Modal
          opened
          onClose={reset}
          title={`${t('attachments.add')}: ${file?.name ?? ''}`}
          closeOnClickOutside={false}
          closeButtonProps={{ 'aria-label': t('common.cancel') }}
        >
          <RecordForm
            operation={attachments.add}
            call={api.attachments.add}
            record={nothingSaid}
            fields={fieldsIn(t)}
            draft=""
            action="attachments.addNow"
            send={(said) => ({ ...owner, ...said, upload })}
            isTold
            onDone={({ number }) => {
              tell(t('attachments.added', { number }));
              reset();
            }}
            onCancel={reset}
          />
        </Modal>
      )}
    </Group>
  );
}

const fieldsIn = (t: (path: `attachments.kinds.${FileKind}`) => string): FormParts<Said> => [
  {
    kind: 'choice',
    name: 'kind',
    label: 'attachments.kind',
    options: fileKinds.map((value) => ({ value, label: t(`attachments.kinds.${value}`) })),
  },
  {
    fields: [
      { kind: 'text', name: 'certificate', label: 'attachments.certificate' },
      { kind: 'date', name: 'issuedOn', label: 'attachments.issuedOn' },
    ],
  },
  { kind: 'text', name: 'issuer', label: 'attachments.issuer' },
];
