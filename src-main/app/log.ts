import pino from 'pino';
import { logLevel } from './config.ts';

/** Internal failures, with their stacks: on standard error, never in an answer. Expected refusals are no failures. */
const log = pino({ level: logLevel(), base: null }, pino.destination({ fd: 2, sync: true }));

export function logError(error: unknown, operation: string): void {
  log.error({ operation, err: error }, 'an operation failed');
}
