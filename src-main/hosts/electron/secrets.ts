import type { SafeStorage } from 'electron';
import type { Secrets } from '#main/app/verifying.ts';

type Store = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> & {
  getSelectedStorageBackend?: SafeStorage['getSelectedStorageBackend'];
};

/**
 * What the system keeps secrets with; undefined where it protects none. On Linux without a keyring the system would
 * seal under a password that is the same everywhere.
 */
export function systemSecrets(store: Store): Secrets | undefined {
  if (!store.isEncryptionAvailable() || store.getSelectedStorageBackend?.() === 'basic_text') return undefined;
  return {
    by: 'system',
    seal: (secret) => store.encryptString(secret.toString('base64')).toString('base64'),
    open: (sealed) => Buffer.from(store.decryptString(Buffer.from(sealed, 'base64')), 'base64'),
  };
}
