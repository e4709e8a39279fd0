/** Ours, and those of the browser inside that decide how things look and nothing else. */
const allowed = new Set([
  'store',
  'demo',
  'plant',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'force-device-scale-factor',
  'disable-gpu',
  'gtk-version',
]);

/** Of the others those that open the window to other programs: asked of the browser too, in case it read the words otherwise. */
const dangerous = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-targets',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'single-process',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
  'js-flags',
  'load-extension',
  'proxy-server',
  'proxy-pac-url',
  'host-rules',
  'host-resolver-rules',
  'ignore-certificate-errors',
  'log-net-log',
];

/**
 * The switches a program may not be started with: all that are not known to be harmless. The browser inside has
 * hundreds, and with the wrong one (a debugging port, a launcher, a proxy, no sandbox) any program of this computer
 * sits in the signed-in window. It takes one dash for two, and on Windows a slash, and passes over blanks before them.
 * @param isSet whether the browser inside has read a switch of this name
 */
export function refusedSwitches(
  args: readonly string[],
  platform: NodeJS.Platform,
  isSet: (name: string) => boolean,
): string[] {
  const end = args.indexOf('--');
  const start = platform === 'win32' ? /^[-/]/ : /^-/;
  const words = (end < 0 ? args : args.slice(0, end)).filter(
    (word) => start.test(word.replace(blanksBefore, '')) && !isAllowed(word),
  );
  return words.length > 0 ? words : dangerous.filter(isSet).map((name) => `--${name}`);
}

/** All blanks of Unicode and all that shows nothing, more than the browser passes over on any system. */
const blanksBefore = /^[\p{Z}\p{C}]+/u;

function isAllowed(word: string): boolean {
  // What the Finder adds.
  if (/^-psn_[\d_]+$/.test(word)) return true;
  const name = /^--([a-z-]+)(=|$)/s.exec(word)?.[1];
  return name !== undefined && allowed.has(name);
}
