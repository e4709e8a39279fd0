import { type Control, controls } from './rows.ts';

/** The tests of a run, each with its file, its title without its groups', and what came of it. */
export type Ran = readonly { file: string; title: string; status: string }[];

type Report = {
  testResults: { name: string; assertionResults: { title: string; status: string }[] }[];
};

/** Reads Vitest's JSON report; files are named from the project's root. */
export const ranIn = (report: Report, root: string): Ran =>
  report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, status }) => ({
      file: name.replaceAll('\\', '/').replace(`${root}/`, ''),
      title,
      status,
    })),
  );

type Shown = { control: Control; tests: { name: string; result: 'passed' | 'failed' | 'missing' }[] };

/** What a run shows of each control: every named test, where several fit all of them. */
export const shownBy = (ran: Ran): Shown[] =>
  controls.map((control) => ({
    control,
    tests: control.shownBy.map(([file, title]) => {
      const found = ran.filter((test) => test.file === file && test.title.startsWith(title));
      const result =
        found.length === 0 ? 'missing' : found.every(({ status }) => status === 'passed') ? 'passed' : 'failed';
      return { name: `${title} … (${file.replace(/^test\//, '')})`, result };
    }),
  }));

const isShown = ({ tests }: Shown): boolean => tests.length > 0 && tests.every(({ result }) => result === 'passed');

/** How many controls there are, and how many have a passing test each. */
export function countShown(ran: Ran): { all: number; shown: number } {
  const rows = shownBy(ran);
  return { all: rows.length, shown: rows.filter(isShown).length };
}

/** The matrix as a page of Markdown. */
export function matrixOf(ran: Ran): string {
  const rows = shownBy(ran).map((row) => {
    const tests = row.tests.map(({ name, result }) => `${name}: **${result}**`).join('<br>');
    const result = isShown(row) ? 'shown' : '**not shown**';
    return `| ${row.control.clause} | ${row.control.does} | ${tests} | ${result} | ${row.control.open ?? ''} |`;
  });
  return [...head, ...rows, ''].join('\n');
}

/** Columns and rows that no answer depends on; test/features/auditSweep.slow.test.ts holds that there are no others. */
export const harmless = [
  'the numbers of balance lines',
  'the time a store was made and its count of writes (`head`)',
  'the mark of a clean end (`head.clean_exit`: it decides whether the next start verifies by itself)',
  'the numbers of contents that a copy carries (`carried_file.id`: a content is found by its digest)',
  'the times and numbers of migrations',
] as const;

const head = [
  '# What supports 21 CFR Part 11 and EU GMP Annex 11',
  '',
  'Made from the results of `npm test` by `npm run controls`; do not edit. Lotline supports these rules. Whether a site follows them is',
  'decided by its own procedures, which no software can replace; have a person who knows the rules check every claim before it is relied on.',
  'The trail is tamper-evident, not tamper-proof: whoever owns the computer can exchange the program, or rewrite everything since the last',
  'anchor that lies where they cannot write. What they change and put back while no program has the store open leaves no trace. It',
  'decides nothing that is done; but lists, traces and recalls in between go by the rows as they are then, so what was printed in that time',
  'is to be made again where it is suspected.',
  '',
  `A verification does not tell changes of ${harmless.join(', ')}: no answer depends on them.`,
  '',
  '| Clause | What Lotline does | Tests that show it | Result | Open, or the customer’s |',
  '|---|---|---|---|---|',
];
