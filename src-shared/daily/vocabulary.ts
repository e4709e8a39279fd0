/** What of a lot falls due on a day. */
export const dueKinds = ['expiry', 'useBy', 'bestBefore', 'retest'] as const;
export type DueKind = (typeof dueKinds)[number];

/** What of it the daily job acts on: nothing happens to goods that are only best before a day. */
export const movingKinds = ['expiry', 'useBy', 'retest'] as const satisfies readonly DueKind[];
export type MovingKind = (typeof movingKinds)[number];
