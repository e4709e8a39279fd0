import { type ExportFile, exportFiles } from '#shared/exchange/columns.ts';
import { type Fault, type Finding, mostFaults } from '#shared/exchange/contract.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';

type Lists = { name: string; own: Fault[]; following: Fault[]; findings: Finding[] };

/** Faults and findings of an import, in the order they are told: by file, its own faults before those that follow from others, by row. */
export class FaultBook {
  readonly #files = new Map<ExportFile, Lists>();
  readonly #source: Fault[] = [];
  readonly #corrected: Finding[] = [];
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
    this.count += count;
  }

  add(file: ExportFile, fault: { row: number; column: string; code: ErrorCode; message: string }): void {
    this.count += 1;
    const { following, name } = this.#lists(file);
    if (following.length < mostFaults) following.push({ file: name, ...fault });
  }

  addFinding(file: ExportFile, finding: { row: number; column: string; code: ErrorCode; message: string }): void {
    const { findings, name } = this.#lists(file);
    if (findings.length < mostFaults) findings.push({ file: name, ...finding });
  }

  /** A corrected cell is never left out, however many findings there are: the audit trail keeps it. */
  addCorrected(finding: Finding): void {
    this.#corrected.push(finding);
  }

  faults(): Fault[] {
    const all = exportFiles.flatMap((file) => {
      const { own, following } = this.#lists(file);
      return [...own, ...following.toSorted((a, b) => a.row - b.row)];
    });
    return [...this.#source, ...all].slice(0, mostFaults);
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
