// Narrow, wide, zoomed and in the hand: nothing is cut off, nothing lies on anything else.
import {
  LABEL, control, expect, field, frames, link, openFolds, slider, test, verdict,
} from './page.mjs';

const overflow = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  // What reaches past the edge, unless it scrolls in a box of its own or is only read out.
  const guilty = [...document.querySelectorAll('body *')].filter((element) => {
    if (element.closest('.scroll, .visually-hidden, canvas') || !element.checkVisibility()) return false;
    return element.getBoundingClientRect().right > width + 1;
  });
  return {
    past: document.scrollingElement.scrollWidth - width,
    guilty: guilty.slice(0, 5).map((element) => `${element.tagName}.${element.className}`),
  };
});

/** Pairs of texts that lie on each other, as far as both are to be seen. */
const overlaps = (page) => page.evaluate(() => {
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const element = text.parentElement;
    if (!text.data.trim() || !element.checkVisibility() || element.closest('.visually-hidden, .skip, .tip-line, noscript, script')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      let { left, right, top, bottom } = rect;
      for (let clip = element; clip; clip = clip.parentElement) {
        if (getComputedStyle(clip).overflowX !== 'visible') {
          const edge = clip.getBoundingClientRect();
          left = Math.max(left, edge.left); right = Math.min(right, edge.right);
          top = Math.max(top, edge.top); bottom = Math.min(bottom, edge.bottom);
        }
      }
      if (right - left > 1 && bottom - top > 1) boxes.push({ text: text.data.trim().slice(0, 30), element, left, right, top, bottom });
    }
  }
  for (const input of document.querySelectorAll('input')) {
    if (input.checkVisibility() && input.type !== 'range') {
      const { left, right, top, bottom } = input.getBoundingClientRect();
      boxes.push({ text: `[${input.id}]`, element: input, left, right, top, bottom });
    }
  }
  const found = [];
  for (let i = 0; i < boxes.length; i += 1) {
    for (let j = i + 1; j < boxes.length; j += 1) {
      const [a, b] = [boxes[i], boxes[j]];
      if (a.element === b.element) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      // Lines of text may touch by their leading; more than a third of the lower one is a clash.
      if (across > 2 && down > 0.34 * Math.min(a.bottom - a.top, b.bottom - b.top)) found.push(`${a.text} × ${b.text}`);
    }
  }
  return found;
});

const STATES = [
  { what: 'as it opens', address: '' },
  { what: 'overloaded, with a notice', address: link('back.staff=2&nonsense=1') },
  { what: 'with long numbers', address: link('front.rate=487.25&back.rate=123.45&admin.rate=38.5&front.client_hours=12345.5') },
];

for (const [width, height] of [[320, 640], [390, 844], [640, 400], [768, 1024], [1024, 768], [1280, 800], [1920, 1080]]) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });
    for (const { what, address } of width === 320 || width === 1280 ? STATES : STATES.slice(-1)) {
      test(`no sideways scroll and no text on text, ${what}`, async ({ page, open }) => {
        await open(address);
        await openFolds(page);
        await control(page, 'back.staff').locator('.about > summary').click();
        await page.evaluate(() => window.scrollTo(0, 0));
        await frames(page);
        expect(await overflow(page)).toEqual({ past: 0, guilty: [] });
        expect(await overlaps(page)).toEqual([]);
        for (const table of await page.getByRole('button', { name: LABEL.table, exact: true }).all()) await table.click();
        await frames(page);
        expect(await overflow(page)).toEqual({ past: 0, guilty: [] });
      });
    }

    test('every control of the top bar can be reached by hand', async ({ page, open }) => {
      await open();
      for (const name of [LABEL.undo, LABEL.redo, LABEL.copy]) {
        const { x, width: wide } = await page.getByRole('button', { name, exact: true }).boundingBox();
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + wide).toBeLessThanOrEqual(width);
      }
      await page.locator('.picker > summary').click();
      const list = await page.locator('.picker ul').boundingBox();
      expect(list.x).toBeGreaterThanOrEqual(0);
      expect(list.x + list.width).toBeLessThanOrEqual(width);
    });
  });
}

test.describe('in the hand', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the answer stays in view while the controls are moved', async ({ page, open }) => {
    await open();
    await openFolds(page);
    for (const key of ['admin.unclear', 'tool.saving', 'horizon.months']) {
      await slider(page, key).evaluate((input) => input.scrollIntoView({ block: 'end' }));
      expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
      await slider(page, key).press('ArrowRight');
      await expect(verdict(page)).toBeInViewport({ ratio: 0.95 });
      await expect(page.locator('.figures')).toBeInViewport({ ratio: 0.95 });
      await expect(slider(page, key)).toBeInViewport({ ratio: 0.95 });
    }
  });

  test('the answer takes no more than two fifths of the screen, even in trouble', async ({ page, open }) => {
    await open(link('back.staff=2'));
    const strip = await page.locator('.strip').boundingBox();
    expect(strip.y + strip.height).toBeLessThan(0.4 * 844);
    await expect(slider(page, 'admin.rate')).toBeInViewport({ ratio: 0.95 });
  });

  test('what a finger presses is large enough', async ({ page, open }) => {
    await open();
    await openFolds(page);
    const small = await page.evaluate(() => [...document.querySelectorAll('button, summary, input[type="range"], input[type="checkbox"]')]
      .filter((element) => element.checkVisibility() && !element.closest('.skip') && !element.matches('.link, p *'))
      .map((element) => [element, element.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 24 || height < 24)
      .map(([element, { width, height }]) => `${element.className || element.textContent}: ${width} × ${height}`));
    expect([...new Set(small)]).toEqual([]);
  });

  test('the screen can be turned', async ({ page, open }) => {
    await open();
    await page.setViewportSize({ width: 844, height: 390 });
    await frames(page);
    expect((await overflow(page)).past).toBe(0);
    const fits = await page.evaluate(() => [...document.querySelectorAll('canvas')].every((canvas) => (
      Math.abs(canvas.width - canvas.getBoundingClientRect().width * window.devicePixelRatio) < 2)));
    expect(fits).toBe(true);
    await field(page, 'back.staff').fill('4');
    await expect(verdict(page)).not.toBeEmpty();
  });
});

test('a sharp screen gets sharp charts', async ({ browser, guard, baseURL, open }) => {
  const context = await browser.newContext({ baseURL, deviceScaleFactor: 2, viewport: { width: 1280, height: 800 } });
  guard.watch(context);
  const page = await context.newPage();
  await open('', page);
  const ratio = await page.locator('canvas').first().evaluate((canvas) => canvas.width / canvas.getBoundingClientRect().width);
  expect(ratio).toBeCloseTo(2, 1);
  await context.close();
});
