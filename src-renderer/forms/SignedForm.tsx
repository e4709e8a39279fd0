import { type ReactNode, useEffect, useState } from 'react';
import { type SecretCall, useSigner, useSigning } from '#renderer/client/index.ts';
import type { TextKey } from '#renderer/components/form/field.ts';
import { Section } from '#renderer/components/layout.tsx';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import { useTranslation } from 'react-i18next';
import { ChangeTable } from './ChangeTable.tsx';
import { FormBody, type FormFrame } from './FormBody.tsx';
import { declaredBy, type FormAbout } from './about.ts';
import { useRecordForm } from './useRecordForm.ts';
import { useRefusal } from './useRefusal.ts';

type Props<R extends object, Input, Reply> = FormAbout<R, Input> &
  FormFrame<R> & {
    /** The command's name, `products.edit`. */
    name: string;
    call: SecretCall<Input, Reply>;
    /** What is about to be done, as the dialog's title says it. */
    title: TextKey;
    onDone: (reply: Reply) => void;
  };

/**
 * A `RecordForm` whose command is signed: the button has the host say what would be signed, and opens the dialog in which
 * it is read and signed, with the reason. Where a command is signed in some cases only, it is sent at once in the others.
 */
export function SignedForm<R extends object, Input, Reply>(props: Props<R, Input, Reply>): ReactNode {
  // About another record it is another form.
  return <Form key={props.draft} {...props} />;
}

function Form<R extends object, Input, Reply>(props: Props<R, Input, Reply>): ReactNode {
  const { operation, name, call, title, record, onDone, summary, changes = false } = props;
  const { t } = useTranslation();
  const signer = useSigner();
  const { meta, needsReason } = declaredBy(operation);
  // What only some cases are signed for asks its reason in the form: there may be no dialog.
  const isAlwaysSigned = 'signature' in meta && meta.signature.meanings.length > 0;
  const form = useRecordForm(props, isAlwaysSigned ? 'dialog' : 'form');
  const [isPreparing, setPreparing] = useState(false);
  const reason = { value: String(form.values['reason'] ?? ''), set: (text: string) => form.set('reason', text) };
  const signing = useSigning(name, call, {
    input: isAlwaysSigned && needsReason ? { ...form.now.input, reason: reason.value } : form.now.input,
    recorded: record,
    onSigned: (reply) => {
      // What was signed in the dialog is told by that.
      form.done(signing.isOpen);
      onDone(reply);
    },
  });
  const refused = useRefusal(form, signing.isOpen ? undefined : signing.failure);
  useEffect(() => {
    // The dialog says itself what changed since it was read.
    if (signing.isOpen) form.lookAgain();
    // oxlint-disable-next-line react/exhaustive-deps -- the form is the same one throughout.
  }, [signing.isOpen, record]);

  async function send(): Promise<void> {
    setPreparing(true);
    const reading = await signing.prepare();
    if (reading?.positions.length === 0) await signing.sign({}, reading);
    else if (reading !== undefined) signing.open();
    setPreparing(false);
  }

  const { after, changed } = form.now.read;
  const isListed = isAlwaysSigned && changes;
  const table = <ChangeTable form={form} />;
  return (
    <>
      <FormBody
        form={form}
        frame={{ action: isAlwaysSigned ? 'forms.goSign' : 'forms.save', ...props }}
        summary={
          <>
            {/* By the types of the record's fields, see readValues. */}
            {summary?.(after as R, changed as Partial<R>)}
            {isListed && form.listed.length > 0 && <Section title={t('forms.changes')}>{table}</Section>}
          </>
        }
        refused={refused}
        running={isPreparing || signing.running}
        onSubmit={(event) => void form.submit(event, send)}
        onLookAgain={form.lookAgain}
      />
      {/* Beside the form, not in it: what is typed and sent in the dialog is no business of the form's. */}
      {signer !== undefined && (
        <SignDialog
          signing={signing}
          title={t(title)}
          signer={signer}
          {...(isAlwaysSigned && needsReason ? { reason } : {})}
          lookAgain={() => {
            form.lookAgain();
            signing.retry();
          }}
        >
          {isListed && table}
        </SignDialog>
      )}
    </>
  );
}
