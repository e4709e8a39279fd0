import { readFileSync } from 'node:fs';

/** File systems whose files lie on another computer, or may. */
const remote = /^(nfs|cifs|smb|afs|9p|ncp|coda|ceph|gluster|lustre|autofs|afp|webdav|dav|fuse\.(?!lxcfs))/i;

/**
 * Whether reading a path could ask another computer, which then learns who asks: a network name (`\\host`, `//host`),
 * an address (`file:`, `smb:`), or a place on a share that is mounted here, as far as that can be told without
 * touching it.
 */
export function isNetworkPath(path: string, mounts: readonly Mount[] = mountsOfThisComputer()): boolean {
  const name = path.trim();
  if (/^[\\/]{2}/.test(name) || /^[a-z][a-z\d+.-]+:/i.test(name)) return true;
  const holders = mounts.filter(({ at }) => name === at || name.startsWith(at.endsWith('/') ? at : `${at}/`));
  const [nearest] = holders.toSorted((one, other) => other.at.length - one.at.length);
  return nearest !== undefined && remote.test(nearest.type);
}

export type Mount = { at: string; type: string };

function mountsOfThisComputer(): Mount[] {
  // On a Mac whatever is mounted lies there; which of it is a share cannot be read from a file.
  if (process.platform === 'darwin') return ['/Volumes', '/Network', '/net'].map((at) => ({ at, type: 'afp' }));
  if (process.platform !== 'linux') return [];
  try {
    return readMounts(readFileSync('/proc/self/mounts', 'utf8'));
  } catch {
    return [];
  }
}

/** The lines of /proc/mounts (proc_mounts(5)): what, where, type; blanks in a place are written in octal. */
export const readMounts = (text: string): Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, at, type] = line.split(' ');
    if (at === undefined || type === undefined) return [];
    return [
      {
        at: at.replaceAll(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8))),
        type,
      },
    ];
  });
