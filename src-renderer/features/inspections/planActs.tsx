import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, type Draft, type Signing, useDraft, useSigner, useSigning } from '#renderer/client/index.ts';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import { tell } from '#renderer/components/notices.tsx';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import { SignedAction } from '#renderer/components/SignedAction.tsx';

const typedReason = z.string();
type Named = { plan: string; planVersion: number };

/** Puts a draft in force from its day on, signed by somebody who did not write in it. */
export function ApproveButton({ plan, planVersion }: Named): ReactNode {
  const { t } = useTranslation();
  const reason = useDraft(`approval of plan ${plan} ${planVersion}`, '', typedReason);
  const signing = useSigning('inspections.approvePlan', api.inspections.approvePlan, {
    input: { plan, planVersion, reason: reason.value },
    onSigned({ standing }) {
      reason.clear();
      tell(
        t('inspections.page.approved', {
          plan,
          version: planVersion,
          standing: t(`inspections.standings.${standing}`),
        }),
      );
    },
  });
  return <Act text={t('inspections.page.approve')} signing={signing} reason={reason} />;
}

/** Takes a version out of use. */
export function WithdrawButton({ plan, planVersion }: Named): ReactNode {
  const { t } = useTranslation();
  const reason = useDraft(`withdrawal of plan ${plan} ${planVersion}`, '', typedReason);
  const signing = useSigning('inspections.withdrawPlan', api.inspections.withdrawPlan, {
    input: { plan, planVersion, reason: reason.value },
    onSigned() {
      reason.clear();
      tell(t('inspections.page.withdrawn', { plan, version: planVersion }));
    },
  });
  return <Act text={t('inspections.page.withdraw')} signing={signing} reason={reason} />;
}

function Act({ text, signing, reason }: { text: string; signing: Signing; reason: Draft<string> }): ReactNode {
  const signer = useSigner();
  if (signer === undefined) return null;
  return (
    <>
      <SignedAction text={text} isAllowed onOpen={signing.open} />
      <SignDialog
        title={text}
        signing={signing}
        signer={signer}
        reason={reason}
        // The owner of the file has no password.
        choice={signer.isOwner ? <NeedsPeople demo={signer.demo} /> : undefined}
        isAsked={!signer.isOwner}
      />
    </>
  );
}
