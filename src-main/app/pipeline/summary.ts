import type { Json, LotlineError } from '#shared/kernel/errors.ts';

/** Figures of a reply, for the list of the audit trail: "products 12, lots 40". */
export function summarise(reply: Json): string {
  if (reply === null || typeof reply !== 'object' || Array.isArray(reply)) return '';
  const parts = Object.entries(reply).map(([name, value]) => formatBriefly(name, value));
  return parts
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, 500);
}

function formatBriefly(name: string, value: Json): string {
  if (Array.isArray(value)) return `${name} ${value.length}`;
  // Digests and internal ids mean nothing to a person.
  if (typeof value === 'string') return /^[0-9a-f-]{32,}$/.test(value) ? '' : `${name} ${value}`;
  return typeof value === 'object' ? '' : `${name} ${value}`;
}

/** An entry keeps so many faults of a refused import: enough to see what went wrong. */
const mostFaultsKept = 100;

/** The first faults of a refused import, as the entry keeps them, and how many there were. */
export function faultsOf({ details }: LotlineError): { faults: readonly Json[]; faultCount: number } {
  const { errors, faultCount } = details;
  if (!Array.isArray(errors)) return { faults: [], faultCount: 0 };
  return {
    faults: errors.slice(0, mostFaultsKept),
    faultCount: typeof faultCount === 'number' ? faultCount : errors.length,
  };
}
