import { buildGallery } from '../support/gallery.ts';
import { complaintsOf, expect, test as base, windowOptions } from './lotline.ts';

const home = 'http://gallery.localhost';

/** Built once, under the same security policy as the screens. */
let built: ReturnType<typeof buildGallery> | undefined;

/** A page on the gallery, or on `part` of it, as the test before left it; no Lotline is started for it. */
export const test = base.extend<{ part: string }>({
  // What is looked at often is looked at on a short page.
  part: ['', { option: true }],
  page: async ({ context, part }, use) => {
    const { answer } = await (built ??= buildGallery());
    const [page] = context.pages();
    if (page === undefined) throw new Error('the page that stays open was closed');
    const complaints = complaintsOf(page);
    await page.route(`${home}/**`, async (route) => {
      const response = answer(new URL(route.request().url()).pathname);
      if (response === undefined) return await route.fulfill({ status: 404 });
      const body = Buffer.from(await response.arrayBuffer());
      await route.fulfill({ status: 200, headers: Object.fromEntries(response.headers), body });
    });
    const address = `${home}/gallery.html${part === '' ? '' : `?part=${part}`}`;
    if (page.url() !== address) await page.goto(address);
    await expect(page.getByRole('heading', { level: 1, name: 'Gallery' })).toBeVisible();
    await use(page);
    expect(complaints).toEqual([]);
    page.removeAllListeners();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize(windowOptions.viewport);
  },
});
