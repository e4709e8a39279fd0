import {
  convertCssVariables,
  DEFAULT_THEME,
  deepMerge,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { theme, variables } from './theme.ts';

/**
 * Puts the theme's variables into a constructed style sheet. Mantine would write them into a <style>
 * element, which a policy of `style-src 'self'` forbids; a constructed sheet needs no exception.
 */
export function adoptTheme(page: Document): void {
  const whole = mergeMantineTheme(DEFAULT_THEME, theme);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(convertCssVariables(deepMerge(defaultCssVariablesResolver(whole), variables(whole)), ':root'));
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}
