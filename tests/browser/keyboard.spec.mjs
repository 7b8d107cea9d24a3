// All of it by keyboard alone, and one always sees where one is.
import {
  LABEL, button, expect, field, figure, link, openFolds, settled, test, words,
} from './page.mjs';

/** Walks the page by Tab and returns what was met, each with its name, its ring and whether it is covered. */
async function walk(page, key = 'Tab', most = 400) {
  const met = [];
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press(key);
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const again = element.hasAttribute('data-met');
      element.setAttribute('data-met', '');
      const labels = element.labels ? [...element.labels].map((label) => label.textContent).join(' ') : '';
      const labelledBy = (element.getAttribute('aria-labelledby') ?? '').split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      const ring = (of) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(of);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
      };
      const box = element.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const hit = document.elementFromPoint(x, y);
      return {
        again,
        what: `${element.tagName.toLowerCase()}.${element.className}#${element.id}`,
        name: (element.getAttribute('aria-label') || labels || labelledBy || element.textContent || '').trim(),
        ring: ring(element) || ring(element.parentElement),
        inView: x >= 0 && y >= 0 && x <= window.innerWidth && box.bottom > 0 && box.top < window.innerHeight,
        // Large regions may reach below the fold; small ones must not be covered.
        covered: box.height < 100 && !(hit && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.control === element)),
      };
    });
    if (at === null || at.again) break;
    met.push(at);
  }
  return met;
}

/** Everything that asks to be worked by hand, as the document has it. */
const interactive = (page) => page.evaluate(() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
  .filter((element) => !element.disabled && element.tabIndex >= 0 && element.checkVisibility())
  .map((element) => `${element.tagName.toLowerCase()}.${element.className}#${element.id}`));

for (const [size, viewport] of [['desk', { width: 1280, height: 800 }], ['phone', { width: 390, height: 844 }]]) {
  test.describe(size, () => {
    test.use({ viewport });
    for (const key of ['Tab', 'Shift+Tab']) {
      test(`${key} meets every element, each named, ringed and in view`, async ({ page, open }) => {
        test.slow();
        await open(link('back.staff=2&nonsense=1'));
        await settled(page);
        await openFolds(page);
        const all = await interactive(page);
        const met = await walk(page, key);
        expect(met.map(({ what }) => what).sort()).toEqual(all.sort());
        expect(met.filter(({ name }) => !name)).toEqual([]);
        expect(met.filter(({ ring }) => !ring)).toEqual([]);
        expect(met.filter(({ inView }) => !inView)).toEqual([]);
        expect(met.filter(({ covered }) => covered)).toEqual([]);
      });
    }
  });
}

test('a fold opens and closes by keyboard', async ({ page, open }) => {
  await open();
  const fold = page.locator('.fold', { hasText: 'Quality' });
  await fold.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'admin.unclear')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(field(page, 'admin.unclear')).toHaveCount(0);
});

test('the first Tab offers the way past the controls, and Enter takes it', async ({ page, open }) => {
  await open();
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  await expect(skip).toHaveText(LABEL.skip);
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main').contains(document.activeElement))).toBe(true);
});

test('the way past the controls does not cost the plan its link', async ({ page, open }) => {
  await open(link('back.staff=2'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(page.url()).toContain('back.staff=2');
});

for (const chart of ['cost', 'turnaround']) {
  test(`arrow keys go from point to point of the chart “${chart}”`, async ({ page, open }) => {
    await open();
    const picture = figure(page, chart).getByRole('group', { name: /chart/i });
    const tip = figure(page, chart).locator('.tip');
    await picture.focus();
    await expect(tip).toHaveCount(0);
    const seen = new Set();
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('ArrowRight');
      await expect(tip).toBeVisible();
      await expect(tip).toHaveText(/\d/);
      seen.add(await tip.innerText());
    }
    expect(seen.size).toBeGreaterThan(2);
    const box = await tip.boundingBox();
    const frame = await figure(page, chart).boundingBox();
    expect(box.x).toBeGreaterThanOrEqual(frame.x);
    expect(box.x + box.width).toBeLessThanOrEqual(frame.x + frame.width);
    await page.keyboard.press('Home');
    const first = await tip.innerText();
    await page.keyboard.press('End');
    expect(await tip.innerText()).not.toBe(first);
    await page.keyboard.press('Escape');
    await expect(tip).toHaveCount(0);
  });

  test(`chart or table by keyboard, “${chart}”`, async ({ page, open }) => {
    await open();
    const of = figure(page, chart);
    const table = of.getByRole('button', { name: LABEL.table, exact: true });
    await table.focus();
    await page.keyboard.press('Enter');
    await expect(table).toHaveAttribute('aria-pressed', 'true');
    await expect(of.getByRole('table')).toBeVisible();
    await expect(of.locator('canvas')).toBeHidden();
    expect(await of.getByRole('row').count()).toBeGreaterThan(3);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await expect(of.locator('canvas')).toBeVisible();
    await expect(of.getByRole('table')).toHaveCount(0);
  });
}

test('the table behind a chart follows the numbers', async ({ page, open }) => {
  await open();
  const of = figure(page, 'cost');
  await of.getByRole('button', { name: LABEL.table, exact: true }).click();
  const before = await of.getByRole('table').innerText();
  await field(page, 'back.rate').fill('45');
  expect(await of.getByRole('table').innerText()).not.toBe(before);
});

test('the examples: opened, left by Escape, chosen, all by keyboard', async ({ page, open }) => {
  await open(link('back.staff=2'));
  const door = page.locator('.picker > summary');
  const choice = page.locator('.picker').getByRole('button', { name: LABEL.exampleName });
  await door.focus();
  await page.keyboard.press('Enter');
  await expect(choice).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(choice).toBeHidden();
  await expect(door).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(choice).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(choice).toBeHidden();
  await expect(door).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(choice).toBeHidden();
  await expect(door).toBeFocused();
  await expect(field(page, 'back.staff')).toHaveValue('3');
  await button(page, LABEL.undo).click();
  await expect(field(page, 'back.staff')).toHaveValue('2');
});

test('the card with the link takes the focus, and Escape gives it back', async ({ page, open, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
  });
  await open();
  await button(page, LABEL.copy).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button(page, LABEL.copy)).toBeFocused();
});

test('a way of working is chosen by keyboard, and the focus stays on it', async ({ page, open }) => {
  await open();
  const front = page.locator('.ways').getByRole('button', { name: 'Front office does it all' });
  await front.focus();
  await page.keyboard.press('Enter');
  await expect(front).toHaveAttribute('aria-pressed', 'true');
  await expect(front).toBeFocused();
  await expect(page.locator('.figures')).toContainText('£32,500');
});

test('a click anywhere in the row of a way chooses it', async ({ page, open }) => {
  await open();
  const row = page.locator('.ways tbody tr').filter({ hasText: 'Back-office centre' });
  await row.locator('td').nth(3).click();
  await expect(row.getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.figures')).toContainText('£20,934');
});

test('marking the present way of working can be undone and is in the link', async ({ page, open }) => {
  await open();
  const before = await words(page);
  await page.getByRole('button', { name: /how we work today/i }).click();
  await expect(page).toHaveURL(/today=front_with_tool/);
  await button(page, LABEL.undo).click();
  expect(await words(page)).toEqual(before);
});

test('a field and its sentence are bound together; Enter takes what was typed', async ({ page, open }) => {
  await open();
  await field(page, 'admin.promise').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1:30');
  await page.keyboard.press('Enter');
  await expect(field(page, 'admin.promise')).toHaveValue('1.5');
  await expect(field(page, 'admin.promise')).toBeFocused();
});
