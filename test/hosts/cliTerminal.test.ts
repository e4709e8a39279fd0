import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readSecret } from '../support/cli.ts';

/** A terminal a person sits at, and what it was told: the mode of its keys, and what it shows. */
function buildTerminal() {
  const heard: string[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (on: boolean) => void heard.push(on ? 'unseen' : 'seen'),
  });
  const stderr = { write: (text: string) => void heard.push(text) };
  return { stdin, stderr, heard };
}

describe('a secret that is typed', () => {
  it('is asked for after the keys are no longer shown, and again for another', async () => {
    const { heard, ...streams } = buildTerminal();
    const first = readSecret('Code: ', 'NO_SUCH_VARIABLE', streams);
    streams.stdin.write('KXX\u007fJPT');
    streams.stdin.write('\r');
    expect(await first).toBe('KXJPT');
    const second = readSecret('Password: ', 'NO_SUCH_VARIABLE', streams);
    streams.stdin.write('three words\r');
    expect(await second).toBe('three words');
    expect(heard).toEqual(['unseen', 'Code: ', 'seen', '\n', 'unseen', 'Password: ', 'seen', '\n']);
  });
});
