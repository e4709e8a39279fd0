import type { ReactNode } from 'react';
import { ask, useAsk, useMay } from '#renderer/client/index.ts';
import { StatusNames } from '#renderer/components/statusNames.ts';

/** Lets every badge call a status as the plant does. */
export function NamedStatuses({ children }: { children: ReactNode }): ReactNode {
  const mayLook = useMay('look');
  const { data } = useAsk(ask.statuses.list.queryOptions({ input: {}, enabled: mayLook }));
  return <StatusNames.Provider value={data?.statuses ?? []}>{children}</StatusNames.Provider>;
}
