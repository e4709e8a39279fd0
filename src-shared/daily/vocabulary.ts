import { defineList } from '#shared/kernel/defineList.ts';

/** What the daily job acts on: nothing happens to goods that are only best before a day. */
export const movingKinds = ['expiry', 'useBy', 'retest'] as const;
export type MovingKind = (typeof movingKinds)[number];

/** What can fall due. */
export const dueKinds = ['expiry', 'useBy', 'bestBefore', 'retest'] as const;
export type DueKind = (typeof dueKinds)[number];

/** What stands in the calendar: that, and the approvals of suppliers that end. */
export const calendarKinds = [...dueKinds, 'approval'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** Whether the daily job does what is due; "asks": whether it is the day that the computer's clock says. */
export const jobModes = ['on', 'off', 'asks'] as const;
export type JobMode = (typeof jobModes)[number];

/** The work that a date means. */
export const dueWorks = ['retest', 'useFirst', 'decide'] as const;
export type DueWork = (typeof dueWorks)[number];

/** The list of what falls due, lot by lot. Without a sort, what falls due first comes first. */
export const dueList = defineList({
  name: 'due',
  texts: 'daily.list',
  cells: {
    lot: { kind: 'unit', header: 'fields.lot', sorts: true, width: 160 },
    due: { kind: 'date', header: 'daily.list.due', sorts: true, filters: true, width: 132 },
    what: {
      kind: 'choice',
      header: 'daily.list.what',
      values: dueKinds,
      said: 'daily.kinds',
      filters: true,
      width: 120,
    },
    work: {
      kind: 'choice',
      header: 'daily.list.work',
      values: dueWorks,
      said: 'daily.works',
      filters: true,
      width: 200,
    },
    product: { kind: 'code', header: 'fields.product', page: 'product', sorts: true, filters: true },
    name: { kind: 'text', header: 'fields.name', width: 190 },
    released: { kind: 'quantity', header: 'products.list.released', width: 120 },
    quarantine: { kind: 'quantity', header: 'products.list.quarantine', width: 120 },
    bestBefore: {
      kind: 'date',
      header: 'audit.fields.bestBeforeOn',
      extra: true,
      sorts: true,
      filters: true,
      width: 132,
    },
  },
});
