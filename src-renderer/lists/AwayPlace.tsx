import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk } from '#renderer/client/index.ts';

/** Draws the code of a location; of one that is not in the plant, where it is, beside it. */
export function usePlaceText(): (code: string) => ReactNode {
  const { t } = useTranslation();
  const { data } = useAsk(ask.locations.listAway.queryOptions({ input: {} }));
  const away = new Map(data?.locations.map(({ code, kind }) => [code, kind]));
  return (code) => {
    const kind = away.get(code);
    return (
      <>
        <span className="mono">{code}</span>
        {kind !== undefined && <span className="muted"> {t(`locations.away.${kind}`)}</span>}
      </>
    );
  };
}
