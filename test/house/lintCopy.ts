import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
const linter = join(root, 'node_modules/oxlint/bin/oxlint');

/** What the linter said: the files it read, and for each file the rules that were broken, with their messages. */
export type Lint = { files: number; rules: Map<string, Set<string>>; messages: Map<string, string[]> };

type Report = { diagnostics: { code: string; message: string; filename: string }[]; number_of_files: number };

/** Lints files in an empty copy of the house: the project's own configuration and rules, and nothing else of it. */
export function lintPlanted(files: Readonly<Record<string, string>>): Lint {
  const copy = mkdtempSync(join(tmpdir(), 'lotline-house-'));
  for (const part of ['.oxlintrc.json', 'tsconfig.json', 'package.json', 'scripts/lint']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(copy, dirname(path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  const found = lint(copy, [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? path))]);
  rmSync(copy, { recursive: true });
  return found;
}

function lint(folder: string, paths: string[]): Lint {
  const { stdout, stderr } = spawnSync(process.execPath, [linter, '--type-aware', '--format=json', ...paths], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (!stdout.trimStart().startsWith('{')) throw new Error(`the linter did not report: ${stdout}${stderr}`);
  // The linter's own format.
  const report = JSON.parse(stdout) as Report;
  const found: Lint = { files: report.number_of_files, rules: new Map(), messages: new Map() };
  for (const { code, message, filename } of report.diagnostics) {
    const path = filename.replaceAll('\\', '/');
    found.rules.set(path, (found.rules.get(path) ?? new Set()).add(code));
    found.messages.set(path, [...(found.messages.get(path) ?? []), message]);
  }
  return found;
}

/** The files the linter takes from the project itself, as paths from its root. */
export function lintedFiles(folders: readonly string[]): string[] {
  const { stdout } = spawnSync(process.execPath, [linter, '--debug=files', ...folders], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout
    .split('\n')
    .map((line) => line.trim().replaceAll('\\', '/'))
    .filter((line) => /\.[cm]?[jt]sx?$/.test(line));
}
