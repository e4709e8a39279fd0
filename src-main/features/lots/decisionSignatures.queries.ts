import type { Database } from 'better-sqlite3';
import { signaturesOn } from '#main/features/signing/signatures.queries.ts';
import type { Signature } from '#shared/kernel/signature.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { statusDecisionRecord } from '#shared/lots/records.ts';
import { nameOfDecision } from './decisions.actions.ts';

/** The signatures on decisions about units and about the lots they are of, each once, newest first by unit. */
export function decisionSignatures(db: Database, units: readonly Unit[]): (Unit & { signature: Signature })[] {
  const wholes = units.flatMap((unit) => [unit, { ...unit, serial: '' }, { ...unit, serial: '', sublot: '' }]);
  const named = new Map(
    wholes.filter(({ lot, serial }) => lot !== '' || serial !== '').map((unit) => [nameOfDecision(unit), unit]),
  );
  return [...named].flatMap(([name, unit]) =>
    signaturesOn(db, statusDecisionRecord.name, name).map((signature) => ({ ...unit, signature })),
  );
}
