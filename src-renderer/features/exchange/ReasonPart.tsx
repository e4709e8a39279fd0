import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type Draft, useDraft } from '#renderer/client/index.ts';
import { longestText } from '#shared/kernel/text.ts';

const shape = z.string();
const shortest = 3;

/** Why cells were typed over: one reason for all of them, kept like them. */
export const useReason = (): Draft<string> => useDraft('import reason', '', shape);

export const isReason = (text: string): boolean => text.trim().length >= shortest;

/** Asks for the reason that the audit trail keeps with each corrected cell. */
export function ReasonPart({ reason }: { reason: Draft<string> }): ReactNode {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('exchange.reason')}
      description={t('exchange.reasonLead')}
      withAsterisk
      maxLength={longestText}
      value={reason.value}
      onChange={(event) => reason.set(event.currentTarget.value)}
    />
  );
}
