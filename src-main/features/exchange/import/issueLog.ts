import { type ExportFile, exportFiles } from '#shared/exchange/columns.ts';
import { RowSpans } from '#main/features/exchange/read/rowSpans.ts';
import type { OddCell } from '#main/features/exchange/read/protocol.ts';
import type { Fault, Finding } from '#shared/exchange/contract.ts';
import { mostFaults } from '#shared/exchange/vocabulary.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { inEnglish, type Message, type MessageValue, msg } from '#shared/kernel/message.ts';

/** A fault beyond those that are listed: where it is, so that it can be seen whether another one causes it. */
export type IssueBeyond = Pick<Fault, 'file' | 'row' | 'code'> & Pick<IssueFound, 'undoes'>;

/**
 * A fault, with the codes that a mistyped one may mean, the id of the row that it wants to undo and is not there, how
 * much is missing where goods are short, and the earlier rows of its file that may be why.
 */
export type IssueFound = Fault & {
  near?: readonly string[];
  undoes?: string;
  short?: number;
  suspects?: readonly number[];
};

/** The text about a cell or row: a message, or in English already where the reader of the file made it. */
type Found = Omit<Finding, 'message'> & { text: MessageValue };

type Lists = { name: string; own: Fault[]; following: IssueFound[]; findings: Found[] };

/** Findings of one file, column and code beyond those that are listed: the first of them, and the rows of all. */
type Beyond = { first: Found; rows: number[] };

/** So many findings of a file are held before those beyond the listed ones are set aside. */
const mostHeld = 2 * mostFaults;

const byRow = (a: { row: number }, b: { row: number }): number => a.row - b.row;

/** One row may have several findings. */
function more(rows: readonly number[]): Message {
  const spans = new RowSpans();
  for (const row of rows) spans.add(row);
  const { words } = spans;
  if (rows.length === 1) return msg`And 1 more finding of this kind, in row ${words}.`;
  return rows.every((row) => row === spans.first)
    ? msg`And ${rows.length} more findings of this kind, in row ${words}.`
    : msg`And ${rows.length} more findings of this kind, in rows ${words}.`;
}

/**
 * Faults and findings of an import, in the order they are listed: by file, its own faults before those that follow
 * from others, by row.
 */
export class IssueLog {
  readonly #files = new Map<ExportFile, Lists>();
  readonly #source: Fault[] = [];
  readonly #beside: Finding[] = [];
  readonly #corrected: Finding[] = [];
  readonly #findingsBeyond = new Map<string, Beyond>();
  /** Of each file the first faults are kept whole; of the others only their places, or how many they are. */
  readonly beyond: IssueBeyond[] = [];
  ownBeyond = 0;
  count = 0;

  /** What is wrong with the export as a whole, and what lies beside it unread. */
  addSource(faults: readonly Fault[], beside: readonly Finding[] = []): void {
    this.#source.push(...faults);
    this.#beside.push(...beside);
    this.count += faults.length;
  }

  /** Notes the name of a file or sheet. */
  open(file: ExportFile, name: string): void {
    this.#lists(file).name = name;
  }

  addOwn(file: ExportFile, faults: readonly Fault[], count: number): void {
    this.#lists(file).own.push(...faults);
    this.ownBeyond += count - faults.length;
    this.count += count;
  }

  add(file: ExportFile, { text, ...fault }: Omit<IssueFound, 'file' | 'message'> & { text: Message }): void {
    this.count += 1;
    const { following, name } = this.#lists(file);
    if (following.length < mostFaults) following.push({ file: name, ...fault, message: inEnglish(text) });
    else {
      const { row, code, undoes } = fault;
      this.beyond.push({ file: name, row, code, ...(undoes !== undefined && { undoes }) });
    }
  }

  /** A row that an earlier import took over corrected; where it has another fault, that one is told. */
  addRecorded(file: ExportFile, fault: { row: number; column: string; text: Message }): void {
    const { own, following } = this.#lists(file);
    const conflict = following.find(
      ({ row, column, code }) => row === fault.row && column === 'id' && code === 'CONFLICT',
    );
    if (conflict !== undefined) conflict.message = inEnglish(fault.text);
    else if (![...own, ...following].some(({ row }) => row === fault.row))
      this.add(file, { ...fault, code: 'CONFLICT' });
  }

  addFinding(file: ExportFile, finding: { row: number; column: string; code: ErrorCode; text: Message }): void {
    this.#hold(file, finding);
  }

  /** A row of a file as a person finds it. */
  placeOf({ file, row }: { file: ExportFile; row: number }): { file: string; row: number } {
    return { file: this.#lists(file).name, row };
  }

  /** Whether a cell has a finding already, as far as they are held. */
  isTold(file: ExportFile, { row, column }: { row: number; column: string }): boolean {
    return this.#lists(file).findings.some((one) => one.row === row && one.column === column);
  }

  /** What the reader of the file found. */
  addRead(file: ExportFile, cells: readonly OddCell[]): void {
    for (const { message, ...cell } of cells) this.#hold(file, { ...cell, code: 'VALIDATION', text: message });
  }

  #hold(file: ExportFile, finding: Omit<Found, 'file'>): void {
    const { findings, name } = this.#lists(file);
    findings.push({ file: name, ...finding });
    if (findings.length > mostHeld) this.#shorten(file, findings);
  }

  /** A corrected cell is never left out, however many findings there are: the audit trail keeps it. */
  addCorrected(finding: Finding): void {
    this.#corrected.push(finding);
  }

  /** Those that are kept, more than are listed. */
  faults(): IssueFound[] {
    const all = exportFiles.flatMap((file) => {
      const { own, following } = this.#lists(file);
      return [...own, ...following.toSorted(byRow)];
    });
    return [...this.#source, ...all];
  }

  /** To be asked once, at the end: the first thousand one by one, the others by their rows. */
  findings(): Finding[] {
    const found = exportFiles.flatMap((file) => this.#lists(file).findings.toSorted(byRow));
    for (const finding of found.slice(mostFaults)) this.#setAside(finding);
    const beyond = Array.from(this.#findingsBeyond.values(), ({ first, rows }) => ({ ...first, text: more(rows) }));
    const listed = [...found.slice(0, mostFaults), ...beyond];
    return [
      ...this.#corrected,
      ...this.#beside,
      ...listed.map(({ text, ...where }) => ({ ...where, message: inEnglish(text) })),
    ];
  }

  #shorten(file: ExportFile, findings: Found[]): void {
    const sorted = findings.toSorted(byRow);
    this.#lists(file).findings = sorted.slice(0, mostFaults);
    for (const finding of sorted.slice(mostFaults)) this.#setAside(finding);
  }

  #setAside(finding: Found): void {
    const key = [finding.file, finding.column, finding.code].join('\u0000');
    const known = this.#findingsBeyond.get(key);
    if (known === undefined) this.#findingsBeyond.set(key, { first: finding, rows: [finding.row] });
    else known.rows.push(finding.row);
  }

  #lists(file: ExportFile): Lists {
    const known = this.#files.get(file);
    if (known !== undefined) return known;
    const made = { name: file, own: [], following: [], findings: [] };
    this.#files.set(file, made);
    return made;
  }
}
