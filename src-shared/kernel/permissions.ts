/** Every permission an operation may name. `enter` is everybody's, signed in or not. */
export const permissions = [
  'enter',
  'look',
  'audit',
  'review',
  'move',
  'status',
  'hold',
  'label',
  'reconcile',
  'service',
  'attach',
  'plan',
  'inspect',
  'trace',
  'recall',
  'report',
  'import',
  'masterData',
  'people',
  'backup',
] as const;
export type Permission = (typeof permissions)[number];
