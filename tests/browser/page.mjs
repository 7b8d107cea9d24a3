// What the specs share: a guard that fails any test in which the page spoke on the console, threw,
// opened a dialog or sent a request once it stood; and the ways to hold and to read the page.
import { test as base, expect } from '@playwright/test';

export { expect };

/** Names on the page, in one place. */
export const LABEL = {
  undo: 'Undo',
  redo: 'Redo',
  copy: 'Copy link',
  copied: 'Link copied',
  theme: /^theme/i,
  chart: 'Chart',
  table: 'Table',
  notices: 'Notices',
  dismiss: 'Dismiss',
  example: /^example/i,
  exampleName: 'Consulting firm',
  ownOffice: 'Put in your own office',
  controls: 'What you know',
  skip: /skip/i,
};

/** The charts, by what they are called in the document. */
export const CHART = { cost: 'cost', turnaround: 'turnaround' };

/** The example's link with changes. */
export const link = (changes = '') => `#v=1&example=consulting.1${changes && `&${changes}`}`;

/** Parts of the page that it fetches once it stands still, or when it is asked for more. */
const isPart = (url) => /\/((settled|further|worker|links|panels|about|chunk_\d+)-\w+\.(wasm|js)|panels\.css)$/.test(url);

class Guard {
  constructor(origin) {
    this.origin = origin;
    this.standing = false;
    this.complaints = [];
    this.allowed = isPart;
  }

  watch(context) {
    const complain = (what) => this.complaints.push(what);
    context.on('console', (message) => complain(`console.${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => complain(`page error: ${error.error()}`));
    context.on('dialog', (dialog) => {
      complain(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    context.on('request', (request) => {
      const url = request.url();
      if (this.allowed(url)) return;
      if (!url.startsWith(this.origin)) complain(`request to elsewhere: ${url.slice(0, 200)}`);
      else if (this.standing) complain(`request after the first load: ${url.slice(0, 200)}`);
    });
  }

  /** Loads anew: requests are in order until the page stands. */
  async loading(page, load) {
    this.standing = false;
    await load();
    await stands(page);
    this.standing = true;
  }
}

export const test = base.extend({
  guard: async ({ baseURL }, use) => {
    const guard = new Guard(new URL(baseURL).origin);
    await use(guard);
    expect(guard.complaints, 'the page is silent and sends nothing').toEqual([]);
  },

  context: async ({ context, guard }, use) => {
    guard.watch(context);
    await use(context);
  },

  /** Opens the page, at a link if one is given, and waits until it stands. */
  open: async ({ page, guard }, use) => {
    await use((address = '', on = page) => guard.loading(on, () => on.goto(address)));
  },

  /** A page in a browser that has never been here. */
  stranger: async ({ browser, guard, baseURL, viewport, colorScheme }, use) => {
    const contexts = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL, viewport, colorScheme });
      guard.watch(context);
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** Waits until the page is usable: the verdict is there and every chart is painted. */
export async function stands(page) {
  await page.waitForLoadState('load');
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => {
    const canvases = [...document.querySelectorAll('canvas')];
    const painted = (canvas) => canvas.getContext('2d')
      .getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0);
    return canvases.length > 0 && canvases.filter((canvas) => canvas.offsetParent).every(painted);
  });
  await frames(page);
}

/** Lets two frames pass. */
export const frames = (page) => page.evaluate(
  () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
);

/** The parts of a control, by the name of its number: `back.staff`. */
const id = (key) => key.replaceAll('.', '-');
export const field = (page, key) => page.locator(`[id="${id(key)}"]`);
export const control = (page, key) => page.locator(`.control:has([id="${id(key)}"])`);
export const slider = (page, key) => control(page, key).getByRole('slider');
export const less = (page, key) => control(page, key).getByRole('button', { name: /^less/i });
export const more = (page, key) => control(page, key).getByRole('button', { name: /^more/i });
export const verdict = (page) => page.getByRole('heading', { level: 1 });
export const way = (page, name) => page.locator('.ways tbody tr').filter({ hasText: name });
export const figure = (page, chart) => page.locator(`figure[data-chart="${chart}"]`);
export const notices = (page) => page.getByRole('status', { name: LABEL.notices });
export const button = (page, name) => page.getByRole('button', { name, exact: true });

/** What the simulation says once it is done. */
export const JUDGED = /agree|differ|settle|nothing to simulate/;
export const referee = (page) => page.locator('#referee > summary .line');

/** Waits until searches and simulation are done, and what they found is shown as fresh. */
export async function settled(page) {
  await expect(page.locator('.why')).not.toContainText('Searching.');
  await expect(referee(page)).toHaveText(JUDGED, { timeout: 20_000 });
  await expect(page.locator('.stale')).toHaveCount(0);
  await frames(page);
}

/** Everything that is shown once it has settled: words, fields, sliders and the pixels of every chart. */
export async function snapshot(page) {
  // An input that has just moved has not yet been noticed by what waits for it to stand still.
  await frames(page);
  await settled(page);
  return page.evaluate(() => ({
    answer: document.querySelector('main').innerText,
    fields: [...document.querySelectorAll('.control input')].map((input) => `${input.type} ${input.value} ${input.checked}`),
    canvases: [...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()),
  }));
}

/** The same without the pixels. */
export async function words(page) {
  const { answer, fields } = await snapshot(page);
  return { answer, fields };
}

/** Opens every fold of the controls, and leaves focus and scrolling where they are. */
export async function openFolds(page) {
  await page.evaluate(() => document.querySelectorAll('.fold').forEach((fold) => { fold.open = true; }));
  await expect(page.locator('.fold:not(:has(.control))')).toHaveCount(0);
}

/** Drags a slider from where it stands to a share of its length, in steps, as a hand does. */
export async function dragSlider(page, key, to) {
  const handle = slider(page, key);
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  const at = await handle.evaluate((input) => (input.value - input.min) / (input.max - input.min));
  const x = (share) => box.x + 9 + share * (box.width - 18);
  const y = box.y + box.height / 2;
  await page.mouse.move(x(at), y);
  await page.mouse.down();
  await page.mouse.move(x(to), y, { steps: 8 });
  await page.mouse.up();
}

/** What no reader should ever see. */
export const NONSENSE = /NaN|Infinity|\binf\b|undefined|null|\bSome\(|\bNone\b(?! of)/;

/** All text of the page, with what is only read out. */
export const allText = (page) => page.evaluate(() => document.body.textContent);

/** Presses Tab until the focus is on what has this name. */
export async function tabTo(page, name, most = 120) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      return element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
    });
    if (at.trim().startsWith(name)) return;
  }
  throw new Error(`Tab does not come to ${name}`);
}
