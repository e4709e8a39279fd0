import type { ReactNode } from 'react';
import { api } from '#renderer/client/index.ts';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { security } from '#shared/security/contract.ts';
import { fieldOfPolicy, newPassword } from './newPasswordField.tsx';
import { RefusedProof } from './RefusedProof.tsx';

type Props = { person: { id: string; name: string }; onDone?: () => void };
const blank = { password: '', newPassword: '', repeated: '' };

/** The own password: the one until now, and twice the next. */
export function ChangePasswordForm({ person: { id: user, name }, onDone }: Props): ReactNode {
  const next = newPassword<typeof blank>('newPassword', () => ({ user, name }), {
    label: 'people.newPassword',
    twice: true,
  });
  const fields: FormParts<typeof blank> = [
    { kind: 'secret', secret: 'current', name: 'password', label: 'people.currentPassword' },
    {
      ...next,
      // The page says what is wrong with it already.
      check: (values) => (values.newPassword === values.repeated ? next.check?.(values) : ''),
    },
    // Drawn with the new password, and read with it.
    { kind: 'secret', secret: 'new', name: 'repeated', label: 'people.repeatPassword', when: () => false },
  ];
  return (
    <RecordForm
      operation={security.changePassword}
      call={api.people.changePassword}
      record={blank}
      fields={fields}
      draft=""
      send={({ password, newPassword: chosen }) => ({ password, newPassword: chosen })}
      fieldOf={fieldOfPolicy('newPassword')}
      drawFailure={(failure) => <RefusedProof failure={failure} own />}
      action="people.change"
      onDone={() => onDone?.()}
      isTold={onDone !== undefined}
    >
      <input type="text" name="username" autoComplete="username" value={user} readOnly hidden />
    </RecordForm>
  );
}
