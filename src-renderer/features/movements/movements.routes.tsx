import { movements } from '#shared/movements/contract.ts';
import { ask } from '#renderer/client/index.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { documentList } from '#shared/movements/vocabulary.ts';

export const movementScreens = [
  listScreen({
    list: documentList,
    path: '/documents',
    main: movements.listDocuments,
    page: (input) => ask.movements.listDocuments.queryOptions({ input }),
  }),
];
