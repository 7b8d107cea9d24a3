// axe finds nothing, in any dress of the page.
import AxeBuilder from '@axe-core/playwright';
import {
  LABEL, control, expect, field, frames, link, notices, openFolds, settled, test,
} from './page.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

async function expectClean(page) {
  // Legacy mode keeps to the page itself: no second page that the guard would have to know.
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => (
    `${id}: ${help}: ${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join(' ').trim()}`)));
  expect(found).toEqual([]);
}

/** The bar that stays in view covers half of whatever the last act happened to leave under it. */
const toTop = (page) => page.evaluate(() => window.scrollTo(0, 0));

async function openHelp(page) {
  // What stands below the charts comes once the page has settled.
  await settled(page);
  for (const key of ['admin.rate', 'back.staff']) await control(page, key).locator('.about > summary').click();
  for (const fold of await page.locator('footer details, .why details').all()) await fold.locator('summary').click();
  await toTop(page);
}

async function showTables(page) {
  for (const table of await page.getByRole('button', { name: LABEL.table, exact: true }).all()) await table.click();
  await expect(page.locator('figure table').first()).toBeVisible();
  await toTop(page);
}

const DRESSES = [
  {
    what: 'as it opens, at a point of a chart',
    dress: async (page) => {
      await page.locator('.picture').first().press('ArrowRight');
      await expect(page.locator('.tip')).toBeVisible();
      await toTop(page);
    },
  },
  {
    what: 'with all folds and the list of examples open',
    dress: async (page) => {
      await openFolds(page);
      await page.locator('.picker > summary').click();
    },
  },
  {
    what: 'with help open and tables for charts',
    dress: async (page) => {
      await openHelp(page);
      await showTables(page);
    },
  },
  {
    what: 'with a notice, an overload and a wrong field',
    address: link('back.staff=2&nonsense=1'),
    dress: async (page) => {
      await expect(notices(page)).toBeVisible();
      await field(page, 'front.rate').fill('abc');
      await expect(page.locator('.problem:not(:empty)')).toBeVisible();
    },
  },
];

for (const colorScheme of ['light', 'dark']) {
  for (const [size, viewport] of [['desk', DESK], ['phone', PHONE]]) {
    test.describe(`${colorScheme}, ${size}`, () => {
      test.use({ colorScheme, viewport });
      for (const { what, address = '', dress } of DRESSES) {
        test(what, async ({ page, open }) => {
          await open(address);
          await dress(page);
          await frames(page);
          await expectClean(page);
        });
      }
    });
  }
}

for (const colorScheme of ['light', 'dark']) {
  test(`forced colours, ${colorScheme}`, async ({ page, open }) => {
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    await open(link('back.staff=2&nonsense=1'));
    await openFolds(page);
    await openHelp(page);
    await expectClean(page);
  });
}

test('the theme forced against the system', async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open();
  const theme = page.getByRole('button', { name: LABEL.theme });
  for (let turn = 0; turn < 3 && (await page.locator('html').getAttribute('data-theme')) !== 'dark'; turn += 1) await theme.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectClean(page);
});

test('each thing on the page has one id, one first heading and a language', async ({ page, open }) => {
  await open();
  await openFolds(page);
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((element) => element.id));
  expect(ids.length).toBe(new Set(ids).size);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the answer is spoken once the input rests, never during a drag', async ({ page, open }) => {
  await open();
  const spoken = await page.evaluate(async () => {
    const live = document.querySelector('[aria-live="polite"]');
    const said = [];
    new MutationObserver(() => said.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
    const slider = document.querySelector('.control:has([id="back-staff"]) input[type="range"]');
    for (let place = 100; place < 900; place += 40) {
      slider.value = String(place);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    const during = said.length;
    await new Promise((resolve) => setTimeout(resolve, 900));
    return { during, after: said };
  });
  expect(spoken.during).toBe(0);
  expect(spoken.after).toHaveLength(1);
  expect(spoken.after[0]).toMatch(/£\d/);
});
