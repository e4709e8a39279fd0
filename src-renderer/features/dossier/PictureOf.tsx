import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Work } from '#renderer/client/index.ts';
import { FailureState, Loading } from '#renderer/components/states.tsx';
import type { ListedFile } from '#shared/attachments/vocabulary.ts';

type Props = { file: ListedFile; work: Work<string, string>; onClose: () => void };

/** A picture that is attached, large, once it is fetched. */
export function PictureOf({ file, work: { reply, failure }, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const title = `${file.number} · ${file.label}`;
  return (
    <Modal opened onClose={onClose} title={title} size="xl" closeButtonProps={{ 'aria-label': t('common.cancel') }}>
      {failure !== undefined && <FailureState failure={failure} />}
      {reply === undefined ? (
        failure === undefined && <Loading what={title} />
      ) : (
        <img src={reply} alt={title} style={{ maxWidth: '100%', display: 'block', margin: '0 auto' }} />
      )}
    </Modal>
  );
}
