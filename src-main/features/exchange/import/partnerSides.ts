import type { PartnerFacts } from '#main/ledger/facts.ts';
import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import type { Work } from '#main/store/work.ts';
import type { MessageValue } from '#shared/kernel/message.ts';
import type { LotExport } from '#shared/exchange/rows.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { type Side, sideIn, wrongSide } from '#shared/movements/partnerSides.ts';
import type { PartnerKind } from '#shared/partners/vocabulary.ts';
import type { IssueLog } from './issueLog.ts';
import { sidesInMovements, suppliersInLots } from './partnerSides.queries.ts';

/** A partner whose kind a row of `partners` changed. */
type Changed = { row: number; partner: PartnerFacts; before: PartnerKind };

/**
 * Reports suppliers that are only customers and customers that are only suppliers, each once: at the first row that
 * is new, or at the row of `partners` that makes one so which earlier movements or lots name.
 */
export class PartnerSides {
  readonly #work: Work;
  readonly #faults: IssueLog;
  readonly #reported = new Set<string>();
  readonly #changed = new Map<number, Changed>();

  constructor(work: Work, faults: IssueLog) {
    this.#work = work;
    this.#faults = faults;
  }

  noteKind(changed: Changed): void {
    if (changed.before !== changed.partner.kind && changed.partner.kind !== 'both')
      this.#changed.set(changed.partner.id, changed);
  }

  /** To be asked when all is written; `last` is the last movement before this import. */
  async lookBack(last: number): Promise<void> {
    const ids = [...this.#changed.keys()];
    if (ids.length === 0) return;
    for (const { partnerId, ...named } of await sidesInMovements(this.#work, { ids, last }))
      this.#reportChanged(partnerId, named);
    for (const { partnerId, ...lot } of await suppliersInLots(this.#work, ids))
      if (!this.#reported.has(`lots supplier ${partnerId}`))
        this.#reportChanged(partnerId, { side: 'supplier', document: unitMessage({ ...lot, serial: '' }) });
  }

  #reportChanged(partnerId: number, named: { side: Side; document: MessageValue }): void {
    const changed = this.#changed.get(partnerId);
    if (changed === undefined) return;
    const { row, partner, before } = changed;
    // What was wrong before was reported then.
    if (wrongSide({ ...partner, kind: before }, named) !== undefined) return;
    this.#report('partners', { row, column: 'kind', partner, ...named });
  }

  note({ draft: { kind, partner, document, row, reverses } }: PostedMovement): void {
    const side = sideIn(kind);
    if (partner === null || side === undefined || reverses !== null) return;
    this.#report('movements', { row, column: 'partner', partner, side, document });
  }

  /** Notes the supplier that a row of `lots` brings. */
  noteLot(supplier: PartnerFacts, { row, product, lot, sublot }: LotExport): void {
    const document = unitMessage({ product, lot, sublot, serial: '' });
    this.#report('lots', { row, column: 'supplier', partner: supplier, side: 'supplier', document });
  }

  #report(
    file: 'partners' | 'lots' | 'movements',
    at: { row: number; column: string; partner: PartnerFacts; side: Side; document: MessageValue },
  ): void {
    const { row, column, partner, side } = at;
    const message = wrongSide(partner, at);
    const key = `${file} ${side} ${partner.id}`;
    if (message === undefined || this.#reported.has(key)) return;
    this.#reported.add(key);
    this.#faults.addFinding(file, { row, column, code: 'CONFLICT', text: message });
  }
}
