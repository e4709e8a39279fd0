import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';

/** What of a movement decides whether a serial may make it. */
export type MovedSerial = {
  kind: string;
  product: string;
  serial: string;
  document: string;
  /** Of what kind the location is that it leaves; "" outside the plant. */
  fromKind: string;
  toPlant: boolean;
  isGlobal: boolean;
};

/**
 * A serial that is missing moves nowhere until it is found: only its status changes with its lot's, and a count writes it
 * off. Serials kept as a group are no component of what a subcontractor makes.
 */
export function judgeSerial(
  moved: MovedSerial,
  missing: { number: string; reason: string } | undefined,
  isImported: boolean,
): Verdict {
  const { kind, product, serial, document, fromKind, toPlant, isGlobal } = moved;
  if (isGlobal && kind === 'consumption' && fromKind === 'subcontractor')
    return refused(
      'STATUS_FORBIDS',
      isImported
        ? msg`${document}: serial ${serial} of ${product}, which is kept as a group, was used up at a subcontractor. See whether the component is right.`
        : msg`Serials of ${product} are kept as a group and are no component of what a subcontractor makes. Have it made of another product, or use it up here.`,
      { column: 'from' },
    );
  if (missing === undefined || kind === 'status' || (kind === 'adjustment' && !toPlant)) return allowed;
  return refused(
    'STATUS_FORBIDS',
    isImported
      ? msg`${document}: serial ${serial} of ${product} moved while it was recorded missing (${missing.number}, “${missing.reason}”). Say that it was found, or correct the serial.`
      : msg`Serial ${serial} of ${product} is recorded missing (${missing.number}, “${missing.reason}”). Say that it was found first, or correct the serial.`,
    { column: 'serial' },
  );
}
