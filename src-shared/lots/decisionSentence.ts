import { type Message, msg } from '#shared/kernel/message.ts';
import { type Unit, unitMessage } from '#shared/kernel/unit.ts';

type Decision = Unit & {
  /** A decimal, in the product's unit. */
  quantity: string;
  unitOfMeasure: string;
  /** Where the goods lie, each location once. */
  locations: readonly string[];
  statusFrom: string;
  statusTo: string;
  reason: string;
};

/** What is signed when a status is decided on. Many locations are counted, not named. */
export function decisionSentence(decision: Decision): Message {
  const { unitOfMeasure: unit, locations, statusFrom: from, statusTo: to, reason } = decision;
  const [quantity, goods] = [{ decimal: decision.quantity }, unitMessage(decision)];
  const [location = '', ...more] = locations;
  if (more.length === 0) {
    if (to.startsWith('A'))
      return msg`Release ${quantity} ${unit} of ${goods} at ${location}: status ${from} becomes ${to}. ${reason}`;
    if (to.startsWith('R'))
      return msg`Reject ${quantity} ${unit} of ${goods} at ${location}: status ${from} becomes ${to}. ${reason}`;
    return msg`Quarantine ${quantity} ${unit} of ${goods} at ${location}: status ${from} becomes ${to}. ${reason}`;
  }
  const count = locations.length;
  if (to.startsWith('A'))
    return msg`Release ${quantity} ${unit} of ${goods} at ${count} locations: status ${from} becomes ${to}. ${reason}`;
  if (to.startsWith('R'))
    return msg`Reject ${quantity} ${unit} of ${goods} at ${count} locations: status ${from} becomes ${to}. ${reason}`;
  return msg`Quarantine ${quantity} ${unit} of ${goods} at ${count} locations: status ${from} becomes ${to}. ${reason}`;
}
