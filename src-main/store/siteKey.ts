import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scryptSync,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { Anchor } from './anchor.ts';
import { canonical } from './chain.ts';

/** What keeps a secret: the system's store of them, or a passphrase. */
export type Secrets = {
  by: 'system' | 'passphrase';
  seal(secret: Buffer): string;
  /** @throws an error where this is not what was sealed, or not by this */
  open(sealed: string): Buffer;
};

const stored = z
  .object({ v: z.literal(1), publicKey: z.string(), by: z.enum(['system', 'passphrase']), sealed: z.string() })
  .strict();

/** A site's own key: Ed25519 (RFC 8032). The public part is base64 of its SPKI form. */
export type SiteKey = { publicKey: string; by: Secrets['by'] };

/** The work of trying a passphrase, as a power of two: 17 takes about half a second. */
const standardCost = 17;

/**
 * Secrets under a passphrase: scrypt, and AES-256-GCM with it. What is sealed is COST.SALT.NONCE.TAG.CONTENT in base64,
 * without the cost where it was sealed before that was written down.
 */
export function passphraseSecrets(passphrase: string, cost = standardCost): Secrets {
  const keyOf = (salt: Buffer, log2: number): Buffer => {
    const N = 2 ** log2;
    return scryptSync(passphrase.normalize('NFKC'), salt, 32, { N, r: 8, p: 1, maxmem: 256 * N * 8 });
  };
  return {
    by: 'passphrase',
    seal(secret) {
      const [salt, nonce] = [randomBytes(16), randomBytes(12)];
      const cipher = createCipheriv('aes-256-gcm', keyOf(salt, cost), nonce);
      const content = Buffer.concat([cipher.update(secret), cipher.final()]);
      const parts = [salt, nonce, cipher.getAuthTag(), content].map((part) => part.toString('base64'));
      return [cost, ...parts].join('.');
    },
    open(sealed) {
      const parts = sealed.split('.');
      const log2 = parts.length === 5 ? Number(parts.shift()) : standardCost;
      const [salt, nonce, tag, content] = parts.map((part) => Buffer.from(part, 'base64'));
      // More work would take the computer's memory.
      const isSealed = parts.length === 4 && Number.isInteger(log2) && log2 >= 1 && log2 <= 20;
      if (!isSealed || salt === undefined || nonce === undefined || tag === undefined || content === undefined)
        throw new Error('not sealed by a passphrase');
      const decipher = createDecipheriv('aes-256-gcm', keyOf(salt, log2), nonce).setAuthTag(tag);
      return Buffer.concat([decipher.update(content), decipher.final()]);
    },
  };
}

/** Makes the site's key. @throws LotlineError CONFLICT where there is one: what it signed must stay checkable */
export function makeSiteKey(file: string, secrets: Secrets): SiteKey {
  if (existsSync(file))
    throw new LotlineError(
      'CONFLICT',
      msg`This computer has a key for anchors already (${file}). Keep it: what it signed is checked with it.`,
    );
  const pair = generateKeyPairSync('ed25519');
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const sealed = secrets.seal(pair.privateKey.export({ type: 'pkcs8', format: 'der' }));
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify({ v: 1, publicKey, by: secrets.by, sealed }), { mode: 0o600, flag: 'wx' });
  return { publicKey, by: secrets.by };
}

/** The public part of this computer's key; undefined where there is none that can be read. */
export function readSiteKey(file: string): SiteKey | undefined {
  return readStored(file);
}

function readStored(file: string): z.infer<typeof stored> | undefined {
  try {
    return stored.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Opens the site's key for signing. @throws LotlineError NOT_FOUND, REAUTH_FAILED */
export function openSiteKey(file: string, secrets: Secrets): (anchor: Anchor) => Anchor {
  const found = readStored(file);
  if (found === undefined)
    throw new LotlineError('NOT_FOUND', msg`This computer has no key for anchors. Make one: lotline anchor-key FILE`);
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: secrets.open(found.sealed), type: 'pkcs8', format: 'der' });
  } catch {
    throw new LotlineError(
      'REAUTH_FAILED',
      msg`The key for anchors does not open with this passphrase. Type it again.`,
    );
  }
  return (anchor) => {
    const value = sign(null, textOf(anchor), key).toString('base64');
    return { ...anchor, signature: { key: found.publicKey, value } };
  };
}

/** What is signed: the anchor without its signature, in the one form it has. */
const textOf = ({ signature: _own, ...anchor }: Anchor): Buffer => Buffer.from(`lotline anchor\n${canonical(anchor)}`);

/** Whether an anchor says what was signed with one of these keys; also true of one that nobody signed. */
export function fitsKey(anchor: Anchor, trusted: readonly string[]): boolean {
  if (anchor.signature === undefined) return true;
  const { key, value } = anchor.signature;
  if (!trusted.includes(key)) return false;
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' });
    return verify(null, textOf(anchor), publicKey, Buffer.from(value, 'base64'));
  } catch {
    return false;
  }
}

/** The public key of a file that `anchor-key` wrote. @throws LotlineError NOT_FOUND, FILE_DAMAGED */
export function readPublicKey(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new LotlineError('NOT_FOUND', msg`There is no public key at ${file}.`);
  }
  try {
    const key = createPublicKey(text);
    if (key.asymmetricKeyType === 'ed25519') return key.export({ type: 'spki', format: 'der' }).toString('base64');
  } catch {
    // Said below.
  }
  throw new LotlineError('FILE_DAMAGED', msg`${file} is no public key for anchors.`);
}

/** A public key as a file that other programs read too. */
export const publicKeyText = (publicKey: string): string =>
  createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
    .export({ type: 'spki', format: 'pem' })
    .toString();
