import { type ComponentProps, type ReactNode, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, type SecretCall, useSigner, useSigning } from '#renderer/client/index.ts';
import type { TextKey } from '#renderer/components/form/field.ts';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import type { SigningField } from '#shared/kernel/operation.ts';
import { languageTags } from '#shared/signing/vocabulary.ts';
import { GridForm } from './GridForm.tsx';

type GridProps<R extends object, Input, Reply> = ComponentProps<typeof GridForm<R, Input, Reply | undefined>>;
type Props<R extends object, Input, Reply> = Omit<GridProps<R, Input, Reply>, 'call' | 'onDone'> & {
  /** The command's name, `lots.convertTracking`. */
  name: string;
  call: SecretCall<Input, Reply>;
  /** What is about to be done, as the dialog's title says it. */
  title: TextKey;
  onDone: (reply: Reply) => void;
};

type Sent<Input, Reply> = { input: Omit<Input, SigningField>; settle: (reply: Reply | undefined) => void };

/**
 * A `GridForm` whose command is signed: what the host refuses of rows is told at them before there is anything to sign, and
 * who leaves the dialog finds the rows as they were.
 */
export function SignedGrid<R extends object, Input, Reply>(props: Props<R, Input, Reply>): ReactNode {
  const { name, call, title, onDone, action = 'forms.goSign', ...grid } = props;
  const { t, i18n } = useTranslation();
  const signer = useSigner();
  const queryClient = useQueryClient();
  const [sent, setSent] = useState<Sent<Input, Reply>>();
  const signing = useSigning<Input, Reply>(name, call, {
    // Nothing is read before the dialog is open.
    input: sent?.input ?? ({} as Omit<Input, SigningField>),
    onSigned: (reply) => sent?.settle(reply),
  });
  const language = languageTags.find((tag) => tag === i18n.language) ?? 'en';

  async function send(input: Input): Promise<Reply | undefined> {
    await queryClient.fetchQuery({
      ...ask.signing.prepare.queryOptions({ input: { operation: name, input, language } }),
      staleTime: 0,
      gcTime: 0,
    });
    return await new Promise((settle) => {
      setSent({ input, settle });
      signing.open();
    });
  }

  function close(): void {
    signing.close();
    sent?.settle(undefined);
  }

  return (
    <>
      <GridForm {...grid} action={action} call={send} onDone={(reply) => reply !== undefined && onDone(reply)} />
      {signer !== undefined && <SignDialog signing={{ ...signing, close }} title={t(title)} signer={signer} />}
    </>
  );
}
