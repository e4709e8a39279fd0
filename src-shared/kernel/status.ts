/** A stock status: A released, Q quarantine, R rejected, with an optional second character. */
export const statusPattern = /^[AQR][0-9A-Z]?$/;
export const isStatus = (text: string): boolean => statusPattern.test(text);
