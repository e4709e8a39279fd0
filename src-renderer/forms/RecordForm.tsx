import { type ReactNode, useEffect, useRef } from 'react';
import { type Failure, newCommandId, type SecretCall, useSecretCommand } from '#renderer/client/index.ts';
import { FormBody, type FormFrame } from './FormBody.tsx';
import type { FormAbout } from './about.ts';
import { useRecordForm } from './useRecordForm.ts';
import { useRefusal } from './useRefusal.ts';

export type RecordFormProps<R extends object, Input, Reply> = FormAbout<R, Input> &
  FormFrame<R> & {
    /** Sends the command. */
    call: SecretCall<Input, Reply>;
    /** Where the page goes on from there; without it the form stays, and says that it is saved. */
    onDone?: (reply: Reply) => void;
    /** The page says itself what was done. */
    isTold?: boolean;
    /** The field of a refusal that does not name one. */
    fieldOf?: (failure: Failure) => string | undefined;
  };

/**
 * The one way a page fills in a record and sends it by a command: fields by their kinds, judged by the contract's
 * schema as the host will, kept as a draft, sent once, and each refusal told at the field it is about.
 *
 *     <RecordForm operation={partners.save} call={api.partners.save} record={partner} fields={fields} changes
 *       draft={`partner ${partner.code}`} send={({ code, version }, changed) => ({ code, version, ...changed })} onDone={close} />
 */
export function RecordForm<R extends object, Input, Reply>(props: RecordFormProps<R, Input, Reply>): ReactNode {
  // About another record it is another form.
  return <Form key={props.draft} {...props} />;
}

function Form<R extends object, Input, Reply>(props: RecordFormProps<R, Input, Reply>): ReactNode {
  const { call, onDone, isTold, summary, fieldOf } = props;
  const command = useSecretCommand(call);
  const form = useRecordForm(props, 'form');
  const refused = useRefusal(form, command.failure, fieldOf);
  const lost = useRef<{ id: string; written: string }>(undefined);
  const { failure } = command;
  useEffect(() => {
    // An answer ends the attempt; while none came, the same is sent again under its id, and done once.
    if (failure !== undefined && failure.kind !== 'away') lost.current = undefined;
  }, [failure]);

  async function send(input: Input): Promise<void> {
    const { written } = form;
    if (lost.current?.written !== written) lost.current = { id: newCommandId(), written };
    const reply = await command.run(input, lost.current.id);
    if (reply === undefined) return;
    lost.current = undefined;
    form.done(isTold);
    onDone?.(reply);
  }

  const { after, changed } = form.now.read;
  return (
    <FormBody
      form={form}
      frame={props}
      // By the types of the record's fields, see readValues.
      summary={summary?.(after as R, changed as Partial<R>)}
      refused={refused}
      running={command.running}
      onSubmit={(event) => void form.submit(event, send)}
      onLookAgain={() => {
        command.reset();
        form.lookAgain();
      }}
    />
  );
}
