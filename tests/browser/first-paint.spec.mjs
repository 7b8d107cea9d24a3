// Opened without anything: a computed example, at once, from its own files alone.
import { expect, figure, allText, button, test, verdict, way } from './page.mjs';

const WAYS = [
  { name: 'Front office does it all', month: '£32,500', task: '£33.33' },
  { name: 'Front office with the tool', month: '£13,800', task: '£13.33' },
  { name: 'Back-office centre', month: '£20,934', task: '£16.91' },
];

test('the consulting firm stands computed on the page', async ({ page, open }) => {
  await open();
  for (const { name, month, task } of WAYS) {
    await expect(way(page, name)).toContainText(month);
    await expect(way(page, name)).toContainText(task);
  }
});

test('the back office is 70 % busy, with a mean of 33 and nine in ten within 71 minutes', async ({ page, open }) => {
  await open();
  const back = way(page, 'Back-office centre');
  for (const figure of [/70\s%/, /33\smin/, /71\smin/]) await expect(back).toContainText(figure);
});

test('the headline names the tool and what it saves; only the tool is marked best', async ({ page, open }) => {
  await open();
  await expect(verdict(page)).toContainText('the tool');
  await expect(verdict(page)).toContainText('£7,134');
  await expect(way(page, 'best')).toHaveCount(1);
  await expect(way(page, 'best')).toContainText('tool');
});

test('both break-evens stand on the page', async ({ page, open }) => {
  await open();
  await expect(page.getByRole('main')).toContainText('10.15');
  await expect(page.getByRole('main')).toContainText('12.88');
});

test('the charts say in words what they show', async ({ page, open }) => {
  await open();
  for (const chart of ['cost', 'turnaround']) {
    await expect(figure(page, chart).locator('canvas')).toBeVisible();
    await expect(figure(page, chart).locator('figcaption strong')).not.toBeEmpty();
    const summary = await figure(page, chart).locator('[aria-describedby]').getAttribute('aria-describedby');
    await expect(page.locator(`[id="${summary}"]`)).toContainText(/\d/);
  }
});

test('it is usable within a generous time and nobody has to press Calculate', async ({ page, open }) => {
  const start = Date.now();
  await open();
  expect(Date.now() - start).toBeLessThan(8_000);
  await expect(page.getByRole('button', { name: /calculate|compute|run/i })).toHaveCount(0);
  await expect(page.getByText('is loading')).toHaveCount(0);
});

test('it asks for its own files and then for nothing, whatever is done', async ({ page, open }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open();
  // What it fetches once it stands still has its own budget of bytes.
  const first = asked.filter((path) => !/\/(settled|worker|chunk_\d+)-\w+\.(wasm|js)$/.test(path));
  expect(first.length).toBeLessThanOrEqual(8);
  for (const path of asked) expect(path).toMatch(/^\/tools\/counterbalance\//);
  // The guard of every test fails on a request from here on.
  await page.getByRole('slider').first().press('ArrowRight');
  await page.getByRole('button', { name: 'Table' }).first().click();
  await button(page, 'Undo').click();
  await page.waitForTimeout(1_000);
});

test('it keeps no cookie and says nothing like NaN', async ({ page, open, context }) => {
  await open();
  expect(await context.cookies()).toEqual([]);
  expect(await allText(page)).not.toMatch(/NaN|Infinity/);
});

test('a page that is named in full works the same', async ({ page, open }) => {
  await open('index.html');
  await expect(verdict(page)).toContainText('£7,134');
});
