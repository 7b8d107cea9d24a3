// Every figure leads to its formula; more charts; what is said about a number, with other units; and
// nothing for axe with every panel open.
import AxeBuilder from '@axe-core/playwright';
import {
  NONSENSE, button, control, expect, field, figure, frames, less, more, test, way,
} from './page.mjs';

const HOW = '#how';
const CLAIMS = '#v=1&example=claims.1';
const HOTEL = '#v=1&example=hotel.1';
/** Unfolds everything below the figures; most of it comes once the page stands still. */
async function unfoldAll(page) {
  await expect(page.locator(HOW)).toBeVisible();
  for (const fold of await page.locator('.own').all()) {
    if (!(await fold.evaluate((one) => one.open))) await fold.locator('> summary').click();
  }
}

const explained = (page, key) => page.locator(`#how-${key}`);

test('a click on a key figure leads to its formula, with the numbers in it', async ({ page, open }) => {
  await open();
  await page.locator('.figure .how').first().click();
  await expect(explained(page, 'month')).toBeFocused();
  await expect(explained(page, 'month')).toContainText('£13,800');
  await expect(page.locator(HOW)).toContainText('130 × 100 = 13,000');
  await expect(page.locator(HOW)).toContainText('13,000 + 800 = 13,800');
  // It follows a slider and the way that is shown.
  await field(page, 'front.rate').fill('110');
  await expect(page.locator(HOW)).toContainText('130 × 110 = 14,300');
  await way(page, 'Back-office centre').getByRole('button').click();
  await expect(page.locator(HOW)).toContainText('Paid idle time · back office');
});

test('every figure of the page leads to one of the formulas, by keyboard too', async ({ page, open }) => {
  await open(CLAIMS);
  for (const how of await page.locator('.strip .how, .ways .how').all()) {
    const key = await how.getAttribute('data-how');
    await how.focus();
    await page.keyboard.press('Enter');
    const found = page.locator(key === 'busy' ? '#how-busy-2' : `#how-${key}`);
    await expect(found, key).toBeFocused();
  }
  await expect(page.locator(HOW)).toContainText('10 × 1.1111111 × 55 ÷ 60 ÷ 11 = 0.92592593');
});

test('the verdict and what would change it lead to their formulas', async ({ page, open }) => {
  await open();
  await button(page, 'Why').click();
  await expect(explained(page, 'saving')).toBeFocused();
  await expect(explained(page, 'saving')).toContainText('£7,134');
  await expect(explained(page, 'payback-run')).toContainText('2.8 months');
  await button(page, 'It would change with').click();
  await expect(explained(page, 'turning-0')).toBeFocused();
});

test('a way that does not keep up says what grows', async ({ page, open }) => {
  await open(`${HOTEL}&maintenance.staff=1`);
  await page.locator('.figure .how').first().click();
  await expect(page.locator(HOW)).toContainText('backlog added a week');
  await expect(page.locator(HOW)).not.toContainText(NONSENSE);
});

test('four more charts, each with its message and its table', async ({ page, open }) => {
  await open(CLAIMS);
  await page.locator('#further-charts > summary').click();
  const messages = {
    done: '88 % are done within the promised 15 h',
    time: '104 of 418 min is work',
    busy: 'Assessment is 93 % busy: 8 % more work and it falls behind',
    deciding: 'falls behind',
  };
  for (const [key, message] of Object.entries(messages)) {
    await expect(figure(page, key).locator('figcaption strong')).toContainText(message);
    await figure(page, key).locator('.picture').press('ArrowRight');
    await expect(figure(page, key).locator('.tip')).toBeVisible();
    await figure(page, key).getByRole('button', { name: 'Table', exact: true }).click();
    expect(await figure(page, key).locator('tbody tr').count()).toBeGreaterThan(3);
  }
  expect(await page.locator('#further-charts').textContent()).not.toMatch(NONSENSE);
});

