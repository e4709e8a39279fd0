import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectUsable, goTo, openScreen, test } from './lotline.ts';

test.use({ plant: 'food', isOpenedAnew: false });

const apricot = 'product=APR-PUREE&lot=AP-0028';
const suspects = encodeURIComponent('[["APR-PUREE","AP-0028","",""]]');

const screens = {
  'Trace before a question': '/trace',
  'Trace with its units': `/trace?${apricot}`,
  'Trace with its runs': `/trace?${apricot}&tab=runs`,
  'Trace along time': `/trace?${apricot}&tab=timeLine&pictureHidden=true`,
  'Trace of an unknown lot': '/trace?product=APR-PUREE&lot=NONE',
  'a lot': `/unit?${apricot}`,
  'a product': '/product?code=APR-PUREE',
  'a document': '/document?number=RC-2191',
  Lots: '/lots',
  'Lots with nothing in it': '/lots?text=NO-SUCH-LOT',
  'Serials, of which there are none': '/serials',
  'a partner': '/partner?code=S-VERDANNE',
  'Recall before a question': '/recall',
  'a recall': `/recall?suspects=${suspects}`,
  'the affected units': `/recall?suspects=${suspects}&tab=affected`,
  Import: '/import',
  'gaps in the set-up': '/setup/gaps',
  'the audit trail': '/audit',
  'an audit entry': '/audit/entry?seq=1',
};

test.describe('every screen', () => {
  for (const [name, address] of Object.entries(screens))
    test(`${name} is usable for everybody, in light and dark, in narrow and wide windows`, ({ page }) =>
      expectScreenUsable(page, address));
});

async function expectScreenUsable(page: Page, address: string): Promise<void> {
  await openScreen(page, address);
  await expect(page.getByText('Loading…')).toHaveCount(0);
  await expectUsable(page);
}

test('the navigation leaves out what the plant has nothing of; the box and its key lead there all the same', async ({
  page,
}) => {
  await openScreen(page, '/lots');
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await expect(navigation.getByRole('link', { name: 'Products' })).toBeVisible();
  await expect(navigation.getByRole('link', { name: 'Serials' })).toHaveCount(0);
  await page.keyboard.press('g');
  // As a person types: a scanner's keys follow one another at once.
  await page.waitForTimeout(120);
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1, name: 'Serials' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('serials');
  await page.getByRole('option', { name: 'Go to Serials' }).click();
  await expect(page.getByRole('combobox').first()).toHaveValue('');
});

test('the navigation marks where the page of a record belongs to', async ({ page }) => {
  const navigation = page.getByRole('navigation', { name: 'Main' });
  for (const [address, place] of [
    [`/unit?${apricot}`, 'Lots'],
    ['/document?number=RC-2191', 'Documents'],
    ['/product?code=APR-PUREE', 'Products'],
    ['/partner?code=S-VERDANNE', 'Partners'],
    ['/location?code=COLD', 'Locations'],
    ['/history?record=lot&key=["APR-PUREE","AP-0028"]', 'Lots'],
    ['/history?record=product&key=["APR-PUREE"]', 'Products'],
    ['/history?record=partner&key=["S-VERDANNE"]', 'Partners'],
    ['/history?record=place&key=["COLD"]', 'Locations'],
  ] as const) {
    await openScreen(page, address);
    await expect(navigation.locator('[aria-current]')).toHaveText([place]);
  }
});

test('the name of who is here is cut nowhere below; the list of keys has those of Today', async ({ page }) => {
  await openScreen(page, '/lots');
  const menu = page.getByRole('button', { name: /^Who is signed in/ });
  const letters = await menu.locator('.mantine-Button-label span').evaluate((name) => {
    const { lineHeight, fontSize } = getComputedStyle(name);
    return parseFloat(lineHeight) / parseFloat(fontSize);
  });
  expect(letters).toBeGreaterThan(1.3);
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.locator('body').press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(keys).toContainText('Release, quarantine or reject the selected row');
  await expect(keys).toContainText('Send a form, sign');
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
});

