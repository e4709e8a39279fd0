import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Hit, Scanned } from '#shared/dossier/contract.ts';
import { ask } from './host.ts';

/** What the find boxes ask: lots, serials, documents, products and partners by their beginning or last characters. */
export function useFindHits(): (text: string) => Promise<{ hits: readonly Hit[]; scanned: Scanned | null }> {
  const queryClient = useQueryClient();
  return useCallback(
    async (text) => {
      const options = ask.dossier.find.queryOptions({ input: { text, limit: 20 } });
      return await queryClient.fetchQuery({ ...options, staleTime: 2000 });
    },
    [queryClient],
  );
}
