import { defineList } from '#shared/kernel/defineList.ts';

export const locationKinds = [
  'dock',
  'storage',
  'quarantine',
  'production',
  'shipping',
  'reject',
  'subcontractor',
  'loan',
] as const;
export type LocationKind = (typeof locationKinds)[number];

/** Kinds of locations that are not in the plant. What lies there is the plant's all the same: in its stock and in recalls. */
export const awayKinds = ['subcontractor', 'loan'] as const satisfies readonly LocationKind[];
export type AwayKind = (typeof awayKinds)[number];
export const isAway = (kind: string): kind is AwayKind => awayKinds.some((one) => one === kind);

/** The list of locations. Without a sort it is in the order of their codes. */
export const locationList = defineList({
  name: 'locations',
  texts: 'dossier.locationList',
  cells: {
    code: { kind: 'code', header: 'fields.location', page: 'location', sorts: true, filters: true, width: 150 },
    name: { kind: 'text', header: 'fields.name', sorts: true, filters: true, width: 220 },
    site: { kind: 'text', header: 'audit.fields.site', sorts: true, filters: true },
    kind: {
      kind: 'choice',
      header: 'dossier.locationList.kind',
      values: locationKinds,
      said: 'audit.locationKinds',
      filters: true,
      width: 150,
    },
    lies: { kind: 'units', header: 'dossier.locationList.lies', width: 380 },
    units: { kind: 'integer', header: 'dossier.locationList.units', sorts: true, width: 140 },
    status: {
      kind: 'statuses',
      header: 'fields.status',
      filters: true,
      values: ['A', 'Q', 'R'],
      width: 150,
    },
  },
});
