import { lookAlike } from '#shared/kernel/lookAlike.ts';

/**
 * Whether two names of people would be read as one where they are printed with a signature (21 CFR 11.50): the same
 * letters in any case and spacing, those of another script that are drawn alike, and a capital I for a small l.
 */
export const areOneName = (one: string, other: string): boolean =>
  lookAlike(one, other, 'name') || lookAlike(drawn(one), drawn(other), 'name');

/** Whether two user names, or codes of roles, would be read as one, in whichever letter case either was typed. */
export const areOneCode = (one: string, other: string): boolean => drawnCode(one) === drawnCode(other);

const drawn = (name: string): string => name.replace(/[I1|]/g, 'l').replaceAll('0', 'O').replaceAll('rn', 'm');

const drawnCode = (code: string): string =>
  code.toLowerCase().replace(/[i1]/g, 'l').replaceAll('0', 'o').replaceAll('rn', 'm').replace(/[._-]/g, '-');
