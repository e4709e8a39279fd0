import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  api,
  type Draft,
  type Signing,
  type SigningPerson,
  useDraft,
  useSigner,
  useSigning,
} from '#renderer/client/index.ts';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { Hint } from '#renderer/components/Hint.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import { tell } from '#renderer/components/notices.tsx';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import type { Inputs } from '#shared/contract.ts';
import type { Permission } from '#shared/kernel/permissions.ts';

export type HoldTarget = Inputs['holds']['set']['targets'][number];

type Shown = { text: string; small?: boolean };
type Holding = Shown & { targets: readonly HoldTarget[]; onHeld?: () => void };
type Lifting = Shown & { numbers: readonly string[]; onLifted?: () => void };

const typedReason = z.string();

/** Puts goods on hold: a button, and behind it the dialog that says with how much of it and is signed. */
export function HoldButton({ targets, onHeld, ...shown }: Holding): ReactNode {
  const { t } = useTranslation();
  const reason = useDraft(`hold of ${JSON.stringify(targets)}`.slice(0, 200), '', typedReason);
  const signing = useSigning('holds.set', api.holds.set, {
    input: { targets: [...targets], reason: reason.value },
    onSigned({ set }) {
      reason.clear();
      tell(t('holds.done', { count: set.length, first: set[0] }));
      onHeld?.();
    },
  });
  return <Act {...shown} needs="hold" title={t('holds.hold')} reason={reason} signing={signing} />;
}

/** Lifts holds in the same way. */
export function LiftButton({ numbers, onLifted, ...shown }: Lifting): ReactNode {
  const { t } = useTranslation();
  const reason = useDraft(`lifting ${numbers.join(' ')}`.slice(0, 200), '', typedReason);
  const signing = useSigning('holds.lift', api.holds.lift, {
    input: { numbers: [...numbers], reason: reason.value },
    onSigned({ lifted }) {
      reason.clear();
      tell(t('holds.liftDone', { count: lifted.length, first: lifted[0] }));
      onLifted?.();
    },
  });
  return <Act {...shown} needs="status" title={t('holds.lift')} reason={reason} signing={signing} />;
}

type ActProps = Shown & {
  needs: Permission;
  title: string;
  reason: Draft<string>;
  signing: Signing;
};

/** Who may not do it reads why beside the button. */
function Act({ needs, ...act }: ActProps): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const { text, small = false } = act;
  const isAllowed = signer?.permissions.includes(needs) ?? false;
  const size = small ? 'compact-sm' : 'sm';
  if (signer !== undefined && isAllowed) return <SignedAct {...act} size={size} signer={signer} />;
  return (
    <span>
      <Button size={size} variant="default" disabled>
        {text}
      </Button>{' '}
      <Hint about={text}>{t(signer?.lapsed.includes(needs) === true ? 'signing.lapsed' : 'signing.mayNot')}</Hint>
    </span>
  );
}

type Signed = Omit<ActProps, 'needs' | 'small'> & { size: string; signer: SigningPerson };

function SignedAct({ text, title, size, reason, signing, signer }: Signed): ReactNode {
  return (
    <>
      <Button size={size} variant="default" aria-haspopup="dialog" onClick={signing.open}>
        {text}
      </Button>
      <SignDialog
        title={title}
        signing={signing}
        signer={signer}
        reason={reason}
        // The owner of the file has no password.
        choice={signer.isOwner ? <NeedsPeople demo={signer.demo} /> : undefined}
        isAsked={!signer.isOwner}
      >
        <DraftNotice draft={reason} />
      </SignDialog>
    </>
  );
}