test('Ctrl K closes the menu that is open, and keeps the focus', async ({ page }) => {
  await openScreen(page, '/');
  const box = page.getByRole('combobox').first();
  const menus = [
    page.getByRole('button', { name: /^Who is signed in/ }),
    page.getByRole('button', { name: 'Language and appearance' }),
  ];
  for (const menu of menus) {
    await menu.click();
    await expect(page.locator('[role=dialog]')).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(page.locator('[role=dialog]')).toHaveCount(0);
    // A menu that closes gives the focus back a moment later.
    await page.waitForTimeout(100);
    await expect(box).toBeFocused();
    await page.keyboard.press('Escape');
  }
});

test('Ctrl K goes to the box, and Enter opens the lot that was typed', async ({ page }) => {
  await openScreen(page, '/audit');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find or scan' })).toBeFocused();
  await page.keyboard.type('AP-0028');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'AP-0028' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit trail' })).toBeVisible();
});

test('a scan outside of any field opens its lot', async ({ page }) => {
  await openScreen(page, '/import');
  await scan(page, 'AP-0028');
  await expect(page.getByRole('heading', { level: 1, name: 'AP-0028' })).toBeVisible();
});

test('four characters of a lot open it from any screen', async ({ page }) => {
  await openScreen(page, '/audit');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('0028');
  await page.getByRole('option').filter({ hasText: 'AP-0028' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'AP-0028' })).toBeVisible();
});

test('a scanned GS1 code opens its lot, and one that was read badly is told', async ({ page }) => {
  await openScreen(page, '/audit');
  await scan(page, '(10)AP-0028(17)270131');
  await expect(page.getByRole('heading', { level: 1, name: 'AP-0028' })).toBeVisible();
  await scan(page, '(01)09501101530004(10)AP-0028');
  await expect(page.getByText('its check digit does not fit')).toBeVisible();
});

