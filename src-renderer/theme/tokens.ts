/**
 * Every colour of Lotline, by what it is for. Components use these names as `var(--l-…)` and no other
 * colour. Each `on…` is text on the surface of that name, at 4.5:1 or better in both schemes; a test holds it.
 */
export const light = {
  surface: '#f6f5f3',
  raised: '#ffffff',
  sunken: '#edebe7',
  hover: '#f0eeea',
  selected: '#e0eeec',
  hairline: '#dcd8d1',
  control: '#8a847b',
  text: '#23211e',
  muted: '#5f5a52',
  accent: '#0b5f5b',
  accentHover: '#084b48',
  onAccent: '#ffffff',
  link: '#0b5f5b',
  focus: '#0b7a74',
  released: '#d6ece7',
  onReleased: '#0a534d',
  quarantine: '#fbe8c4',
  onQuarantine: '#704300',
  rejected: '#fbdcd8',
  onRejected: '#96211a',
  hold: '#e8e0f7',
  onHold: '#54299a',
  neutral: '#e6e3dd',
  onNeutral: '#45413b',
  danger: '#a8281f',
  onDanger: '#ffffff',
  shadow: '0 4px 16px rgb(35 33 30 / 14%)',
};

export type Tokens = Record<keyof typeof light, string>;

export const dark: Tokens = {
  surface: '#11161d',
  raised: '#181f28',
  sunken: '#0c1016',
  hover: '#1f2833',
  selected: '#16373a',
  hairline: '#2a3441',
  control: '#6c7a8b',
  text: '#e4e8ee',
  muted: '#a5b1bf',
  accent: '#0f766e',
  accentHover: '#0b5f5b',
  onAccent: '#ffffff',
  link: '#5cc9be',
  focus: '#5cc9be',
  released: '#113b37',
  onReleased: '#86e0d3',
  quarantine: '#44330e',
  onQuarantine: '#f6cd83',
  rejected: '#4a1f1d',
  onRejected: '#ffb1a9',
  hold: '#33255a',
  onHold: '#cdb8ff',
  neutral: '#2a3441',
  onNeutral: '#d3dae3',
  danger: '#b3382e',
  onDanger: '#ffffff',
  shadow: '0 4px 16px rgb(0 0 0 / 50%)',
};

/** The CSS variable of a token: `onAccent` is `--l-on-accent`. */
export const variableOf = (name: string): string =>
  `--l-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
