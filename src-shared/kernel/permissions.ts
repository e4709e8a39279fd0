/** Every permission an operation may name. */
export const permissions = ['look', 'audit', 'move', 'trace', 'recall', 'import', 'masterData'] as const;
export type Permission = (typeof permissions)[number];
