import type { IconName } from '#renderer/components/icons.tsx';
import type { Permission } from '#shared/kernel/permissions.ts';

/** The screens one goes to, in the order of the navigation, and who may. */
export const places = [
  { path: '/trace', text: 'trace.title', icon: 'trace', needs: 'trace' },
  { path: '/recall', text: 'recalls.title', icon: 'recall', needs: 'recall' },
  { path: '/lots', text: 'lots.title', icon: 'lots', needs: 'look' },
  { path: '/serials', text: 'serials.title', icon: 'serials', needs: 'look' },
  { path: '/import', text: 'exchange.title', icon: 'import', needs: 'import' },
  { path: '/audit', text: 'audit.title', icon: 'audit', needs: 'audit' },
] as const satisfies readonly { path: string; icon: IconName; needs: Permission; text: string }[];

/** The places a person may go to; all of them until the host has said who is asking. */
export const placesFor = (permissions: readonly string[] | undefined) =>
  places.filter(({ needs }) => permissions === undefined || permissions.includes(needs));
