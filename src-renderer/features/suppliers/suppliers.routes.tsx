import { ask } from '#renderer/client/index.ts';
import { listScreen } from '#renderer/lists/ListScreen.tsx';
import { suppliers } from '#shared/suppliers/contract.ts';
import { approvalList } from '#shared/suppliers/vocabulary.ts';
import { ReceiptRules } from './ReceiptRules.tsx';

export const supplierScreens = [
  listScreen({
    list: approvalList,
    path: '/suppliers',
    main: suppliers.list,
    page: (input) => ask.suppliers.list.queryOptions({ input }),
    above: () => <ReceiptRules />,
    isImported: false,
  }),
];
