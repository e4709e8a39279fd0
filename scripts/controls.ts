import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countShown, matrixOf, ranIn } from './controls/matrix.ts';

/** `npm run controls`: writes docs/part-11.md from the results of the last `npm test`. */
const root = join(import.meta.dirname, '..');
// The runner's own format; what is read of it is declared in matrix.ts.
const report = JSON.parse(readFileSync(join(root, 'test-results', 'vitest.json'), 'utf8')) as Parameters<
  typeof ranIn
>[0];
const ran = ranIn(report, root.replaceAll('\\', '/'));
writeFileSync(join(root, 'docs', 'part-11.md'), matrixOf(ran));
const { all, shown } = countShown(ran);
process.stdout.write(`docs/part-11.md: ${shown} of ${all} controls have passing tests\n`);
