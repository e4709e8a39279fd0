import { copied, paste } from './clipboard.ts';
import { test } from './galleryPage.ts';
import { expect, expectAccessible, expectUsable } from './lotline.ts';

test.use({ part: 'grids' });

test('is filled in, judged, mended and sent by keys alone', async ({ page }) => {
  test.setTimeout(120_000);
  await page.reload();
  const part = page.getByRole('region', { name: 'A grid', exact: true });
  const grid = part.getByRole('grid', { name: 'Notes on locations' });
  const cell = (column: string, row: number) => grid.getByLabel(`${column}, row ${row}`, { exact: true });
  const textAt = (row: number, column: number) =>
    grid.locator(`[role="row"][aria-rowindex="${row + 1}"] [role="gridcell"]`).nth(column - 1);
  const keys = async (...pressed: string[]): Promise<void> => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  await cell('Location', 1).focus();
  // Typed row by row: Tab goes on, Enter begins below where Tab began.
  await page.keyboard.type('FREEZER-1');
  await keys('Tab');
  await page.keyboard.type('clo');
  await expect(page.getByRole('option')).toHaveText(['Closed']);
  await keys('Tab');
  await page.keyboard.type('30.9.2026');
  await keys('Enter');
  await expect(cell('Location', 2)).toBeFocused();
  await expect(textAt(1, 2)).toHaveText('Closed');
  await expect(textAt(1, 3)).toHaveText('30 Sept 2026');
  // The row was left: what is missing and what is wrong is told at its cell.
  await expect(part.getByText('1 row · 1 fault', { exact: true })).toBeVisible();
  await keys('F8');
  await expect(cell('Quantity', 1)).toBeFocused();
  await expect(cell('Quantity', 1)).toHaveAccessibleDescription(
    'Write a number with a dot and at most six decimals, such as 12.5.',
  );
  await page.keyboard.type('12,5');
  // Nothing is told of a row as long as somebody is in it.
  await expect(part.getByText('1 row', { exact: true })).toBeVisible();
  await keys('ArrowRight');
  await page.keyboard.type('4.5');
  await keys('Enter');
  await expect(textAt(1, 5)).toHaveAttribute('aria-invalid', 'true');

  // Esc gives up a cell, Ctrl Z a change, Delete clears, F2 goes into the text.
  await keys('ArrowUp');
  await page.keyboard.type('7');
  await keys('Escape');
  await expect(cell('Value', 1)).toHaveValue('4.5');
  await keys('Delete');
  await expect(cell('Value', 1)).toHaveValue('');
  await keys('Control+z', 'F2');
  await keys('Backspace', 'Backspace', 'Enter', 'ArrowUp');
  await expect(cell('Value', 1)).toHaveValue('4');
  // Space says yes.
  await keys('ArrowRight', ' ');
  await expect(cell('Stock is managed', 1)).toHaveValue('Yes');

  // Down with Ctrl D, and out with Ctrl C as a spreadsheet takes it.
  await keys('Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+End', 'Control+d');
  await expect(part.getByText('3 rows', { exact: true })).toBeVisible();
  await expect(textAt(3, 1)).toHaveText('FREEZER-1');
  expect((await copied(page)).split('\r\n')).toEqual(
    Array.from({ length: 3 }, () => 'FREEZER-1\tClosed\t30.9.2026\t12,5\t4\tYes\t\t'),
  );

  // A block that is too wide is not pasted, one with names lands below these; quoted cells keep their lines.
  await keys('Control+End', 'ArrowDown');
  await paste(page, 'one\ttwo');
  await expect(part.getByText(/^Nothing was pasted: “two” \(line 1, column 2\) has no place/)).toBeVisible();
  await keys('Home');
  await paste(
    page,
    'Status\tLocation\tShift\tUntil\tQuantity\tNote\r\nClosed\tNOWHERE\tnight\t2026-12-31\t1,250.75\t"two\r\nlines"\r\n',
  );
  await expect(
    part.getByText('1 row pasted. No column here is called so, and what stands there is left out: Shift.'),
  ).toBeVisible();
  await expect(textAt(4, 4)).toHaveText('1,250.75');

  // What was chosen stays where the list of choices is opened and left.
  await keys('ArrowRight');
  await page.keyboard.type('being');
  await keys('Enter', 'ArrowUp', 'F2');
  await expect(page.getByRole('option', { selected: true })).toHaveText('Being cleaned');
  await keys('Enter');
  await expect(textAt(4, 2)).toHaveText('Being cleaned');

  // Sent without a reason it stays; refused it is told at its row and column.
  await keys('Control+Enter');
  await expect(part.getByText('Say why, in a few words.')).toBeVisible();
  await part.getByRole('textbox', { name: 'Reason' }).fill('It is defrosting.');
  await keys('Control+Enter');
  await expect(cell('Location', 4)).toBeFocused();
  await expect(cell('Location', 4)).toHaveAccessibleDescription('There is no such location.');
  await page.keyboard.type('COLD');
  await keys('Control+Enter');
  await expect(part.getByText('Saved.')).toBeVisible();
  await expect(part.getByRole('status', { name: 'Sent' })).toHaveText('4 rows: It is defrosting.');
  const sent: unknown = JSON.parse((await part.locator('[data-sent]').textContent()) ?? '');
  expect(sent).toMatchObject([
    { location: 'FREEZER-1', kind: 'closed', until: '2026-09-30', room: '12.5', shelves: 4, locked: true },
    {},
    {},
  ]);
  await expect(part.getByText('0 rows', { exact: true })).toBeVisible();

  // A thousand rows are read, judged and sent as one.
  await expect(cell('Location', 1)).toBeFocused();
  await paste(page, Array.from({ length: 1001 }, (_, n) => `L-${n}\tClosed\t2026-09-30\t${n},5\t\tno`).join('\r\n'));
  await expect(part.getByText('1,001 rows', { exact: true })).toBeVisible();
  await part.getByRole('textbox', { name: 'Reason' }).fill('Moved.');
  await keys('Control+Enter');
  await expect(part.getByRole('alert')).toContainText('At most 1,000 rows can be sent at once.');
  await cell('Location', 1).focus();
  await keys('Control+Home', 'Control+Delete', 'Control+End', 'Control+Enter');
  await expect(part.getByRole('status', { name: 'Sent' })).toHaveText('1000 rows: Moved.');

  // Esc, then Tab leaves it.
  await cell('Location', 1).focus();
  await keys('Escape', 'Tab');
  await expect(grid.locator(':focus')).toHaveCount(0);
});

test('is usable for everybody with its list, its faults, and while it is sent', async ({ page }) => {
  test.setTimeout(120_000);
  const faulty = page.getByRole('region', { name: 'A grid with faults' });
  await expect(faulty.getByText('3 rows · 6 faults', { exact: true })).toBeVisible();
  await faulty.getByRole('button', { name: 'Next fault (F8)' }).click();
  await expectUsable(page);
  const on = page.getByRole('region', { name: 'A grid to send, never to be answered' });
  await on.getByRole('textbox', { name: 'Reason' }).fill('As agreed.');
  await on.getByRole('textbox', { name: 'Reason' }).press('Control+Enter');
  await expect(on.getByText('Sending 2 rows…')).toBeVisible();
  await expect(on.getByRole('grid')).toHaveAttribute('aria-readonly', 'true');
  await expectAccessible(page);
  await page.reload();
});
