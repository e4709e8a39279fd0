import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meaning } from '#shared/kernel/signature.ts';
import { addressOf } from './address.ts';
import { SignDialog } from './SignDialog.tsx';
import type { Proof, SignFormProps, Typed } from './SignForm.tsx';

type Props = Pick<SignFormProps, 'statement' | 'signer'> & {
  /** On the button; `label` says more to readers aloud, where several buttons bear the same text. */
  text: string;
  label?: string;
  /** In a row of a table. */
  small?: boolean;
  title: string;
  meaning: Meaning;
  note: Typed;
  work: SignFormProps['work'] & { reset: () => void };
  /** Answers whether it was signed. */
  onSign: (proof: Proof) => Promise<boolean>;
};

/** A button, and behind it the dialog in which an act is signed that may bear a note. */
export function SignWithNote(props: Props): ReactNode {
  const { text, label = text, small = false, title, meaning, note, work, onSign, statement, signer } = props;
  const { t } = useTranslation();
  const [isSigning, setSigning] = useState(false);

  function close(): void {
    work.reset();
    setSigning(false);
  }

  return (
    <>
      <Button
        size={small ? 'compact-xs' : 'sm'}
        variant="default"
        aria-label={label}
        aria-haspopup="dialog"
        onClick={() => setSigning(true)}
      >
        {text}
      </Button>
      <SignDialog
        opened={isSigning}
        title={title}
        statement={statement}
        meanings={[meaning]}
        signer={signer}
        work={work}
        onSign={(proof) => void onSign(proof).then((signed) => signed && close())}
        onClose={close}
      >
        <Textarea
          label={t('reviews.note')}
          rows={2}
          maxLength={4000}
          value={note.value}
          readOnly={work.running}
          onChange={(event) => note.set(event.currentTarget.value)}
        />
      </SignDialog>
    </>
  );
}

/** In place of such a button for the owner of the file, who has no password: why, and the way to people who have. */
export function OwnerCannotSign({ demo }: { demo: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <p className="muted">
      {t(demo ? 'signing.needsDemoPeople' : 'signing.needsPeopleHelp')}{' '}
      <a href={addressOf('/setup')}>{t(demo ? 'signing.goDemoPeople' : 'signing.goSetUp')}</a>
    </p>
  );
}
