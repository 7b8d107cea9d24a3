// The method page: the textbook in plain HTML, beside the application and without a script.
import AxeBuilder from '@axe-core/playwright';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test as base } from './page.mjs';

// The guard of every test watches the console, where a breach of the policy is told too.
const test = base.extend({
  read: async ({ page, guard }, use) => {
    await use(async () => {
      guard.standing = false;
      await page.goto('method.html');
      guard.standing = true;
    });
  },
});

const SOURCE = new URL('../../src/terminal/formula/', import.meta.url);

/** The names of the terminal's formulas, read off their table. */
const formulas = () => readdirSync(SOURCE)
  .map((file) => readFileSync(fileURLToPath(new URL(file, SOURCE)), 'utf8'))
  .flatMap((text) => [...text.matchAll(/: Formula = Formula \{\s*name: "(\w+)"/g)].map(([, name]) => name));

/** How far the page, or anything on it that has no scroll of its own, reaches past its edge. */
const past = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  const over = [...document.querySelectorAll('body *')].filter((element) => (
    !element.closest('.scroll, .visually-hidden') && element.getBoundingClientRect().right > width + 1));
  const cut = [...document.querySelectorAll('.formula, .call')].filter((element) => element.scrollWidth > element.clientWidth + 1);
  return [document.scrollingElement.scrollWidth - width, ...[...over, ...cut].map((element) => element.outerHTML.slice(0, 80))];
});

for (const colorScheme of ['light', 'dark']) {
  for (const [size, viewport] of [['desk', { width: 1280, height: 800 }], ['phone', { width: 390, height: 844 }]]) {
    test.describe(`${colorScheme}, ${size}`, () => {
      test.use({ colorScheme, viewport });
      test('axe finds nothing', async ({ page, read }) => {
        await read();
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).setLegacyMode().analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
      });
    });
  }

  test(`it wears the stylesheet of the application, ${colorScheme}`, async ({ page, open, read }) => {
    await page.emulateMedia({ colorScheme });
    const look = () => page.evaluate(() => {
      const { backgroundColor, color, fontFamily } = getComputedStyle(document.documentElement);
      return { backgroundColor, color, fontFamily };
    });
    await open();
    const application = await look();
    expect(application.backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
    await read();
    expect(await look()).toEqual(application);
    await expect(page.locator('.formula').first()).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  });
}

for (const width of [320, 390, 768, 901, 1280]) {
  test(`nothing reaches past the edge at ${width}`, async ({ page, read }) => {
    await page.setViewportSize({ width, height: 800 });
    await read();
    expect(await past(page)).toEqual([0]);
  });
}

test('every link within the page has its target, and the contents name every section', async ({ page, read }) => {
  await read();
  const { links, contents, ids, sections } = await page.evaluate(() => {
    const all = (selector, read) => [...document.querySelectorAll(selector)].map(read);
    const target = (link) => link.getAttribute('href').slice(1);
    return {
      links: all('a[href^="#"]', target),
      contents: all('nav a', target),
      ids: all('[id]', ({ id }) => id),
      sections: all('section', ({ id }) => id),
    };
  });
  expect(ids.length).toBe(new Set(ids).size);
  expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  expect(contents).toEqual(sections);
});

test('it has no script, and leads back to the calculator', async ({ page, guard, read }) => {
  await read();
  await expect(page.locator('script')).toHaveCount(0);
  const back = page.getByRole('link', { name: 'Back to the calculator' });
  await guard.loading(page, () => back.click());
  await expect(page.locator('.ways')).toBeVisible();
});

test('every formula of the terminal is called on it, and none that does not exist', async ({ page, read }) => {
  await read();
  const calls = await page.locator('.call kbd').allTextContents();
  const called = calls.map((call) => call.match(/^counterbalance formula (\w+) /)?.[1]);
  expect([...new Set(called)].sort()).toEqual(formulas().sort());
});
