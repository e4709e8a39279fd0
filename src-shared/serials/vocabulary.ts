import type { ListDeclaration } from '#shared/kernel/list.ts';
import { statusLetters } from '#shared/lots/vocabulary.ts';

/** The list of serials. Without a sort, the serial recorded last comes first. */
export const serialList = {
  columns: ['serial', 'product', 'name', 'lot', 'where', 'status'],
  shown: ['serial', 'product', 'name', 'lot', 'where', 'status'],
  sorts: ['serial', 'product'],
  filters: {
    product: { kind: 'text' },
    lot: { kind: 'text' },
    where: { kind: 'choice', values: ['plant', 'elsewhere'] },
    status: { kind: 'choice', values: statusLetters },
  },
} as const satisfies ListDeclaration;
