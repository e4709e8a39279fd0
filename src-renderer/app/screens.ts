import type { AddressesOf, Screen } from '#renderer/components/screen.ts';
import { attachmentScreens } from '#renderer/features/attachments/attachments.routes.tsx';
import { auditScreens } from '#renderer/features/audit/audit.routes.tsx';
import { backupScreens } from '#renderer/features/backups/backups.routes.tsx';
import { dailyScreens } from '#renderer/features/daily/daily.routes.tsx';
import { dossierScreens } from '#renderer/features/dossier/dossier.routes.tsx';
import { exchangeScreens } from '#renderer/features/exchange/exchange.routes.tsx';
import { holdScreens } from '#renderer/features/holds/holds.routes.tsx';
import { labelScreens } from '#renderer/features/labels/labels.routes.tsx';
import { locationScreens } from '#renderer/features/locations/locations.routes.tsx';
import { lotScreens } from '#renderer/features/lots/lots.routes.tsx';
import { movementScreens } from '#renderer/features/movements/movements.routes.tsx';
import { numberingScreens } from '#renderer/features/numbering/numbering.routes.tsx';
import { partnerScreens } from '#renderer/features/partners/partners.routes.tsx';
import { peopleScreens } from '#renderer/features/people/people.routes.tsx';
import { productScreens } from '#renderer/features/products/products.routes.tsx';
import { recallScreens } from '#renderer/features/recalls/recalls.routes.tsx';
import { reportScreens } from '#renderer/features/reports/reports.routes.tsx';
import { serialScreens } from '#renderer/features/serials/serials.routes.tsx';
import { statusScreens } from '#renderer/features/statuses/statuses.routes.tsx';
import { inspectionScreens } from '#renderer/features/inspections/inspections.routes.tsx';
import { supplierScreens } from '#renderer/features/suppliers/suppliers.routes.tsx';
import { todayScreens } from '#renderer/features/today/today.routes.tsx';
import { traceScreens } from '#renderer/features/trace/trace.routes.tsx';
import { welcomeScreens } from '#renderer/features/welcome/welcome.routes.tsx';
import type { Permission } from '#shared/kernel/permissions.ts';

/** Every screen of every feature. */
export const screens = [
  ...welcomeScreens,
  ...todayScreens,
  ...traceScreens,
  ...recallScreens,
  ...reportScreens,
  ...lotScreens,
  ...serialScreens,
  ...holdScreens,
  ...labelScreens,
  ...attachmentScreens,
  ...dailyScreens,
  ...exchangeScreens,
  ...auditScreens,
  ...productScreens,
  ...partnerScreens,
  ...locationScreens,
  ...movementScreens,
  ...dossierScreens,
  ...peopleScreens,
  ...numberingScreens,
  ...statusScreens,
  ...supplierScreens,
  ...inspectionScreens,
  ...backupScreens,
];

declare module '#renderer/components/address.ts' {
  interface Addresses extends AddressesOf<(typeof screens)[number]> {}
}

/** The permission a screen would take and this person does not have; undefined where it may be used. */
export const lackingFor = (
  { needs }: Pick<Screen, 'needs'>,
  permissions: readonly Permission[],
): Permission | undefined => (needs === undefined || permissions.includes(needs) ? undefined : needs);

/** Whether the screen at a path may be used; one that does not exist says so itself. */
export function mayOpen(path: string, permissions: readonly Permission[]): boolean {
  const screen = screens.find((one) => one.path === path);
  return screen === undefined || lackingFor(screen, permissions) === undefined;
}
