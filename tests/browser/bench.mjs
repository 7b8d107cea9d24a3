// How fast the page is on this machine: milliseconds are reported, nothing fails.
//
// 1. From navigation to usable: the clock of the page itself (zero at the navigation), read in the
//    first frame in which the verdict stands and every chart is painted; a fresh browser profile
//    each time, so nothing is cached or compiled beforehand.
// 2. From one slider event to the answer. The clock starts before `input` is dispatched.
//    `work` ends when the page has nothing left to do: the handlers have run, and so have the
//    microtasks behind them (a message sent to oneself arrives only after those). By then the model,
//    the words and the charts are done, though not yet on the glass.
//    `frame` ends after the next frame: what a hand feels. It holds up to a whole frame of waiting
//    for the screen's beat, which is 16.7 ms here, so it can hardly be less than that at the median.
import { chromium } from '@playwright/test';
import { CHROMIUM, FLAGS } from './chromium.mjs';
import { PORT, PREFIX } from './prefix.mjs';
import { serve } from './serve.mjs';

const PAGE = `http://127.0.0.1:${PORT}${PREFIX}`;
const OPENINGS = 5;
const EVENTS = 20;
const SLIDERS = ['back-staff', 'admin-rate', 'back-rate'];

/** The value below which a share of the values lies. */
const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
};
const row = (name, ...cells) => console.log(name.padEnd(46), ...cells.map((cell) => String(cell).padStart(9)));
const ms = (value) => value.toFixed(1);

/** Runs in the page before anything else: notes when it has become usable. */
function noteUsable() {
  const painted = (canvas) => canvas.getContext('2d')
    .getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0);
  const look = () => {
    const canvases = [...document.querySelectorAll('canvas')].filter((canvas) => canvas.offsetParent);
    if (document.querySelector('h1')?.textContent && canvases.length > 0 && canvases.every(painted)) {
      window.usable = performance.now();
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}

async function opened(browser, slowdown, measure) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(noteUsable);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(PAGE);
  await page.waitForFunction(() => window.usable);
  const measured = await measure(page);
  await context.close();
  return measured;
}

/** Sends events to a slider, one at a time, and clocks each. */
function clockEvents({ id, events }) {
  const slider = document.querySelector(`.control:has([id="${id}"]) input[type="range"]`);
  const channel = new MessageChannel();
  const drained = () => new Promise((resolve) => {
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(null);
  });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  return (async () => {
    const clocked = [];
    for (let i = 0; i < events; i += 1) {
      // Never in step with the screen.
      await new Promise((resolve) => setTimeout(resolve, 20 + ((i * 7) % 16)));
      const begin = performance.now();
      slider.value = String(100 + ((i * 37) % 800));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await drained();
      const work = performance.now() - begin;
      await frame();
      await drained();
      clocked.push({ work, frame: performance.now() - begin });
    }
    return clocked;
  })();
}

/** Moves a slider a hundred times in ten seconds, now and then long enough for a simulation to begin,
 * and notes the longest task and the longest time between two frames. */
function clockDrag(id) {
  const slider = document.querySelector(`.control:has([id="${id}"]) input[type="range"]`);
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ entryTypes: ['longtask'] });
  const gaps = [];
  let last;
  const beat = (now) => {
    if (last) gaps.push(now - last);
    last = now;
    requestAnimationFrame(beat);
  };
  requestAnimationFrame(beat);
  return (async () => {
    let begun = 0;
    for (let move = 0; move < 100; move += 1) {
      slider.value = String(300 + ((move * 37) % 300));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await wait(move % 10 === 9 ? 500 : 55);
      begun += document.querySelector('#referee .line').textContent === 'simulating' ? 1 : 0;
    }
    await wait(500);
    return { begun, long: tasks.length, longest: Math.max(0, ...tasks), gap: Math.max(...gaps) };
  })();
}

const server = await serve(PORT);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
try {
  row('milliseconds', 'p50', 'p95');
  for (const slowdown of [1, 4]) {
    const times = [];
    for (let i = 0; i < OPENINGS; i += 1) times.push(await opened(browser, slowdown, (page) => page.evaluate(() => window.usable)));
    row(`navigation to usable, CPU slowed ${slowdown} times`, ms(quantile(times, 0.5)), '');
  }
  for (const slowdown of [1, 4]) {
    const clocked = await opened(browser, slowdown, async (page) => {
      const all = [];
      for (const id of SLIDERS) all.push(...await page.evaluate(clockEvents, { id, events: EVENTS }));
      return all;
    });
    for (const [part, what] of [['work', 'model, words and charts'], ['frame', 'until the next frame']]) {
      const times = clocked.map((event) => event[part]);
      row(`slider: ${what}, CPU slowed ${slowdown} times`, ms(quantile(times, 0.5)), ms(quantile(times, 0.95)));
    }
  }
  for (const [name, block] of [['worker', false], ['no worker', true]]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    if (block) await page.route(/worker-\w+\.js$/, (route) => route.abort());
    await page.goto(PAGE);
    await page.waitForFunction(() => /agree/.test(document.querySelector('#referee .line')?.textContent), null, { timeout: 60_000 });
    const { begun, long, longest, gap } = await page.evaluate(clockDrag, 'admin-rate');
    console.log(`a hundred moves, ${name}: ${begun} looks found a simulation under way, ${long} tasks over 50 ms (longest ${ms(longest)}), longest time between frames ${ms(gap)}`);
    await context.close();
  }
} finally {
  await browser.close();
  server.kill();
}
