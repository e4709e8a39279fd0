import { readFileSync } from 'node:fs';

/** File systems whose times are those of the very last write, whoever asks. */
const exactKinds = /^(?:ext[234]|xfs|btrfs|zfs|f2fs|bcachefs|jfs|tmpfs|ramfs|overlay)$/;

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
  const kind = mountKind(file, mounts);
  return networkKinds.test(kind) ? kind : undefined;
}

/**
 * Whether a file's times change with every write and with nothing else. Windows sets them when it comes to it, network
 * shares and file systems run by programs may set them once more when what was written arrives.
 * @param mounts as for networkMount
 */
export function hasExactTimes(file: string, mounts: string, platform = process.platform): boolean {
  // Whatever was plugged in or mounted is below /Volumes there.
  if (platform === 'darwin') return !file.startsWith('/Volumes/');
  return platform === 'linux' && exactKinds.test(mountKind(file, mounts));
}

/** What the file system of the mount is called that a file is on; "" where nothing says. */
function mountKind(file: string, mounts: string): string {
  let longest = '';
  let kind = '';
  for (const line of mounts.split('\n')) {
    const [, escaped = '', found = ''] = line.split(' ');
    const folder = unescape(escaped);
    // A later mount at the same folder covers the earlier one.
    if (folder === '' || !isBelow(file, folder) || folder.length < longest.length) continue;
    [longest, kind] = [folder, found];
  }
  return kind;
}

const isBelow = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** Blanks, tabs, line ends and backslashes are written as three octal digits. */
const unescape = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_all, digits: string) => String.fromCodePoint(Number.parseInt(digits, 8)));
