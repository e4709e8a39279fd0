import { readFileSync } from 'node:fs';

/** File systems whose disk is another computer's. */
const networkKinds =
  /^(?:nfs\d?|cifs|smb\w*|9p|afs|ncpfs|ceph|glusterfs|lustre|davfs2?|fuse\.(?:sshfs|s3fs|rclone|davfs2?|glusterfs|ceph|cifs|smbnetfs|curlftpfs|gvfsd-fuse))$/;

/** The table of mounts as Linux writes it; "" on other systems. */
export function readMounts(): string {
  try {
    return readFileSync('/proc/self/mounts', 'utf8');
  } catch {
    return '';
  }
}

/**
 * The kind of network share a file is on, such as "nfs4"; undefined for a disk of this computer. On Windows a share
 * is known by its name (`\\server\share`); a drive letter mapped to one cannot be distinguished from a disk.
 * @param file a whole path, links resolved
 * @param mounts lines of `device folder kind options …`
 */
export function networkMount(file: string, mounts: string): string | undefined {
  if (/^(?:\\\\|\/\/)(?!\?\\[a-z]:)[^\\/]/i.test(file)) return 'share';
  let longest = '';
  let kind = '';
  for (const line of mounts.split('\n')) {
    const [, escaped = '', found = ''] = line.split(' ');
    const folder = unescape(escaped);
    // A later mount at the same folder covers the earlier one.
    if (folder === '' || !isBelow(file, folder) || folder.length < longest.length) continue;
    [longest, kind] = [folder, found];
  }
  return networkKinds.test(kind) ? kind : undefined;
}

const isBelow = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** Blanks, tabs, line ends and backslashes are written as three octal digits. */
const unescape = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_all, digits: string) => String.fromCodePoint(Number.parseInt(digits, 8)));
