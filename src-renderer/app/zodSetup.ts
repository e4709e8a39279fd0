import { z } from 'zod';

/** Zod would otherwise build its parsers with `new Function`, which the page's security policy forbids. Imported before any schema. */
z.config({ jitless: true });
