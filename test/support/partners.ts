import type { Inputs } from '#shared/contract.ts';
import type { AskOptions, TestApp } from './app.ts';

type Saved = Omit<Inputs['partners']['save'], 'code' | 'name' | 'roles' | 'reason'>;

/** Nothing is known of a partner that is made but what it is called and is. */
export const blankPartner = {
  ...{ country: '', email: '', address: '', phone: '', gln: '' },
  ...{ contactName: '', contactPhone: '', contactEmail: '', contactHours: '', inactiveFrom: '' },
  leastLifeDays: null,
  ...{ version: 0, termsVersion: 0 },
} as const satisfies Saved;

/** Changes a partner as a person who opened it would. */
export async function changePartner(
  plant: TestApp,
  code: string,
  change: Partial<Inputs['partners']['save']>,
  by: AskOptions = {},
): Promise<{ saved: string }> {
  const { kind: _kind, ...opened } = await plant.ask('partners.get', { code }, by);
  return await plant.ask('partners.save', { ...opened, reason: 'as agreed', ...change }, by);
}
