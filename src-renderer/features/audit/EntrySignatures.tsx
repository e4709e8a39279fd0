import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '#renderer/client/index.ts';
import { SignaturePart } from '#renderer/components/SignaturePart.tsx';
import type { Change } from '#shared/audit/contract.ts';

/** No entry writes more signatures than two, and they are on a record it wrote itself. */
const mostLookedAt = 4;

/** The signatures an entry was made with, whether or not what they are on was changed since. */
export function EntrySignatures({ seq, changes }: { seq: number; changes: readonly Change[] }): ReactNode {
  const isSigned = changes.some(({ record }) => record === 'signature');
  const records = isSigned ? changes.filter(({ record }) => record !== 'signature').slice(0, mostLookedAt) : [];
  const answers = useQueries({
    queries: records.map(({ record, parts }) =>
      ask.people.listSignatures.queryOptions({ input: { record, parts: parts.slice(0, 4) } }),
    ),
  });
  const signatures = answers.flatMap(({ data }) => data?.signatures ?? []).filter(({ entry }) => entry === seq);
  return <SignaturePart signatures={signatures} mayAudit withoutEntry />;
}
