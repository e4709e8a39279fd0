import { Button, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#renderer/client/index.ts';
import { Line } from '#renderer/components/layout.tsx';
import { FailureState } from '#renderer/components/states.tsx';
import { RefusedProof } from './RefusedProof.tsx';

type ReasonProps = { value: string; onChange: (event: { currentTarget: { value: string } }) => void };

/** Why something is changed, as it is in the audit trail. */
export function ReasonField({ value, onChange }: ReasonProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Textarea
      label={t('people.reason')}
      description={t('people.reasonHelp')}
      rows={2}
      required
      withAsterisk={false}
      maxLength={4000}
      value={value}
      onChange={onChange}
    />
  );
}

/** Why a change was refused. Where somebody else was faster, what is recorded now can be loaded; what was typed stays till then. */
export function ChangeRefused({ failure, onLoad }: { failure: Failure; onLoad?: () => void }): ReactNode {
  const { t } = useTranslation();
  if (failure.code === 'REAUTH_FAILED' || failure.code === 'LOCKED_OUT') return <RefusedProof failure={failure} />;
  return (
    <>
      <FailureState failure={failure} />
      {failure.code === 'RECORD_CHANGED' && onLoad !== undefined && (
        <Line>
          <Button variant="default" onClick={onLoad}>
            {t('people.loadAgain')}
          </Button>
        </Line>
      )}
    </>
  );
}
