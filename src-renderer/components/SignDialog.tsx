import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignForm, type SignFormProps } from './SignForm.tsx';
import styles from './SignDialog.module.css';
import { FailureState, type FailureShown, Loading } from './states.tsx';

type Props = Omit<SignFormProps, 'reading' | 'takesFocus'> & {
  /** What the signer is about to do, in a few words. */
  title: string;
  /** What is decided here, before there is anything to sign: stands above it. */
  choice?: ReactNode;
  /** Whether enough is chosen for something to be signed. */
  isAsked?: boolean;
  /** Why what is chosen cannot be signed. */
  refusal?: FailureShown | undefined;
};

/**
 * Signs one act: shows what the host says is signed, who signs and in what meaning, and asks for the password every time.
 * What it is refused for is inside it, nothing typed is lost but the passwords, and those are kept nowhere but in
 * their fields. The page's `useSigning` says all of it but the title and who may sign here.
 */
export function SignDialog({ title, choice, isAsked = true, refusal, ...form }: Props): ReactNode {
  const { t } = useTranslation();
  const { isOpen, close, running, reading, failure, retry } = form.signing;
  // With the arrow keys one passes one choice on the way to another.
  const [isByKeys, setByKeys] = useState(false);
  const obstacle = refusal ?? (reading === undefined ? failure : undefined);
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
      {choice !== undefined && (
        <div
          className={styles.choice}
          role="presentation"
          onKeyDown={() => setByKeys(true)}
          onPointerDown={() => setByKeys(false)}
        >
          {choice}
        </div>
      )}
      {!isAsked ? null : obstacle !== undefined ? (
        <FailureState failure={obstacle} retry={retry} />
      ) : reading === undefined ? (
        <Loading what={t('signing.reading')} />
      ) : (
        <SignForm {...form} reading={reading} takesFocus={!isByKeys} />
      )}
    </Modal>
  );
}
