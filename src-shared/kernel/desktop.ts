/** What the desktop window and the pages in it agree on. */

/** The pages' own scheme there: standard and secure, never `file:`. */
export const desktopScheme = 'app';
export const desktopOrigin = `${desktopScheme}://bundle`;

/** The message a page sends for a line to the host: posted to its own window, with one port of a message channel. */
export const connectMessage = 'lotline:connect';
