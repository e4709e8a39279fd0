import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignForm, type SignFormProps } from './SignForm.tsx';

type Props = SignFormProps & {
  opened: boolean;
  /** What the signer is about to do, in a few words. */
  title: string;
  onClose: () => void;
};

/**
 * Signs one act: says what is signed, who signs and in what meaning, and asks for the password every time. What it is
 * refused for stands inside it, nothing typed is lost but the passwords, and those are kept nowhere but in their fields.
 *
 *     <SignDialog opened={isSigning} title="Release" statement={preview.statement} meanings={['released']} signer={signer}
 *       reason={draft} work={releasing} onSign={release} onClose={close} />
 */
export function SignDialog({ opened, title, onClose, ...form }: Props): ReactNode {
  const { t } = useTranslation();
  const { running } = form.work;
  return (
    <Modal
      opened={opened}
      // What is on its way is not left: nobody would learn whether it was signed.
      onClose={() => !running && onClose()}
      title={title}
      size={600}
      lockScroll={false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('signing.close') }}
      // Mantine draws a <header>, which outside of the page's main part would be a second banner.
      attributes={{ header: { role: 'presentation' } }}
    >
      <SignForm {...form} />
    </Modal>
  );
}
