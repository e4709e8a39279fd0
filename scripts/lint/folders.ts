import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

/**
 * "Who may know whom" of ARCHITECTURE.md as data. Everything not listed is refused, so that a new folder
 * has to be given a row before it can import anything.
 *
 * Words in capitals stand for folders: FEATURE any feature, OWN the feature of the importing file, LEFT the
 * features before it in the order below, NAME any one folder. A path with a file ending names files (`*`
 * within one name), any other path a folder with all below it. A file's own folder is always open to it.
 */
export const featureOrder = [
  'jobs',
  'signing',
  'security',
  'people',
  'settings',
  'views',
  'audit',
  'backups',
  'alerts',
  'approvals',
  'products',
  'partners',
  'locations',
  'numbering',
  'holds',
  'statuses',
  'suppliers',
  'lots',
  'serials',
  'attachments',
  'movements',
  'labels',
  'daily',
  'documents',
  'orders',
  'inspections',
  'gauges',
  'nonconformances',
  'actions',
  'complaints',
  'certificates',
  'trace',
  'recalls',
  'campaigns',
  'reports',
  'packets',
  'exchange',
  'dossier',
  'today',
  'welcome',
] as const;

type Row = { folder: string; may: readonly string[]; typesOnly?: true };

const below = [
  'src-shared',
  'src-main/ledger',
  'src-main/ledgerStore',
  'src-main/trace',
  'src-main/documents',
  'src-main/store',
  'src-main/context',
  'src-main/worker',
];
const partsOf = (features: 'LEFT' | 'FEATURE'): string[] =>
  ['queries', 'actions'].map((part) => `src-main/features/${features}/*.${part}.ts`);
const screenParts = ['src-shared', 'src-renderer/theme', 'src-renderer/components', 'src-renderer/client'];
const screens = [...screenParts, 'src-renderer/forms', 'src-renderer/lists'];
const renderer = [...screens, 'src-renderer/features/FEATURE/*.routes.tsx', 'src-renderer/app'];
const throughAHost = ['src-shared', 'src-renderer/client', 'test/support'];

/** The first row that fits a file holds for it. */
const rows: readonly Row[] = [
  { folder: 'src-shared/kernel', may: [] },
  {
    folder: 'src-shared/texts',
    may: ['src-shared/kernel/message.ts', 'src-shared/kernel/texts.ts', 'src-shared/records.ts'],
  },
  { folder: 'src-shared/FEATURE/texts.ts', may: ['src-shared/kernel/texts.ts', 'src-shared/OWN/*Texts.ts'] },
  { folder: 'src-shared/FEATURE/*Texts.ts', may: [] },
  {
    folder: 'src-shared/FEATURE/contract.ts',
    may: [
      'src-shared/kernel',
      'src-shared/OWN/vocabulary.ts',
      'src-shared/OWN/*Vocabulary.ts',
      'src-shared/LEFT/vocabulary.ts',
      'src-shared/LEFT/contract.ts',
    ],
  },
  { folder: 'src-shared/FEATURE', may: ['src-shared/kernel', 'src-shared/LEFT'] },
  { folder: 'src-shared/contract.ts', may: ['src-shared/FEATURE/contract.ts'] },
  {
    folder: 'src-shared/records.ts',
    may: ['src-shared/kernel', 'src-shared/FEATURE/records.ts', 'src-shared/FEATURE/texts.ts'],
  },

  { folder: 'src-main/worker', may: ['src-shared/kernel'] },
  { folder: 'src-main/trace/packing', may: [] },
  { folder: 'src-main/trace/graph', may: ['src-shared', 'src-main/trace/packing'] },
  { folder: 'src-main/trace/figures', may: ['src-shared', 'src-main/trace/packing'] },
  { folder: 'src-main/trace/walk', may: ['src-shared', 'src-main/trace/packing', 'src-main/trace/graph'] },
  { folder: 'src-main/trace', may: ['src-shared'] },
  { folder: 'src-main/documents', may: ['src-shared', 'src-main/worker'] },
  {
    folder: 'src-main/context',
    may: ['src-shared', 'src-main/store', 'src-main/ledgerStore', 'src-main/trace'],
    typesOnly: true,
  },
  { folder: 'src-main/store', may: ['src-shared/kernel'] },
  { folder: 'src-main/ledger', may: ['src-shared'] },
  { folder: 'src-main/ledgerStore', may: ['src-shared', 'src-main/ledger', 'src-main/store'] },
  // To verify the records of all features, audit reads what those to its right say of their tables.
  { folder: 'src-main/features/audit', may: [...below, ...partsOf('FEATURE')] },
  { folder: 'src-main/features/FEATURE', may: [...below, ...partsOf('LEFT')] },
  {
    folder: 'src-main/app',
    may: [
      'src-shared',
      'src-main/store',
      'src-main/ledger',
      'src-main/ledgerStore',
      'src-main/trace',
      'src-main/documents',
      'src-main/worker',
      'src-main/context',
      'src-main/features',
    ],
  },
  { folder: 'src-main/hosts/NAME', may: ['src-shared', 'src-main/app'] },
  { folder: 'src-main/start.ts', may: ['src-main/launcher.ts', 'src-main/hosts', 'src-main/app/config.ts'] },
  { folder: 'src-main/launcher.ts', may: ['src-shared/kernel', 'src-main/hosts', 'src-main/app/config.ts'] },

  { folder: 'src-renderer/theme', may: [] },
  { folder: 'src-renderer/components', may: ['src-shared', 'src-renderer/theme'] },
  { folder: 'src-renderer/client', may: ['src-shared', 'src-renderer/theme'] },
  { folder: 'src-renderer/forms', may: screenParts },
  { folder: 'src-renderer/lists', may: [...screenParts, 'src-renderer/forms'] },
  { folder: 'src-renderer/features/FEATURE', may: screens },
  { folder: 'src-renderer/app', may: renderer },
  { folder: 'src-renderer/main.tsx', may: renderer },

  { folder: 'test/story', may: throughAHost },
  { folder: 'test/hosts', may: throughAHost },
  { folder: 'test/screens', may: throughAHost },
  { folder: 'test/support', may: ['src-shared', 'src-main', 'src-renderer/client'] },
  { folder: 'test/rules', may: ['src-shared', 'test/support'] },
  { folder: 'test/trace', may: ['src-shared', 'src-main/trace', 'src-main/store', 'test/support'] },
  {
    folder: 'test/ledgerStore',
    may: ['src-shared', 'src-main/ledger', 'src-main/ledgerStore', 'src-main/store', 'test/support'],
  },
  { folder: 'test/house', may: ['scripts', 'src-main/app/features.ts', 'test/support'] },
  { folder: 'test/bench', may: ['src-shared', 'src-main', 'test/support'] },
  { folder: 'test/regression', may: ['src-shared', 'src-main', 'src-renderer/client', 'test/support'] },
  { folder: 'test/NAME', may: ['src-shared', 'src-main/NAME', 'src-renderer/NAME', 'test/support'] },
];

