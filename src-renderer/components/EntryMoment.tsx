import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentText } from './figures.tsx';

/** The time of an entry or signature; and what the computer's clock said, where that was behind the audit trail. */
export function EntryMoment({ at, clockBehind }: { at: string; clockBehind?: string | undefined }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <MomentText at={at} detail="exact" />
      {clockBehind !== undefined && (
        <div className="muted">
          {t('signing.clockBehind')} <MomentText at={clockBehind} detail="exact" />
        </div>
      )}
    </>
  );
}
