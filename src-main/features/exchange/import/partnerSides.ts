import type { PartnerFacts } from '#main/ledger/facts.ts';
import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import type { MessageValue } from '#shared/kernel/message.ts';
import type { LotExport } from '#shared/exchange/rows.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { sideIn, wrongSide } from '#shared/movements/partnerSides.ts';
import type { IssueLog } from './issueLog.ts';

/** Tells suppliers that are only customers and customers that are only suppliers, each once: at the first row that is new. */
export class PartnerSides {
  readonly #faults: IssueLog;
  readonly #told = new Set<string>();

  constructor(faults: IssueLog) {
    this.#faults = faults;
  }

  note({ draft: { kind, partner, document, row, reverses } }: PostedMovement): void {
    const side = sideIn(kind);
    if (partner === null || side === undefined || reverses !== null) return;
    this.#tell('movements', { row, column: 'partner', partner, side, document });
  }

  /** Notes the supplier that a row of `lots` brings. */
  noteLot(supplier: PartnerFacts, { row, product, lot, sublot }: LotExport): void {
    const document = unitMessage({ product, lot, sublot, serial: '' });
    this.#tell('lots', { row, column: 'supplier', partner: supplier, side: 'supplier', document });
  }

  #tell(
    file: 'lots' | 'movements',
    at: { row: number; column: string; partner: PartnerFacts; side: 'supplier' | 'customer'; document: MessageValue },
  ): void {
    const { row, column, partner, side } = at;
    const message = wrongSide(partner, at);
    const key = `${file} ${side} ${partner.id}`;
    if (message === undefined || this.#told.has(key)) return;
    this.#told.add(key);
    this.#faults.addFinding(file, { row, column, code: 'CONFLICT', text: message });
  }
}
