/** Every permission an operation may name. */
export const permissions = ['look', 'audit', 'move', 'trace', 'recall', 'report', 'import', 'masterData'] as const;
export type Permission = (typeof permissions)[number];
