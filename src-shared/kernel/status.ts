/** A stock status: A released, Q quarantine, R rejected, with an optional second character. */
export const statusPattern = /^[AQR][0-9A-Z]?$/;
/** The letters a status begins with. */
export const statusLetters = ['A', 'Q', 'R'] as const;
export const isStatus = (text: string): boolean => statusPattern.test(text);
