import { definePolicy, type PlannedMovement } from '#main/ledgerStore/policy.ts';
import { allowed } from '#shared/kernel/errors.ts';
import { judgeSerial } from '#shared/serials/judgeSerial.ts';
import { missingIn } from './missing.queries.ts';

/** A missing serial moves nowhere until it is found. What is undone was never done. */
export const serialsThatMayMove = definePolicy({
  name: 'serials that may move',
  gather: (movement) => (isJudged(movement) ? [[movement.product.code] as const] : []),
  load: async (work, keys) => keys.map((key) => [key, missingIn(work.db, key[0])] as const),
  judge(movement, missing, { origin }) {
    if (!isJudged(movement)) return allowed;
    const { kind, document, serial, from, to, at } = movement;
    const product = movement.product.code;
    const isImported = origin === 'imported';
    const known = missing.get([product])?.get(serial);
    return judgeSerial(
      {
        ...{ kind, document, product, serial },
        fromKind: from?.kind ?? '',
        toPlant: to !== null,
        isGlobal: movement.product.serialTracking === 'global',
      },
      // Imported is what happened: before it was missed, nothing was wrong with it.
      known !== undefined && isImported && at < known.reportedAt ? undefined : known,
      isImported,
    );
  },
});

const isJudged = ({ serial, isReversal }: PlannedMovement): boolean => serial !== '' && !isReversal;
