import { Box, Modal } from '@mantine/core';
import { memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignForm, type SignFormProps } from './SignForm.tsx';
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
      closeOnClickOutside={false}
      // Two sign side by side.
      {...(reading !== undefined && reading.positions.length > 1 ? { size: 860 } : {})}
      closeButtonProps={{ 'aria-label': t('signing.close') }}
    >
      <Held isHeld={running}>
        {choice !== undefined && (
          <Box mb="md" role="presentation" onKeyDown={() => setByKeys(true)} onPointerDown={() => setByKeys(false)}>
            {choice}
          </Box>
        )}
        {!isAsked ? null : obstacle !== undefined ? (
          <FailureState failure={obstacle} retry={retry} />
        ) : reading === undefined ? (
          <Loading what={t('signing.reading')} />
        ) : (
          <SignForm {...form} reading={reading} takesFocus={!isByKeys} />
        )}
      </Held>
    </Modal>
  );
}

/** Stands as it was while it is sent: the page behind learns what came of it before the dialog is closed. */
const Held = memo(
  ({ children }: { isHeld: boolean; children: ReactNode }): ReactNode => children,
  (before, after) => before.isHeld && after.isHeld,
);
