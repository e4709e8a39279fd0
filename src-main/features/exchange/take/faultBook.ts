import { type ExportFile, exportFiles } from '#shared/exchange/columns.ts';
import type { Fault, Finding } from '#shared/exchange/contract.ts';
import { mostFaults } from '#shared/exchange/vocabulary.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';

/** A fault beyond those that are told: where it stands, so that it can be seen whether another one causes it. */
export type FaultBeyond = Pick<Fault, 'file' | 'row' | 'code'>;

/** A fault, with the codes that a mistyped one may stand for. */
export type FaultFound = Fault & { near?: readonly string[] };

type Lists = { name: string; own: Fault[]; following: FaultFound[]; findings: Finding[] };

/** Faults and findings of an import, in the order they are told: by file, its own faults before those that follow from others, by row. */
export class FaultBook {
  readonly #files = new Map<ExportFile, Lists>();
  readonly #source: Fault[] = [];
  readonly #corrected: Finding[] = [];
  /** Of each file the first faults are kept whole; of the others it is kept where they stand, or how many they are. */
  readonly beyond: FaultBeyond[] = [];
  ownBeyond = 0;
  count = 0;

  /** What is wrong with the export as a whole. */
  addSource(faults: readonly Fault[]): void {
    this.#source.push(...faults);
    this.count += faults.length;
  }

  /** Notes the name a file or sheet bears. */
  open(file: ExportFile, name: string): void {
    this.#lists(file).name = name;
  }

  addOwn(file: ExportFile, faults: readonly Fault[], count: number): void {
    this.#lists(file).own.push(...faults);
    this.ownBeyond += count - faults.length;
    this.count += count;
  }

  add(file: ExportFile, fault: Omit<FaultFound, 'file'>): void {
    this.count += 1;
    const { following, name } = this.#lists(file);
    if (following.length < mostFaults) following.push({ file: name, ...fault });
    else this.beyond.push({ file: name, row: fault.row, code: fault.code });
  }

  addFinding(file: ExportFile, finding: { row: number; column: string; code: ErrorCode; message: string }): void {
    const { findings, name } = this.#lists(file);
    if (findings.length < mostFaults) findings.push({ file: name, ...finding });
  }

  /** A corrected cell is never left out, however many findings there are: the audit trail keeps it. */
  addCorrected(finding: Finding): void {
    this.#corrected.push(finding);
  }

  /** Those that are kept, more than are told. */
  faults(): FaultFound[] {
    const all = exportFiles.flatMap((file) => {
      const { own, following } = this.#lists(file);
      return [...own, ...following.toSorted((a, b) => a.row - b.row)];
    });
    return [...this.#source, ...all];
  }

  findings(): Finding[] {
    const found = exportFiles.flatMap((file) => this.#lists(file).findings.toSorted((a, b) => a.row - b.row));
    return [...this.#corrected, ...found.slice(0, mostFaults)];
  }

  #lists(file: ExportFile): Lists {
    const known = this.#files.get(file);
    if (known !== undefined) return known;
    const made = { name: file, own: [], following: [], findings: [] };
    this.#files.set(file, made);
    return made;
  }
}
