import { type ReactNode, useMemo } from 'react';
import { ask, useAsk, useMay } from '#renderer/client/index.ts';
import { MissingSerials, nameOfSerial } from '#renderer/components/missingSerials.ts';
import { StatusNames } from '#renderer/components/statusNames.ts';

/** Lets every badge call a status as the plant does, and every serial say that it is missing. */
export function NamedStatuses({ children }: { children: ReactNode }): ReactNode {
  const mayLook = useMay('look');
  const { data } = useAsk(ask.statuses.list.queryOptions({ input: {}, enabled: mayLook }));
  const missing = useAsk(ask.serials.listMissing.queryOptions({ input: {}, enabled: mayLook })).data?.serials;
  const names = useMemo(() => new Set(missing?.map(nameOfSerial)), [missing]);
  return (
    <StatusNames.Provider value={data?.statuses ?? []}>
      <MissingSerials.Provider value={names}>{children}</MissingSerials.Provider>
    </StatusNames.Provider>
  );
}
