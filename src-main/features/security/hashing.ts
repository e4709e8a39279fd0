import { scrypt, timingSafeEqual } from 'node:crypto';
import { plainPassword } from '#shared/security/passwords.ts';

const blockSize = 8;
const parallel = 1;
const length = 32;

/** A password's digest with what it takes to make it again: `scrypt$COST$r$p$SALT$DIGEST`, the cost a power of two. */
export async function hashPassword(password: string, { cost, salt }: { cost: number; salt: Buffer }): Promise<string> {
  const digest = await derive(password, salt, { cost, blockSize, parallel });
  return ['scrypt', cost, blockSize, parallel, salt.toString('base64'), digest.toString('base64')].join('$');
}

/** The cost that a stored digest was made at; 0 for the blank of a recovery code that was used. */
export const costOf = (stored: string): number => Number(stored.split('$')[1] ?? 0);

/**
 * What else is worked out beside a digest of one cost, so that checking it takes as long as one of the most: each step of
 * the cost doubles the work, so the steps between add up to what is missing.
 */
export const costsBeside = (own: number, most: number): number[] =>
  Array.from({ length: Math.max(0, most - own) }, (_, step) => own + step);

/** Whether a password is the one of a stored digest. Takes as long for a wrong one as for the right one. */
export async function fitsPassword(stored: string, password: string, most = 0): Promise<boolean> {
  const fits = await isDigestOf(stored, password);
  for (const cost of costsBeside(costOf(stored), most)) await isDigestOf(digestOfNobody(cost), password);
  return fits;
}

async function isDigestOf(stored: string, password: string): Promise<boolean> {
  const [scheme, cost, block, lanes, salt, digest] = stored.split('$');
  const right = Buffer.from(digest ?? '', 'base64');
  if (scheme !== 'scrypt' || salt === undefined || right.length !== length) return false;
  const made = await derive(password, Buffer.from(salt, 'base64'), {
    cost: Number(cost),
    blockSize: Number(block),
    parallel: Number(lanes),
  });
  return timingSafeEqual(made, right);
}

/** What is checked where there is no such account, so that the answer takes its time there too. */
export const digestOfNobody = (cost: number): string =>
  ['scrypt', cost, blockSize, parallel, 'bm9ib2R5IGhhcyBpdA==', Buffer.alloc(length).toString('base64')].join('$');

function derive(
  password: string,
  salt: Buffer,
  how: { cost: number; blockSize: number; parallel: number },
): Promise<Buffer> {
  const N = 2 ** how.cost;
  return new Promise((resolve, reject) => {
    scrypt(
      plainPassword(password),
      salt,
      length,
      // Twice what it takes; the default limit is below what this cost needs.
      { N, r: how.blockSize, p: how.parallel, maxmem: 256 * N * how.blockSize },
      (error, digest) => (error === null ? resolve(digest) : reject(error)),
    );
  });
}