const trees = ['src-shared', 'src-main', 'src-renderer', 'test', 'scripts', 'resources'];
const aliases: Record<string, string> = {
  '#shared/': 'src-shared/',
  '#main/': 'src-main/',
  '#renderer/': 'src-renderer/',
};

/**
 * Packages: src-shared runs anywhere, the renderer runs in a sandbox, arrays in and answers out for trace and
 * documents, facts in and decisions out for the ledger.
 */
const database = ['@mikro-orm/', 'better-sqlite3'];
const sharedPackages = ['zod', '@orpc/contract', 'big.js', 'pure-rand'];
const closedPackages: readonly { folder: string; packages: readonly string[] }[] = [
  { folder: 'src-renderer/', packages: [...database, 'hono', '@hono/', 'pino', '@orpc/server'] },
  { folder: 'src-main/ledger/', packages: database },
  { folder: 'src-main/trace/', packages: database },
  { folder: 'src-main/documents/', packages: database },
  { folder: 'src-main/hosts/', packages: database },
];

/** The one file that writes signatures. */
const signatureWriter = 'src-main/features/signing/signing.actions.ts';

/**
 * Why a file may not import something, or undefined when it may.
 * @param from path of the importing file from the project's root, with forward slashes
 * @param specifier what stands in the import
 * @param how a value; a type, when the whole import is erased; or the address of a file that runs on its own (a
 * worker, a process), which can only be written as a relative path
 */
export function refuseImport(from: string, specifier: string, how: 'value' | 'type' | 'address'): string | undefined {
  const target = resolve(from, specifier);
  if (target === undefined) return refusePackage(from, specifier);
  if (!inOurTrees(from) || !inOurTrees(target)) return undefined;
  if (how !== 'address' && specifier.startsWith('.') && crossesRooms(from, target)) {
    return `Write the whole path ("#shared/…", "#main/…", "#renderer/…") to "${target}": a relative path must not leave its tree or its feature.`;
  }
  if (isTree(from, 'scripts')) return undefined;
  if (target === signatureWriter && isTree(from, 'src-main') && !from.startsWith('src-main/app/')) {
    return 'Only the pipeline writes signatures: a handler answers what was signed, see SignedHandler.';
  }
  const row = rowOf(from);
  if (row === undefined) return noRow(from);
  if (row.own(target)) return undefined;
  if (!row.may.some((fits) => fits(target))) {
    return `"${row.folder}" may not import "${target}"; it may import ${row.mayText || 'nothing of ours'}.`;
  }
  if (row.typesOnly && how !== 'type')
    return `"${row.folder}" may import types only: write "import type" for "${target}".`;
  return undefined;
}

