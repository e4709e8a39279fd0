import { statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig, Plugin } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * How the program becomes one file with its packages, which spares a start a thousand files to find, read and compile.
 * Beside it stands what it was made of, by which start.mjs sees that it is still the program.
 */
export const programBundle = (outDir: string): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'error',
  plugins: [madeOf(), keepAddresses(outDir), nodeWhenNeeded()],
  ssr: {
    noExternal: true,
    // Native, or the system's own.
    external: ['better-sqlite3', 'electron'],
  },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: 'src-main/launcher.ts',
      // One file: a program that runs must not miss a part of it when another one is built.
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
});

const inProject = (path: string): string => relative(root, path).replaceAll('\\', '/');
const isSource = (id: string): boolean => /^(?:src-main|src-shared)\//.test(inProject(id));

/** Notes size and time of every source before it is read: one that changes meanwhile makes the bundle an old one. */
function madeOf(): Plugin {
  const sources: Record<string, [size: number, mtimeMs: number]> = {};
  const note = (path: string): void => {
    const { size, mtimeMs } = statSync(path);
    sources[inProject(path)] = [size, mtimeMs];
  };
  return {
    name: 'made-of',
    enforce: 'pre',
    buildStart() {
      for (const path of ['package.json', 'package-lock.json', 'scripts/programBundle.ts']) note(join(root, path));
    },
    load(id) {
      if (isSource(id)) note(id);
    },
    // Last of all: a bundle that was not written to its end has none.
    writeBundle({ dir = '' }) {
      writeFileSync(join(dir, 'made-of.json'), JSON.stringify(sources));
    },
  };
}

/** Each module keeps the address of its source: workers, demo plants and fonts are found, and run, where they lie. */
function keepAddresses(outDir: string): Plugin {
  return {
    name: 'keep-addresses',
    enforce: 'pre',
    transform(code, id) {
      if (!isSource(id) || !code.includes('import.meta.url')) return undefined;
      const path = JSON.stringify(relative(outDir, id).replaceAll('\\', '/'));
      return { code: code.replaceAll('import.meta.url', `new URL(${path}, import.meta.url).href`), map: null };
    },
  };
}

const nodePart = '\0part of ';

/**
 * One file would load every part of Node that some module of it asks for, before its first line. Each is loaded with the
 * first of our modules instead: the command line has no use for HTTP, which with all it brings is a seventh of a start.
 */
function nodeWhenNeeded(): Plugin {
  return {
    name: 'node-when-needed',
    enforce: 'pre',
    resolveId: {
      handler: (id, _importer, { kind }) =>
        isBuiltin(id) && kind === 'import-statement' ? `${nodePart}${id}` : undefined,
    },
    load(id) {
      if (!id.startsWith(nodePart)) return undefined;
      const name = id.slice(nodePart.length);
      const part = Object.getOwnPropertyDescriptors(process.getBuiltinModule(name) ?? {});
      // What is got by asking, such as WebSocket of node:http, brings along yet more.
      const names = Object.keys(part).filter(
        (each) => part[each]?.get === undefined && /^(?!default$)[\w$]+$/.test(each),
      );
      return `const part = process.getBuiltinModule(${JSON.stringify(name)});
export default part;
${names.map((each) => `export const ${each} = part.${each};`).join('\n')}`;
    },
  };
}
