import { ask } from '#renderer/client/index.ts';
import type { Screen } from '#renderer/components/screen.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { documentList } from '#shared/movements/vocabulary.ts';

export const movementScreens: readonly Screen[] = [
  listScreen({
    list: documentList,
    path: '/documents',
    page: (input) => ask.movements.listDocuments.queryOptions({ input }),
  }),
];
