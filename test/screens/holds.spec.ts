import { demoPassword } from '#shared/people/vocabulary.ts';
import { expect, field, goTo, press, test } from './lotline.ts';
import { become, reason, send, sendSigned } from './signPlant.ts';

test.use({ plant: 'food' });

/** It fills a plant and derives passwords at their real cost. */
test.describe.configure({ timeout: 180_000 });

const supplierLots = encodeURIComponent('[["S-VERDANNE","VE-66318"]]');

test('a suspect lot and everything made from it is held with one signature: 5 steps', async ({ own: plant }) => {
  const { page } = plant;
  await become(page, 'quentin');
  // Who has signed in this session gives the password alone.
  const signature = { user: 'quentin', password: demoPassword, meaning: 'performed' };
  await sendSigned(page, 'holds.set', { targets: [{ location: 'COLD' }], reason: 'door open', signature });
  await page.reload();
  await goTo(page, `/recall?supplierLots=${supplierLots}`);
  let steps = 0;
  const step = async (act: Promise<unknown>): Promise<void> => {
    steps += 1;
    await act;
  };
  await step(page.getByRole('button', { name: 'Hold what is here' }).click());
  const panel = page.getByRole('region', { name: 'Hold what is here' });
  await expect(panel.getByRole('status')).toContainText('Held 0 of');
  await step(panel.getByRole('button', { name: /^Hold \d+ ticked$/ }).click());
  await step(reason(page).fill('glass splinters'));
  await step(field(page, 'Your password').fill(demoPassword));
  await step(press(page, 'Sign'));
  await expect(panel.getByRole('status')).toHaveText(/^Held (\d+) of \1$/);
  expect(steps).toBeLessThanOrEqual(5);
  await plant.expectUsable();
  expect(await send(page, 'holds.list', {})).toContain('glass splinters');
});

test('goods on hold are marked wherever their status stands, and a decision says that the hold stays', async ({
  own: plant,
}) => {
  const { page } = plant;
  await become(page, 'quentin');
  const signature = { user: 'quentin', password: demoPassword, meaning: 'performed' };
  const targets = [{ product: 'APR-PUREE', lot: 'AP-0030' }];
  await sendSigned(page, 'holds.set', { targets, reason: 'glass found', signature });
  await page.reload();
  const marks = page.getByText('On hold', { exact: true });
  const lot = '/unit?product=APR-PUREE&lot=AP-0030';
  for (const address of ['/product?code=APR-PUREE', `/recall?supplierLots=${supplierLots}&tab=onHand`]) {
    await goTo(page, address);
    await expect(page.getByRole('row', { name: /AP-0030.*On hold/ }).first()).toBeVisible();
    await plant.expectUsable();
  }
  await goTo(page, `${lot}&decide=true`);
  await expect(page.getByRole('dialog')).toContainText(
    /On hold by H-\d+ \(“glass found”\), which stays whatever is decided\./,
  );
  await goTo(page, '/today');
  await page.getByRole('link', { name: /^\d+ holds are open/ }).click();
  await expect(page.getByRole('row', { name: /H-\d.*AP-0030/ })).toBeVisible();
  expect(await marks.count()).toBeGreaterThan(0);
});
