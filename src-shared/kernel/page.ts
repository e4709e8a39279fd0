import { z } from 'zod';

/** Lists come in pages; 500 rows at most, so that no answer outgrows a screen. */
export const longestPage = 500;

export const pageInput = z.object({
  offset: z.number().int().min(0).max(100_000_000).default(0),
  limit: z.number().int().min(1).max(longestPage).default(100),
});
export type PageInput = z.infer<typeof pageInput>;

/** A page of rows and how many there are in all. */
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), total: z.number().int() });
