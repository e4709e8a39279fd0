import { definePolicy, type PlannedMovement } from '#main/ledgerStore/policy.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { allowed, refused } from '#shared/kernel/errors.ts';
import { judgeIssue, formatIssued } from '#shared/movements/issue.ts';
import { comesInReleased, judgePostedStatus } from '#shared/movements/postedStatus.ts';
import { LotBook, type LotKey } from './lots.actions.ts';
import { loadStatuses, type Statuses } from './statuses.queries.ts';

/** Only released goods that have not expired go to customers or into production. What is undone was a mistake. */
export const issuedGoods = definePolicy<Pick<LotBook, 'find'>>({
  name: 'issued goods',
  async load(work, movements) {
    const book = LotBook.of(work);
    await book.load(movements.filter(isOfLot).map(({ product, lot, sublot }): LotKey => [product.id, lot, sublot]));
    return book;
  },
  judge(movement, book, { origin }) {
    if (movement.isReversal) return allowed;
    const { kind, statusFrom, at, offsetMinutes, product, lot, sublot } = movement;
    const dates = isOfLot(movement) ? book.find(product.id, lot, sublot) : undefined;
    const verdict = judgeIssue({
      kind,
      statusFrom,
      on: dateOf(at, offsetMinutes),
      expiresOn: dates?.expiresOn ?? null,
      useByOn: dates?.useByOn ?? null,
    });
    if (verdict.ok || origin !== 'imported') return verdict;
    const column = verdict.code === 'EXPIRED_LOT' ? 'lot' : 'status_from';
    return refused(verdict.code, formatIssued(movement, verdict.code), { column });
  },
});

/**
 * A status is decided by those who may, signed, on the page of the goods. The owner of the file, until people are set
 * up, records what was decided elsewhere, and so does an import.
 */
export const postedStatus = definePolicy<Statuses | undefined>({
  name: 'posted status',
  async load(work, movements, { origin, byPerson }) {
    if (!byPerson || origin !== 'posted') return undefined;
    return await loadStatuses(work, movements.filter(comesInReleased));
  },
  judge(movement, statuses) {
    if (statuses === undefined) return allowed;
    return judgePostedStatus(movement, () => statuses.of(movement) ?? { released: false, held: false });
  },
});

const isOfLot = ({ lot, product }: PlannedMovement): boolean => lot !== '' && product.lotTracking !== 'none';
