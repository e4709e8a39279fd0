/** The folder of the program as one file. */
export const bundle: URL;

/** Whether all that the bundle was made of has the size and the time it had. */
export function isBundleCurrent(): boolean;
