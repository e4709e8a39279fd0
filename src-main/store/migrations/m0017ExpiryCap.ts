import type { Migration } from './migration.ts';

/** Whether lots of a product expire no later than what they were made of, and with which input a lot does. */
export const m0017ExpiryCap: Migration = {
  name: 'm0017ExpiryCap',
  schema: '203a891387efa7cf4feaea13ca49583365c6c9efa7eea58c8f1b65dea77f08d5',
  statements: [
    'alter table product add column expiry_cap text',
    'alter table lot add column expires_with text',
    'pragma user_version = 17',
  ],
};
