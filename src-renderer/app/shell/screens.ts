import type { IconName } from '#renderer/components/icons.tsx';
import type { Permission } from '#shared/kernel/permissions.ts';

/** The screens one goes to, in the order of the navigation, and who may: those who have one of the permissions. */
export const navigation = [
  { path: '/today', text: 'today.title', icon: 'clock', needs: ['look'] },
  { path: '/trace', text: 'trace.title', icon: 'trace', needs: ['trace'] },
  { path: '/recall', text: 'recalls.title', icon: 'recall', needs: ['recall'] },
  { path: '/lots', text: 'lots.title', icon: 'lots', needs: ['look'] },
  { path: '/serials', text: 'serials.title', icon: 'serials', needs: ['look'] },
  { path: '/documents', text: 'movements.documentList.title', icon: 'documents', needs: ['look'] },
  { path: '/products', text: 'products.list.title', icon: 'products', needs: ['look'] },
  { path: '/partners', text: 'dossier.partnerList.title', icon: 'partners', needs: ['look'] },
  { path: '/locations', text: 'dossier.locationList.title', icon: 'locations', needs: ['look'] },
  { path: '/reports', text: 'reports.title', icon: 'report', needs: ['look'] },
  { path: '/import', text: 'exchange.title', icon: 'import', needs: ['import'] },
  { path: '/audit', text: 'audit.title', icon: 'audit', needs: ['audit'] },
  { path: '/setup', text: 'people.setUp', icon: 'people', needs: ['audit', 'people'] },
] as const satisfies readonly { path: string; icon: IconName; needs: readonly Permission[]; text: string }[];

const hasOne = (needs: readonly Permission[], permissions: readonly string[] | undefined): boolean =>
  permissions === undefined || needs.some((permission) => permissions.includes(permission));

/** The navigation a person may go to; all of them until the host has said who is asking. */
export const navigationFor = (permissions: readonly string[] | undefined) =>
  navigation.filter(({ needs }) => hasOne(needs, permissions));

/** Set up by the owner of the file, who needs no permission for it. */
const openToAll = ['/setup/first'];

/** The permission a screen would take that this session does not have; undefined where it may be used. */
export function lackingFor(path: string, permissions: readonly string[] | undefined): Permission | undefined {
  const place = navigation.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  if (place === undefined || openToAll.includes(path) || hasOne(place.needs, permissions)) return undefined;
  return place.needs[0];
}
