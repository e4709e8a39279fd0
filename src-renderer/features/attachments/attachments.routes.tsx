import { ask } from '#renderer/client/index.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { attachments } from '#shared/attachments/contract.ts';
import { fileList } from '#shared/attachments/vocabulary.ts';

export const attachmentScreens = [
  listScreen({
    list: fileList,
    path: '/files',
    main: attachments.list,
    page: (input) => ask.attachments.list.queryOptions({ input }),
    isImported: false,
  }),
];
