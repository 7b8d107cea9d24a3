// The answer turns on whether posts go with the work, and the page says so.
import { expect, field, link, openFolds, test, verdict, way } from './page.mjs';

test('where the posts stay, the back office is best and the tool loses', async ({ page, open }) => {
  await open(link('back.posts_released=0'));
  await expect(verdict(page)).toContainText('back office');
  await expect(verdict(page)).toContainText('£7,491');
  await expect(way(page, 'best')).toHaveCount(1);
  await expect(way(page, 'best')).toContainText('Back-office centre');
  await expect(way(page, 'best')).toContainText('£6,309');
  await expect(page.getByRole('main')).toContainText(/posts stay/);
});

test('the switch on the page does the same, and back', async ({ page, open }) => {
  await open();
  await expect(page.getByRole('main')).toContainText('If they stay');
  await openFolds(page);
  await field(page, 'back.posts_released').click();
  await expect(way(page, 'best')).toContainText('£6,309');
  await field(page, 'back.posts_released').press('Space');
  await expect(way(page, 'best')).toContainText('£13,800');
});
