import { z } from 'zod';

/** A stock status: A released, Q quarantine, R rejected, with an optional second character. */
export const statusPattern = /^[AQR][0-9A-Z]?$/;
export const isStatus = (text: string): boolean => statusPattern.test(text);

/** A status as operations take it. */
export const statusText = z
  .string()
  .refine(isStatus, 'Write A, Q or R with an optional second character, such as A or Q1.');
