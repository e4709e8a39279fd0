import { writeFileSync } from 'node:fs';
import { siteKeyFile } from '#main/app/config.ts';
import { makeSiteKey, passphraseSecrets, publicKeyText } from '#main/store/siteKey.ts';

/** Makes this computer's key for anchors as `anchor-key` does, but so that it opens at once. */
export function makeQuickKey(publicFile: string, passphrase: string): void {
  const { publicKey } = makeSiteKey(siteKeyFile(), passphraseSecrets(passphrase, 4));
  writeFileSync(publicFile, publicKeyText(publicKey));
}