test('what decides is chosen by the user, and stays chosen', async ({ page, open }) => {
  await open();
  await page.locator('#further-charts > summary').click();
  const message = figure(page, 'deciding').locator('figcaption strong');
  await expect(message).toContainText('Minutes in front: up to 31 min the tool costs least');
  await page.getByLabel('What decides?').selectOption({ label: 'Rate behind' });
  await expect(message).toContainText('Rate behind: up to £15.4/h the back office costs least');
  await more(page, 'admin.rate').click();
  await expect(page.getByLabel('What decides?')).toHaveValue('back.rate');
});

test('what is said about a number comes when it is asked for, with the way back', async ({ page, open }) => {
  await open();
  const about = control(page, 'back.staff').locator('.about');
  await less(page, 'back.staff').click();
  await about.locator('summary').click();
  await expect(about).toContainText('People on the roster');
  await about.getByRole('button', { name: 'Back to the example: 3' }).click();
  await expect(field(page, 'back.staff')).toHaveValue('3');
});

test('tasks can be said a day, a week or a month', async ({ page, open }) => {
  await open();
  const about = control(page, 'admin.rate').locator('.about');
  await about.locator('summary').click();
  await expect(about.getByLabel('a week')).toHaveValue('225');
  await about.getByLabel('a day').fill('60');
  await about.getByLabel('a day').press('Enter');
  await expect(field(page, 'admin.rate')).toHaveValue('8');
  await expect(about.getByLabel('a month')).toHaveValue('1,300');
  await about.getByLabel('a week').fill('many');
  await about.getByLabel('a week').blur();
  await expect(about.locator('.problem')).toContainText('is not a number of tasks');
  await expect(field(page, 'admin.rate')).toHaveValue('8');
  await button(page, 'Undo').click();
  await expect(field(page, 'admin.rate')).toHaveValue('6');
});

test('what is being typed stays while something else changes', async ({ page, open }) => {
  await open();
  const about = control(page, 'admin.rate').locator('.about');
  await about.locator('summary').click();
  await about.getByLabel('a day').fill('60');
  // A press that does not take the focus away, as the arrival of formulas does not either.
  await more(page, 'back.staff').evaluate((button) => button.click());
  await expect(field(page, 'back.staff')).toHaveValue('4');
  await expect(about.getByLabel('a day')).toHaveValue('60');
  await about.getByLabel('a day').press('Enter');
  await expect(field(page, 'admin.rate')).toHaveValue('8');
});

test('a salary gives the loaded rate', async ({ page, open }) => {
  await open();
  const about = control(page, 'back.rate').locator('.about');
  await about.locator('summary').click();
  await about.getByLabel('Salary a year').fill('31,200');
  await about.getByLabel('Salary a year').blur();
  // 31,200 × 1.25 ÷ 1,950.
  await expect(about).toContainText('£20 an hour: £31,200 and 25 % on top, over 1,950 paid hours a year');
  await about.getByRole('button', { name: 'Use this rate' }).click();
  await expect(field(page, 'back.rate')).toHaveValue('20');
});

for (const [name, address] of [['consulting', ''], ['hotel', HOTEL], ['claims', CLAIMS]]) {
  for (const colorScheme of ['light', 'dark']) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ colorScheme });
      test('nothing for axe with every panel open', async ({ page, open }) => {
        test.setTimeout(60_000);
        await open(address);
        await unfoldAll(page);
        for (const about of await page.locator('.first .about').all()) await about.locator('summary').click();
        await expect(page.locator('#how-month')).toBeVisible();
        await frames(page);
        await page.evaluate(() => window.scrollTo(0, 0));
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
        expect(found).toEqual([]);
      });
    });
  }
}

for (const width of [320, 1280]) {
  test(`every panel fits ${width} pixels`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 700 });
    await open(CLAIMS);
    await unfoldAll(page);
    await expect(page.locator('#how-month')).toBeVisible();
    await frames(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
}
