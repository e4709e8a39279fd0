/** Acts that must be of two different persons, whatever their roles, now and when the second act comes. */
export const separations = {
  inspectionResult: { first: 'inspections.record', second: 'inspections.decide' },
  disposition: { first: 'nonconformances.raise', second: 'nonconformances.approveDisposition' },
  inspectionPlan: { first: 'inspections.writePlan', second: 'inspections.approvePlan' },
  concession: { first: 'nonconformances.requestConcession', second: 'nonconformances.grantConcession' },
  count: { first: 'operations.count', second: 'operations.approveCount' },
  ownRole: { first: 'people.change', second: 'people.change' },
  singlePerson: { first: 'people.setSinglePerson', second: 'people.setSinglePerson' },
  restore: { first: 'backups.restore', second: 'backups.approveRestore' },
  retainedSample: { first: 'inspections.destroySample', second: 'inspections.destroySample' },
  rejectedGoods: { first: 'lots.changeStatus', second: 'lots.changeStatus' },
} as const;
export type Separation = keyof typeof separations;
