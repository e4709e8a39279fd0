import type { ListDeclaration } from '#shared/kernel/list.ts';

/** The letters a stock status begins with. */
export const statusLetters = ['A', 'Q', 'R'] as const;
export type StatusLetter = (typeof statusLetters)[number];

/** The list of lots. Without a sort, the lot recorded last comes first. */
export const lotList = {
  columns: [
    'lot',
    'product',
    'name',
    'onHand',
    'status',
    'expiresOn',
    'retestOn',
    'manufacturedOn',
    'supplier',
    'supplierLot',
  ],
  shown: ['lot', 'product', 'name', 'onHand', 'status', 'expiresOn', 'supplier', 'supplierLot'],
  sorts: ['product', 'lot', 'supplier', 'supplierLot', 'manufacturedOn', 'expiresOn', 'retestOn'],
  filters: {
    product: { kind: 'text' },
    supplier: { kind: 'text' },
    supplierLot: { kind: 'text' },
    manufacturedOn: { kind: 'dates' },
    expiresOn: { kind: 'dates' },
    retestOn: { kind: 'dates' },
    onHand: { kind: 'choice', values: ['yes', 'no'] },
    status: { kind: 'choice', values: statusLetters },
  },
} as const satisfies ListDeclaration;