/** Why a file may not lie where it lies, or undefined. */
export function refusePlace(file: string): string | undefined {
  if (!inOurTrees(file) || isTree(file, 'scripts') || file.endsWith('.d.ts')) return undefined;
  return rowOf(file) === undefined ? noRow(file) : undefined;
}

const noRow = (file: string): string => `No row of "Who may know whom" (scripts/lint/folders.ts) speaks of "${file}".`;

function refusePackage(from: string, specifier: string): string | undefined {
  if (isPackage(specifier, 'electron') && !from.startsWith('src-main/hosts/electron/')) {
    return 'Only src-main/hosts/electron may import electron.';
  }
  if (isTree(from, 'src-shared') && !sharedPackages.some((name) => isPackage(specifier, name))) {
    return `src-shared runs anywhere and imports only ${sharedPackages.join(' and ')}, not "${specifier}".`;
  }
  if (isTree(from, 'src-renderer') && isBuiltin(specifier))
    return `The renderer has no Node: "${specifier}" is closed to it.`;
  const closed = closedPackages.find(
    ({ folder, packages }) => from.startsWith(folder) && packages.some((name) => isPackage(specifier, name)),
  );
  return closed && `"${closed.folder}" may not import the package "${specifier}".`;
}

const isPackage = (specifier: string, name: string): boolean =>
  specifier === name || specifier.startsWith(name.endsWith('/') ? name : `${name}/`);

/** The path from the project's root that a specifier names, or undefined for a package. */
function resolve(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  const [alias, folder] = Object.entries(aliases).find(([start]) => specifier.startsWith(start)) ?? [];
  return alias === undefined ? undefined : posix.normalize(`${folder}${specifier.slice(alias.length)}`);
}

const isTree = (path: string, tree: string): boolean => path.startsWith(`${tree}/`);
const inOurTrees = (path: string): boolean => trees.some((tree) => isTree(path, tree));

function crossesRooms(from: string, target: string): boolean {
  const [fromTree, targetTree] = [from.split('/')[0], target.split('/')[0] ?? ''];
  if (fromTree !== targetTree) return Object.values(aliases).includes(`${targetTree}/`);
  const [fromFeature, targetFeature] = [featureOf(from), featureOf(target)];
  return fromFeature !== undefined && targetFeature !== undefined && fromFeature !== targetFeature;
}

/** The feature whose folder in one of the source trees a file lies in. */
function featureOf(path: string): string | undefined {
  const name = /^(?:src-shared|src-main\/features|src-renderer\/features)\/([^/]+)\//.exec(path)?.[1];
  return featureOrder.find((feature) => feature === name);
}

type Fits = (path: string) => boolean;
type FoundRow = { folder: string; own: Fits; may: readonly Fits[]; mayText: string; typesOnly: boolean };

function rowOf(file: string): FoundRow | undefined {
  for (const row of rows) {
    const match = patternOf(row.folder, '').exec(file);
    if (match === null) continue;
    const feature = featureOf(file) ?? '';
    const name = match.groups?.['name'] ?? '';
    return {
      folder: row.folder.replace('FEATURE', feature).replace('NAME', name),
      own: (path) => path.startsWith(match[0]),
      may: row.may.map((pattern) => {
        const compiled = patternOf(pattern.replace('OWN', feature).replace('NAME', name), feature);
        return (path: string) => compiled.test(path);
      }),
      mayText: row.may.join(', '),
      typesOnly: row.typesOnly ?? false,
    };
  }
  return undefined;
}

function patternOf(pattern: string, feature: string): RegExp {
  const left = featureOrder.slice(
    0,
    Math.max(
      0,
      featureOrder.findIndex((name) => name === feature),
    ),
  );
  const source = pattern
    .replaceAll('.', '\\.')
    .replace('*', '[^/]*')
    .replace('FEATURE', `(?:${featureOrder.join('|')})`)
    // Nothing stands left of the first feature; `$.` fits no path at all.
    .replace('LEFT', left.length > 0 ? `(?:${left.join('|')})` : '$.')
    .replace('NAME', '(?<name>[^/]+)');
  return new RegExp(`^${source}${/\.tsx?$/.test(pattern) ? '$' : '/'}`);
}
