import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type SigningPerson, useDraft, useMay, useSigner } from '#renderer/client/index.ts';
import { entryPlace } from '#renderer/components/address.ts';
import { Link } from '#renderer/components/links.tsx';
import { MomentText } from '#renderer/components/figures.tsx';
import { SignWithNote } from '#renderer/components/SignWithNote.tsx';
import { type BackupRow, useApproveRestore } from './backups.hooks.ts';

/** Who approved a restore; where nobody did, the way to do so for those who may. Nothing for what is no restore. */
export function Approval({ row }: { row: BackupRow }): ReactNode {
  const { t } = useTranslation();
  const mayReview = useMay('review');
  const signer = useSigner();
  const { kind, ok, approval } = row;
  if (kind !== 'restore' || !ok) return null;
  if (approval !== null)
    return (
      <>
        <Link {...entryPlace(approval.entry)}>{approval.name}</Link>
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

function Approve({ row: { seq: entry }, signer }: { row: BackupRow; signer: SigningPerson }): ReactNode {
  const { t } = useTranslation();
  const note = useDraft(`approval of restore ${entry}`, '', noteShape);
  const signing = useApproveRestore({ entry, note: note.value.trim() }, note.clear);
  return (
    <SignWithNote
      text={t('backups.approve')}
      label={t('backups.approveEntry', { seq: entry })}
      small
      title={t('backups.approveTitle')}
      note={note}
      signer={signer}
      signing={signing}
    />
  );
}
