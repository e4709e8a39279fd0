/** Why goods wait for a person, the most urgent first. */
export const goodsKinds = ['expired', 'retestDue', 'rejected', 'quarantine', 'putAway', 'expiring'] as const;
export type GoodsKind = (typeof goodsKinds)[number];

/** What else waits. */
export const dutyKinds = [
  'confirm',
  'restore',
  'findings',
  'backup',
  'review',
  'schedule',
  'daily',
  'holds',
  'approvals',
  'inspections',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** When it is due: before today, today or without a day, within a week, within a month. */
export const taskGroups = ['overdue', 'today', 'week', 'month'] as const;
export type TaskGroup = (typeof taskGroups)[number];
