// The hotel and the claims chain: what they say at once, and what their own controls change.
import AxeBuilder from '@axe-core/playwright';
import {
  LABEL, NONSENSE, allText, button, expect, field, figure, frames, openFolds, test, verdict, way,
} from './page.mjs';

const HOTEL = '#v=1&example=hotel.1';
const CLAIMS = '#v=1&example=claims.1';

/** Types a value into a control and takes it. */
async function type(page, key, text) {
  await field(page, key).fill(text);
  await field(page, key).press('Enter');
  await frames(page);
}

test('the picker opens the hotel, and the promise is judged at once', async ({ page, open }) => {
  await open();
  await page.getByText(LABEL.exampleName).first().click();
  await page.getByText('Hotel', { exact: true }).click();
  await expect(verdict(page)).toContainText('56.6 % of faults');
  await expect(verdict(page)).toContainText('152 min');
  await expect(page.getByRole('main')).toContainText('No number of people in maintenance keeps it');
  await expect(page.getByRole('main')).toContainText('86.5 %');
  await button(page, LABEL.undo).click();
  await expect(verdict(page)).toContainText('the tool');
});

test('more people help the hotel, and then no longer', async ({ page, open }) => {
  await open(HOTEL);
  await type(page, 'maintenance.staff', '3');
  await expect(verdict(page)).toContainText('82.4 % of faults');
  await expect(verdict(page)).toContainText('78 min');
  await type(page, 'maintenance.staff', '4');
  await expect(verdict(page)).toContainText('85.8 % of faults');
  await expect(verdict(page)).toContainText('70 min');
  await expect(page).toHaveURL(/maintenance\.staff=4/);
});

test('missing papers, not people, make claims slow', async ({ page, open, guard }) => {
  await open(CLAIMS);
  await expect(way(page, 'Your own process')).toContainText('18.2 h');
  await expect(way(page, 'Your own process')).toContainText('93 %');
  await expect(page.getByRole('main')).toContainText('fragile');
  await type(page, 'assessment.staff', '12');
  await expect(way(page, 'Your own process')).toContainText('17.5 h');
  await button(page, LABEL.undo).click();
  await type(page, 'step2.aside', '10');
  await expect(way(page, 'Your own process')).toContainText('7.5 h');
  await expect(page).toHaveURL(/step2\.aside=0\.1/);
  await guard.loading(page, () => page.reload());
  await expect(way(page, 'Your own process')).toContainText('7.5 h');
});

test('a link with a process of its own opens with it', async ({ page, open }) => {
  await open('#v=1&example=claims.1&own=0,1,A*0*5&claim.rate=5');
  await expect(page.getByRole('status', { name: LABEL.notices })).toHaveCount(0);
  await expect(page.locator('#own-process > summary')).toContainText('one step');
  await expect(field(page, 'claim.rate')).toHaveValue('5');
});

test('an example that is chosen brings its own controls', async ({ page, open }) => {
  await open();
  await page.locator('.picker > summary').click();
  await page.locator('.picker button', { hasText: 'Hotel' }).click();
  await expect(field(page, 'fault.rate')).toBeVisible();
  await expect(field(page, 'admin.rate')).toHaveCount(0);
  await type(page, 'fault.rate', '2');
  await expect(page).toHaveURL(/fault\.rate=2/);
});

test('an office of one\'s own is a click away, until something was changed', async ({ page, open }) => {
  await open();
  const own = button(page, LABEL.ownOffice);
  await own.click();
  await expect(page.getByText('Your own office', { exact: true }).first()).toBeVisible();
  await expect(own).toBeHidden();
  await expect(page.locator('.picker > summary')).toBeFocused();
  await button(page, LABEL.undo).click();
  await expect(own).toBeVisible();
  await type(page, 'admin.rate', '7');
  await expect(own).toBeHidden();
  await button(page, LABEL.undo).click();
  await expect(own).toBeVisible();
});

for (const [name, address] of [['hotel', HOTEL], ['claims', CLAIMS]]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${name}: nothing for axe, no nonsense, in ${colorScheme}`, async ({ page, open }) => {
      await page.emulateMedia({ colorScheme });
      await open(address);
      await openFolds(page);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
      expect(await allText(page)).not.toMatch(NONSENSE);
    });
  }

  test(`${name}: fits 320 pixels`, async ({ page, open }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open(address);
    await openFolds(page);
    const past = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
    expect(past).toBeLessThanOrEqual(0);
    await expect(figure(page, 'turnaround')).toBeVisible();
  });
}
