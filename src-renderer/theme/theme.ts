import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { dark, light, type Tokens, variableOf } from './tokens.ts';

/** Deep teal, from palest to darkest: 7 carries white text. */
const teal: MantineColorsTuple = [
  '#e6f4f2',
  '#d0eae7',
  '#a3d5cf',
  '#74c0b8',
  '#4dada4',
  '#2f9a90',
  '#14857c',
  '#0f766e',
  '#0b5f5b',
  '#084b48',
];

/** Warm grey, for Mantine's own surfaces and lines in light. */
const gray: MantineColorsTuple = [
  '#f6f5f3',
  '#edebe7',
  '#e6e3dd',
  '#dcd8d1',
  '#c3beb5',
  '#a49d93',
  '#5f5a52',
  '#45413b',
  '#2f2c28',
  '#23211e',
];

/** Blue-black, for Mantine's own surfaces and lines in dark, from text to the deepest ground. */
const blueBlack: MantineColorsTuple = [
  '#e4e8ee',
  '#c6cfda',
  '#a5b1bf',
  '#8795a6',
  '#3b4756',
  '#2a3441',
  '#181f28',
  '#11161d',
  '#0c1016',
  '#080b10',
];

const hairline = 'var(--l-hairline)';
/** What lies over the page. */
const floating = { borderColor: hairline, background: 'var(--l-raised)', boxShadow: 'var(--l-shadow)' };
const small = { border: `1px solid ${hairline}`, borderRadius: 4, fontSize: 12, fontWeight: 400 };

/** What Mantine's own components need to know, and how each of them looks everywhere; colours come from the tokens through `variables`. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 7 },
  colors: { accent: teal, gray, dark: blueBlack },
  fontFamily: "Inter, system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "'IBM Plex Mono', ui-monospace, 'Cascadia Mono', monospace",
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '12px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 24 } },
    Anchor: { defaultProps: { inherit: true, underline: 'always' } },
    Combobox: { styles: { dropdown: floating } },
    Kbd: {
      styles: {
        root: { ...small, padding: '0 5px', background: 'none', color: 'var(--l-muted)', fontFamily: 'inherit' },
      },
    },
    Modal: {
      defaultProps: {
        size: 600,
        // A page locked by Mantine needs a <style>, which the policy forbids.
        lockScroll: false,
        // Mantine draws a <header>, which outside of the page's main part would be a second banner.
        attributes: { header: { role: 'presentation' } },
      },
      // What has the focus is not below the title or the buttons, which stay in sight.
      styles: { content: { scrollPaddingBlock: '64px 72px' } },
    },
    Notification: {
      defaultProps: { color: 'accent', withBorder: true },
      styles: { root: floating, description: { color: 'var(--l-text)' } },
    },
    Popover: { styles: { dropdown: floating } },
    Table: {
      defaultProps: { fz: 13, lh: '20px', verticalSpacing: 5, horizontalSpacing: 12, borderColor: hairline },
      styles: {
        thead: { background: 'var(--l-sunken)', color: 'var(--l-muted)' },
        // Where a part of the table ends, as much as where a row does.
        tbody: { borderBlockEnd: `1px solid ${hairline}` },
        th: { fontWeight: 500 },
      },
    },
    TabsPanel: { defaultProps: { pt: 'sm' } },
    TabsTab: { defaultProps: { px: 'sm', py: 6 } },
  },
});

/** Mantine's own names for our tokens: its defaults for muted, placeholder and error text fail the contrast check. */
const mantineNames: Record<string, keyof Tokens> = {
  '--mantine-color-body': 'surface',
  '--mantine-color-text': 'text',
  '--mantine-color-bright': 'text',
  '--mantine-color-dimmed': 'muted',
  '--mantine-color-placeholder': 'muted',
  '--mantine-color-anchor': 'link',
  '--mantine-color-default': 'raised',
  '--mantine-color-default-hover': 'hover',
  '--mantine-color-default-color': 'text',
  '--mantine-color-default-border': 'control',
  '--mantine-color-disabled': 'sunken',
  '--mantine-color-disabled-color': 'muted',
  '--mantine-color-disabled-border': 'hairline',
  '--mantine-color-error': 'onRejected',
  '--mantine-color-accent-filled': 'accent',
  '--mantine-color-accent-filled-hover': 'accentHover',
  '--mantine-color-accent-light': 'selected',
  '--mantine-color-accent-light-hover': 'selected',
  '--mantine-color-accent-light-color': 'link',
  '--mantine-color-accent-outline': 'link',
  '--mantine-color-gray-light-color': 'muted',
  '--mantine-color-gray-light-hover': 'hover',
  '--mantine-primary-color-filled': 'accent',
  '--mantine-primary-color-filled-hover': 'accentHover',
};

const mantineVariables = Object.fromEntries(
  Object.entries(mantineNames).map(([name, token]) => [name, `var(${variableOf(token)})`]),
);

const tokenVariables = (tokens: Tokens): Record<string, string> =>
  Object.fromEntries(Object.entries(tokens).map(([name, value]) => [variableOf(name), value]));

/** The tokens as CSS variables, per scheme, with Mantine's names pointing at them. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...tokenVariables(light), ...mantineVariables },
  dark: { ...tokenVariables(dark), ...mantineVariables },
});
