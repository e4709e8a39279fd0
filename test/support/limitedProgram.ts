import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

/**
 * Runs the command line where no file may become larger than so many KB; the system says so instead of ending it. What
 * the program keeps for its person goes to `data`.
 */
export const runLimited = (
  kilobytes: number,
  args: readonly string[],
  data: string,
): Promise<{ status: number | null; err: string }> =>
  new Promise((resolve, reject) => {
    const script = `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$0" "$@"`;
    const child = spawn('bash', ['-c', script, process.execPath, program, 'cli', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, XDG_DATA_HOME: data, XDG_CACHE_HOME: data },
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (err += text));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, err }));
  });
