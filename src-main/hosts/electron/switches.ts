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

/**
 * The switches a program may not be started with: all that are not known to be harmless. The browser inside has
 * hundreds, and with the wrong one (a debugging port, a launcher, a proxy, no sandbox) any program of this computer
 * sits in the signed-in window. It takes one dash for two, and on Windows a slash.
 */
export const refusedSwitches = (args: readonly string[], platform: NodeJS.Platform): string[] => {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).filter(
    (word) => (platform === 'win32' ? /^[-/]/ : /^-/).test(word) && !isAllowed(word),
  );
};

function isAllowed(word: string): boolean {
  // What the Finder adds.
  if (/^-psn_[\d_]+$/.test(word)) return true;
  const name = /^--([a-z-]+)(=|$)/s.exec(word)?.[1];
  return name !== undefined && allowed.has(name);
}
