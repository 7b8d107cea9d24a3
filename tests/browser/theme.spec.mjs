// Light, dark, or as the system has it: the whole page, charts too, and remembered where that is allowed.
import {
  CHART, LABEL, expect, field, figure, frames, link, stands, test, verdict,
} from './page.mjs';

const theme = (page) => page.getByRole('button', { name: LABEL.theme });
const ground = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const picture = (page, chart) => figure(page, chart).locator('canvas').evaluate((canvas) => canvas.toDataURL());

/** Light or dark, by the ground of the page. */
async function shade(page) {
  const [r, g, b] = (await ground(page)).match(/\d+/g).map(Number);
  return r + g + b > 384 ? 'light' : 'dark';
}

test('the button goes through system, light and dark, and everything follows', async ({ page, open }) => {
  await open();
  const seen = [];
  for (let turn = 0; turn < 3; turn += 1) {
    seen.push({
      name: await theme(page).innerText(), shade: await shade(page), cost: await picture(page, CHART.cost), turnaround: await picture(page, CHART.turnaround),
    });
    await theme(page).click();
    await frames(page);
  }
  expect(new Set(seen.map(({ name }) => name)).size).toBe(3);
  const of = (word) => seen.find(({ name }) => name.includes(word));
  expect(of('light').shade).toBe('light');
  expect(of('dark').shade).toBe('dark');
  expect(of('dark').cost).not.toBe(of('light').cost);
  expect(of('dark').turnaround).not.toBe(of('light').turnaround);
  expect(of('system').cost).toBe(of('light').cost);
  expect(await theme(page).innerText()).toBe(seen[0].name);
});

test('the system’s change is followed, charts too', async ({ page, open }) => {
  await open();
  const light = await picture(page, CHART.cost);
  await page.emulateMedia({ colorScheme: 'dark' });
  await frames(page);
  expect(await shade(page)).toBe('dark');
  expect(await picture(page, CHART.cost)).not.toBe(light);
});

test('a choice is remembered, and stands against the system', async ({ page, open, guard }) => {
  await open();
  while (!(await theme(page).innerText()).includes('dark')) await theme(page).click();
  const dark = await picture(page, CHART.cost);
  await guard.loading(page, () => page.reload());
  await expect(theme(page)).toContainText('dark');
  expect(await shade(page)).toBe('dark');
  await frames(page);
  expect(await picture(page, CHART.cost)).toBe(dark);
});

test('only the theme is remembered in the browser, not the plan', async ({ page, open }) => {
  await open(link('back.staff=5'));
  await theme(page).click();
  await field(page, 'back.staff').fill('6');
  await page.waitForTimeout(600);
  expect(await page.evaluate(() => Object.keys(window.localStorage))).toEqual(['counterbalance.theme']);
  expect(await page.evaluate(() => window.sessionStorage.length)).toBe(0);
});

test('rubbish in the browser’s memory is no matter', async ({ page, open, context }) => {
  await context.addInitScript(() => window.localStorage.setItem('counterbalance.theme', '<b>purple</b>'));
  await open();
  await expect(theme(page)).toContainText('system');
});

test('where the browser forbids memory the page works on', async ({ page, open, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
  });
  await open();
  await theme(page).click();
  await expect(theme(page)).toContainText('light');
  await field(page, 'back.staff').fill('4');
  await expect(verdict(page)).toContainText('£');
});

test('in a sandboxed frame of another page, without an origin of its own, it works', async ({ page, context, guard, baseURL }) => {
  const host = new URL('/host', baseURL).href;
  // A host that frames a page without an origin must send this header with its scripts.
  await context.route(/counterbalance/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
  });
  await context.route(host, (route) => route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><link rel="icon" href="data:,"><title>Host</title><iframe title="Tool" sandbox="allow-scripts" width="1200" height="700" src="${baseURL}${link('back.staff=2')}"></iframe>`,
  }));
  await page.goto(host);
  const frame = page.frames().find((each) => each.parentFrame());
  await stands(frame);
  guard.standing = true;
  await expect(frame.locator('h1')).toContainText('£');
  await expect(frame.locator('.troubles')).toContainText('9.5');
  await frame.locator('[id="back-staff"]').fill('3');
  await expect(frame.locator('.troubles')).toHaveCount(0);
  await frame.getByRole('button', { name: LABEL.theme }).click();
  await expect(frame.getByRole('button', { name: LABEL.theme })).toContainText('light');
  await page.waitForTimeout(600);
});
