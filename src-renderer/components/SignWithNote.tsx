import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from './links.tsx';
import { SignDialog } from './SignDialog.tsx';
import type { SignFormProps, SigningShown, Typed } from './SignForm.tsx';

type Props = Pick<SignFormProps, 'signer'> & {
  signing: SigningShown & { open: () => void };
  /** On the button; `label` says more to readers aloud, where several buttons bear the same text. */
  text: string;
  label?: string;
  /** In a row of a table. */
  small?: boolean;
  title: string;
  note: Typed;
};

/** A button, and behind it the dialog in which an act is signed that may bear a note. */
export function SignWithNote({ text, label = text, small = false, ...dialog }: Props): ReactNode {
  return (
    <>
      <Button
        size={small ? 'compact-xs' : 'sm'}
        variant="default"
        aria-label={label}
        aria-haspopup="dialog"
        onClick={dialog.signing.open}
      >
        {text}
      </Button>
      <SignDialog {...dialog} />
    </>
  );
}

/** In place of such a button for the owner of the file, who has no password: why, and the way to people who have. */
export function OwnerCannotSign({ demo }: { demo: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <p className="muted">
      {t(demo ? 'signing.needsDemoPeople' : 'signing.needsPeopleHelp')}{' '}
      <Link to="/setup">{t(demo ? 'signing.goDemoPeople' : 'signing.goSetUp')}</Link>
    </p>
  );
}
