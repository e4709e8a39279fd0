import { msg, type Message } from '#shared/kernel/message.ts';
import type { MovementIssue } from '#main/ledger/movementDraft.ts';
import { LotlineError, type Verdict } from '#shared/kernel/errors.ts';

/** Names which of several movements a refusal is about. */
export const withRowNumber = (index: number, message: Message): Message =>
  index === 0 ? message : msg`Movement ${index + 1}: ${message}`;

/** A fault of the ledger as the error that a person reads; where `tellsRow`, with the movement it is about. */
export const refusalOf = ({ draft, column, code, message }: MovementIssue, tellsRow: boolean): LotlineError =>
  tellsRow
    ? new LotlineError(code, withRowNumber(draft.row, message), { column, movement: draft.row })
    : new LotlineError(code, message, { column });

/** A policy's refusal as the error that a person reads; with the movement it is about, where its row is known. */
export const refusalOfPolicy = (
  { code, message, details }: Extract<Verdict, { ok: false }>,
  row: number | undefined,
): LotlineError =>
  row === undefined
    ? new LotlineError(code, message, details)
    : new LotlineError(code, withRowNumber(row, message), { ...details, movement: row });
