import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type SigningPerson, useDraft, useMay, useSigner } from '#renderer/client/index.ts';
import { entryAddress } from '#renderer/components/address.ts';
import { MomentText } from '#renderer/components/figures.tsx';
import type { Proof } from '#renderer/components/SignForm.tsx';
import { SignWithNote } from '#renderer/components/SignWithNote.tsx';
import { approvalStatement } from '#shared/backups/approved.ts';
import { type BackupRow, useApproveRestore } from './backups.hooks.ts';

/** Who approved a restore; where nobody did, the way to do so for whoever may. Nothing for what is no restore. */
export function Approval({ row }: { row: BackupRow }): ReactNode {
  const { t } = useTranslation();
  const mayReview = useMay('review');
  const signer = useSigner();
  const { kind, ok, approval } = row;
  if (kind !== 'restore' || !ok) return null;
  if (approval !== null)
    return (
      <>
        <a href={entryAddress(approval.entry)}>{approval.name}</a>
        <div className="muted">
          <MomentText at={approval.at} />
        </div>
      </>
    );
  if (!mayReview || signer === undefined || signer.isOwner)
    return <span className="muted">{t('backups.notApproved')}</span>;
  return <Approve row={row} signer={signer} />;
}

const noteShape = z.string();

function Approve({ row, signer }: { row: BackupRow; signer: SigningPerson }): ReactNode {
  const { t } = useTranslation();
  const { seq: entry, person, head, path } = row;
  const draft = useDraft(`approval of restore ${entry}`, '', noteShape);
  const approving = useApproveRestore();
  const note = draft.value.trim();

  async function sign({ signature }: Proof): Promise<boolean> {
    const done = await approving.run({ entry, note, signature });
    if (done !== undefined) draft.clear();
    return done !== undefined;
  }

  return (
    <SignWithNote
      text={t('backups.approve')}
      label={t('backups.approveEntry', { seq: entry })}
      small
      title={t('backups.approveTitle')}
      statement={approvalStatement({ entry, person, head, path, note })}
      meaning="approved"
      note={draft}
      signer={signer}
      work={approving}
      onSign={sign}
    />
  );
}
