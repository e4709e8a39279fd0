import { expect, openScreen, test } from './lotline.ts';

test.use({ plant: 'away' });

test('goods at a subcontractor and on loan are said to be there, on their page, their place and in a recall', async ({
  own: plant,
}) => {
  const { page } = plant;
  await openScreen(page, '/unit?product=OIL&lot=O1');
  const stock = page.getByRole('table', { name: 'Where it is' });
  await expect(stock.getByRole('row', { name: /WORKS/ })).toContainText('at the subcontractor');
  await expect(stock.getByRole('row', { name: /LENT/ })).toContainText('on loan to a customer');
  await expect(stock.getByRole('row', { name: /STORE/ })).not.toContainText('at the');
  await plant.expectUsable();
  await openScreen(page, '/location?code=LENT');
  await expect(page.getByText('still belongs to it')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'On loan to a customer' })).toBeVisible();
  await openScreen(page, '/recall?suspects=%5B%5B%22OIL%22%2C%22O1%22%2C%22%22%2C%22%22%5D%5D&tab=onHand');
  await expect(page.getByRole('row', { name: /WORKS/ })).toContainText('at the subcontractor');
});
