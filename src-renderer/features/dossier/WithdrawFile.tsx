import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/client/index.ts';
import { tell } from '#renderer/components/notices.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import { attachments } from '#shared/attachments/contract.ts';
import type { ListedFile } from '#shared/attachments/vocabulary.ts';

/** Says why a file does not hold any more. */
export function WithdrawFile({ file, onClose }: { file: ListedFile; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { number, label } = file;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('attachments.withdrawTitle', { number })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.cancel') }}
    >
      <p>{label}</p>
      <p className="muted">{t('attachments.withdrawHelp')}</p>
      <RecordForm
        operation={attachments.withdraw}
        call={api.attachments.withdraw}
        record={{ number }}
        fields={[]}
        draft={`withdrawal of ${number}`}
        action="attachments.withdraw"
        send={(values) => values}
        isTold
        onDone={() => {
          tell(t('attachments.withdrawn', { number }));
          onClose();
        }}
        onCancel={onClose}
      />
    </Modal>
  );
}
