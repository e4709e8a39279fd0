import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignForm, type SignFormProps } from './SignForm.tsx';
import { FailureState, Loading } from './states.tsx';

type Props = Omit<SignFormProps, 'reading'> & {
  /** What the signer is about to do, in a few words. */
  title: string;
};

/**
 * Signs one act: shows what the host says is signed, who signs and in what meaning, and asks for the password every time.
 * What it is refused for is inside it, nothing typed is lost but the passwords, and those are kept nowhere but in
 * their fields. The page's `useSigning` says all of it but the title and who may sign here.
 */
export function SignDialog({ title, ...form }: Props): ReactNode {
  const { t } = useTranslation();
  const { isOpen, close, running, reading, failure, retry } = form.signing;
  return (
    <Modal
      opened={isOpen}
      // What is on its way is not left: nobody would learn whether it was signed.
      onClose={() => !running && close()}
      title={title}
      size={600}
      lockScroll={false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('signing.close') }}
      // Mantine draws a <header>, which outside of the page's main part would be a second banner.
      attributes={{ header: { role: 'presentation' } }}
    >
      {reading !== undefined ? (
        <SignForm {...form} reading={reading} />
      ) : failure === undefined ? (
        <Loading what={t('signing.reading')} />
      ) : (
        <FailureState failure={failure} retry={retry} />
      )}
    </Modal>
  );
}