test('the box does what is typed, and ? shows the keys', async ({ page }) => {
  await openScreen(page, '/audit');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('go recall');
  await page.getByRole('option', { name: 'Go to Recall' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Recall' })).toBeVisible();
  await page.locator('body').press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeHidden();

  // g and a letter lead to a place. On Today r would reject the lot that is shown; behind g it does not.
  await page.keyboard.type('gt', { delay: 150 });
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.keyboard.type('gr', { delay: 150 });
  await expect(page.getByRole('heading', { level: 1, name: 'Recall' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  // A code that begins with such letters is a scan, and in a field they are text.
  await scan(page, 'GT-0815');
  await expect(page.getByText('GT-0815').first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeHidden();
});

test('the box finds lists and acts by their words, marks what Enter takes, and leaves the keys to the page', async ({
  page,
}) => {
  await openScreen(page, '/audit');
  const box = page.getByRole('combobox', { name: 'Find or scan' });
  const options = page.getByRole('listbox', { name: 'Find or scan' }).getByRole('option');
  const marked = page.locator('[role="option"][data-combobox-active]');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('in quarantine', { delay: 60 });
  await expect(marked).toHaveText(/In quarantine$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Lots' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^In quarantine/ })).toHaveAttribute('aria-current', 'true');
  await expect(box).not.toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('make backup');
  await expect(options.filter({ hasText: 'Make a backup' })).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('AP-0028');
  await expect(marked).toContainText('AP-0028');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'AP-0028' })).toBeVisible();
  await expect(box).not.toBeFocused();
  await page.keyboard.press('Control+k');
  // The words of before lead there as well.
  await page.keyboard.type('hand over', { delay: 60 });
  await expect(options).toHaveText([/Export a report or a list$/]);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('export', { delay: 60 });
  await expect(options.first()).toHaveText(/Export a report or a list$/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('change status', { delay: 60 });
  await expect(marked).toHaveText(/Usage decision on AP-0028$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/unit\?.*AP-0028&decide=true/);
});

test('at 200 % the navigation is icons, the box keeps its room, and nothing scrolls sideways but tables', async ({
  page,
}) => {
  await openScreen(page, '/trace');
  await page.setViewportSize({ width: 512, height: 400 });
  const navigation = page.getByRole('navigation', { name: 'Main' });
  const recall = navigation.getByRole('link', { name: 'Recall', exact: true });
  await expect(recall).toHaveAttribute('title', 'Recall');
  expect((await recall.boundingBox())?.width).toBeLessThan(60);
  const drawn = await navigation.locator('svg').evaluateAll((all) => all.map((one) => one.innerHTML));
  expect(drawn.length).toBeGreaterThan(10);
  expect(new Set(drawn).size, 'each place has a drawing of its own').toBe(drawn.length);
  for (const address of [
    '/lots',
    `/unit?${apricot}`,
    `/recall?suspects=${suspects}`,
    '/audit',
    '/setup',
    '/setup/roles',
    '/import',
  ]) {
    await openScreen(page, address);
    await expect(page.getByText('Loading…')).toHaveCount(0);
    const box = await page.getByRole('combobox', { name: 'Find or scan' }).boundingBox();
    expect(box?.width, address).toBeGreaterThan(200);
    const beyond = await page.evaluate(() =>
      [document.documentElement, document.getElementById('content')].map((part) =>
        part === null ? 0 : part.scrollWidth - part.clientWidth,
      ),
    );
    expect(beyond, address).toEqual([0, 0]);
  }
  await expectAccessible(page);
});

test("keys typed at a person's pace outside of any field are no scan", async ({ page }) => {
  await openScreen(page, '/import');
  for (const key of [...'AP-0028', 'Enter']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Find or scan' })).toHaveValue('');
});

test('a wrong scan says what was read', async ({ page }) => {
  await openScreen(page, '/import');
  await scan(page, 'XX-9999');
  await expect(page.getByText('Nothing found for “XX-9999”.')).toBeVisible();
  await expectAccessible(page);
});

test('the list of what was found is walked with the arrow keys', async ({ page }) => {
  await openScreen(page, '/trace');
  await page.getByRole('combobox', { name: 'Find or scan' }).fill('APR');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Apricot/);
});

test.describe('a page that is opened', () => {
  test.use({ isOpenedAnew: true });

  test('an unknown page is usable for everybody, in light and dark, in narrow and wide windows', ({ page }) =>
    expectScreenUsable(page, '/nowhere'));

  test('the navigation is drawn once it is known what it leaves out, so that no link moves away under the pointer', async ({
    page,
  }) => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route(/rpc\/products\/list/, async (route) => {
      await held;
      await route.continue();
    });
    await openScreen(page, '/lots');
    const navigation = page.getByRole('navigation', { name: 'Main' });
    await expect(navigation.getByRole('link')).toHaveCount(0);
    answer();
    await expect(navigation.getByRole('link', { name: 'Products' })).toBeVisible();
    await expect(navigation.getByRole('link', { name: 'Serials' })).toHaveCount(0);
  });

  test('speaks German when asked, and still does after a restart of the page', async ({ page }) => {
    await openScreen(page, '/trace');
    await page.getByRole('button', { name: 'Language and appearance' }).click();
    await expectAccessible(page);
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');
    await expect(page.getByRole('heading', { level: 1, name: 'Verfolgen' })).toBeVisible();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('link', { name: 'Rückruf' })).toBeVisible();
  });

  test('says when the host does not answer, and goes on by itself when it does', async ({ page }) => {
    await openScreen(page, '/trace');
    await page.route('**/rpc/**', (route) => route.abort('connectionrefused'));
    await goTo(page, '/audit');
    await expect(page.getByText('Lotline does not answer.').first()).toBeVisible();
    await expectAccessible(page);
    await page.unroute('**/rpc/**');
    await expect(page.getByText('Lotline does not answer.')).toHaveCount(0);
    await expect(page.getByRole('table', { name: 'Audit trail' })).toBeVisible();
  });
});

/** A scanner's keys: all within the page, because a press from outside takes longer than a scanner does on a busy machine. */
const scan = (page: Page, code: string): Promise<void> =>
  page.evaluate(
    (keys) => {
      for (const key of keys)
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    },
    [...code, 'Enter'],
  );
