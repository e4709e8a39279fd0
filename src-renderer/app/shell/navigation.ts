import type { Path } from '#renderer/components/address.ts';
import type { IconName } from '#renderer/components/icons.tsx';
import type { HistoriedRecord } from '#shared/audit/vocabulary.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import { mayOpen } from '../screens.ts';

/** The screens one goes to, in groups and in the order of the navigation. */
const groups = [
  { name: 'day', places: [{ path: '/today', key: 't', text: 'today.title', icon: 'clock', also: 'find.also.today' }] },
  {
    name: 'trace',
    places: [
      { path: '/trace', key: 'c', text: 'trace.title', icon: 'trace', also: 'find.also.trace' },
      { path: '/recall', key: 'r', text: 'recalls.title', icon: 'recall', also: 'find.also.recall' },
    ],
  },
  {
    name: 'stock',
    places: [
      { path: '/lots', key: 'l', text: 'lots.title', icon: 'lots' },
      { path: '/serials', key: 's', text: 'serials.title', icon: 'serials', needs: 'serials' },
      { path: '/inspections', key: 'k', text: 'inspections.list.place', icon: 'inspections' },
      { path: '/holds', key: 'h', text: 'holds.list.title', icon: 'lock', also: 'find.also.holds' },
      { path: '/labels', key: 'b', text: 'labels.list.title', icon: 'labels' },
      { path: '/files', key: 'y', text: 'attachments.place', icon: 'files' },
      { path: '/due', key: 'f', text: 'daily.list.title', icon: 'due' },
      { path: '/documents', key: 'd', text: 'movements.documentList.title', icon: 'documents' },
    ],
  },
  {
    name: 'plant',
    places: [
      { path: '/products', key: 'p', text: 'products.list.title', icon: 'products' },
      { path: '/partners', key: 'n', text: 'dossier.partnerList.title', icon: 'partners' },
      { path: '/suppliers', key: 'u', text: 'suppliers.place', icon: 'suppliers' },
      { path: '/plans', key: 'i', text: 'inspections.plans.place', icon: 'plans' },
      { path: '/locations', key: 'o', text: 'dossier.locationList.title', icon: 'locations' },
    ],
  },
  {
    name: 'records',
    places: [
      { path: '/reports', key: 'e', text: 'reports.title', icon: 'report' },
      { path: '/audit', key: 'a', text: 'audit.title', icon: 'audit', also: 'find.also.audit' },
    ],
  },
  {
    name: 'setUp',
    places: [
      { path: '/import', text: 'exchange.title', icon: 'import' },
      { path: '/setup', text: 'people.setUp', icon: 'people', also: 'find.also.setUp' },
    ],
  },
] as const satisfies readonly {
  name: string;
  /**
   * `also`: other words by which the one box finds it. `key`: the letter that leads there behind g. `needs`: what a plant
   * must have for the navigation to name it; the box and the key lead there all the same.
   */
  places: readonly { path: Path; icon: IconName; text: string; key?: string; also?: string; needs?: 'serials' }[];
}[];

/** Further screens the one box goes to: parts of those of the navigation. */
const parts = [
  { path: '/lots/new', text: 'lots.create.title' },
  { path: '/check', text: 'dossier.check.title', also: 'find.also.check' },
  { path: '/holds/new', text: 'holds.new.title' },
  { path: '/audit/reviews', text: 'reviews.title' },
  { path: '/samples', text: 'inspections.drawnSamples.list.title' },
  { path: '/setup/add', text: 'people.add' },
  { path: '/setup/qualifications', text: 'people.authoriseMany' },
  { path: '/setup/roles', text: 'people.rolesTitle' },
  { path: '/setup/settings', text: 'people.settingsTitle', also: 'find.also.settings' },
  { path: '/setup/products', text: 'products.settings.place', also: 'find.also.categories' },
  { path: '/setup/numbering', text: 'numbering.title' },
  { path: '/setup/warranty', text: 'serials.warranty.rules' },
  { path: '/setup/statuses', text: 'statuses.title' },
  { path: '/setup/backups', text: 'backups.title' },
  { path: '/setup/gaps', text: 'reports.catalogue.setUpGaps.title' },
] as const satisfies readonly { path: Path; text: string; also?: string }[];

/** The pages that are opened from a list, each with the place of the navigation it belongs to. */
const pages = new Map<string, Path>([
  ['/unit', '/lots'],
  ['/check', '/serials'],
  ['/document', '/documents'],
  ['/product', '/products'],
  ['/product/edit', '/products'],
  ['/product/convert', '/products'],
  ['/product/new', '/products'],
  ['/product/settings', '/products'],
  ['/category', '/products'],
  ['/category/edit', '/products'],
  ['/attribute/edit', '/products'],
  ['/partner', '/partners'],
  ['/partner/new', '/partners'],
  ['/partner/edit', '/partners'],
  ['/plan', '/plans'],
  ['/plan/write', '/plans'],
  ['/inspection', '/inspections'],
  ['/samples', '/inspections'],
  ['/inspection/open', '/inspections'],
  ['/location', '/locations'],
  ['/location/edit', '/locations'],
] satisfies [Path, Path][]);

/** The same for the versions of a record, by its kind. */
const histories = new Map<unknown, Path>([
  ['product', '/products'],
  ['partner', '/partners'],
  ['place', '/locations'],
  ['lot', '/lots'],
  ['product_category', '/products'],
  ['product_attribute', '/products'],
] satisfies [HistoriedRecord, Path][]);

/** Where a page belongs that is opened from a list. */
function listOf(path: string, asked: Readonly<Record<string, unknown>>): Path | undefined {
  // Its screen takes a kind it does not know for a product.
  if (path === '/history') return histories.get(asked['record']) ?? '/products';
  return path === '/unit' && (asked['serial'] ?? '') !== '' ? '/serials' : pages.get(path);
}

/** How the navigation marks a place: the very page that is shown, or where that belongs to. */
export function markOf(
  place: Path,
  path: string,
  asked: Readonly<Record<string, unknown>>,
): 'page' | 'true' | undefined {
  if (path === place || path.startsWith(`${place}/`)) return 'page';
  return listOf(path, asked) === place ? 'true' : undefined;
}

const navigation = groups.flatMap<(typeof groups)[number]['places'][number]>(({ places }) => places);

/** Whether a screen is one that one goes to, and not a page opened from it. */
export const isPlace = (path: string): boolean => navigation.some((place) => place.path === path);

/** The groups of the navigation with the screens a person may go to. */
export const groupsFor = (permissions: readonly Permission[], { hasSerials }: { hasSerials: boolean }) =>
  groups
    .map(({ name, places }) => ({
      name,
      places: places.filter((place) => mayOpen(place.path, permissions) && (hasSerials || !('needs' in place))),
    }))
    .filter(({ places }) => places.length > 0);

/** The places that keys lead a person to, each with its letter behind g. */
export const keyedPlacesFor = (permissions: readonly Permission[]) =>
  navigation.flatMap((place) => ('key' in place && mayOpen(place.path, permissions) ? [place] : []));

/** Everywhere a person may go from the one box. */
export const placesFor = (permissions: readonly Permission[]) =>
  [...navigation, ...parts].filter(({ path }) => mayOpen(path, permissions));
