// How fast the simulation is: the page's worker beside a plain event list in JavaScript in the same
// browser, and beside the same simulation natively. Rates are reported; what fails is a ratio below
// what is promised, for both sides are measured in one run and in turns.
import { spawnSync } from 'node:child_process';
import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { CHROMIUM, FLAGS } from './chromium.mjs';
import { PORT, PREFIX } from './prefix.mjs';
import { serve } from './serve.mjs';

const ROUNDS = 7;
const LEAST = { 'worker / JavaScript, M/M/10': 0.5, 'worker / native, M/M/10': 0.75 };
const root = fileURLToPath(new URL('../../', import.meta.url));
const binary = join(root, 'target', 'terminal', 'counterbalance');
const yardstick = (await readFile(join(root, 'benches', 'mm10.js'), 'utf8')).replace('export ', '');
const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const million = (rate) => `${(rate / 1e6).toFixed(2)} M/s`;

function native(...options) {
  const begin = performance.now();
  const { stdout, status, stderr } = spawnSync(binary, options, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(stderr);
  return { seconds: (performance.now() - begin) / 1000, answer: JSON.parse(stdout) };
}

/** An example with changes: a desk of ten at 90 % load, and the loop between front and back. */
const CASES = {
  'M/M/10': { example: 'hotel', way: 'straight', replications: 200, change: (it) => { it.teams[0].staff = 10; it.tasks[0].rate = 18; } },
  'front/back loop': { example: 'consulting', way: 'back_office', replications: 200, change: () => {} },
};

/** In the page: does a job in a worker of its own, already warm, and clocks it. */
function clockWorker(job) {
  return new Promise((resolve, reject) => {
    const worker = window.bench ??= new Worker(document.querySelector('[data-worker]').dataset.worker, { type: 'module' });
    worker.onerror = reject;
    let begin;
    const send = () => { begin = performance.now(); worker.postMessage(job); };
    worker.onmessage = ({ data }) => {
      if (data === 'ready') { window.warm = true; send(); }
      if (data.startsWith('{"Done"')) {
        resolve({ seconds: (performance.now() - begin) / 1000, effort: JSON.parse(data).Done.effort });
      }
    };
    if (window.warm) send();
  });
}

const folder = await mkdtemp(join(tmpdir(), 'counterbalance-speed-'));
const server = await serve(PORT);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
const ratios = {};
try {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`http://127.0.0.1:${PORT}${PREFIX}`);
  await page.waitForFunction(() => /agree/.test(document.querySelector('#referee .line')?.textContent));
  const rates = { javascript: [] };
  for (const [name, { example, way, replications, change }] of Object.entries(CASES)) {
    const { answer: scenario } = native('presets', 'show', example);
    change(scenario);
    const file = join(folder, 'scenario.json');
    await writeFile(file, JSON.stringify(scenario));
    const settings = { seed: 1, fewest: replications, most: replications, precision: 0.01 };
    const job = JSON.stringify({ revision: 0, scenario, runs: [{ strategy: way, staff: null }], settings });
    const of = { worker: [], native: [] };
    let effort;
    for (let round = 0; round < ROUNDS; round += 1) {
      if (name === 'M/M/10') {
        rates.javascript.push(await page.evaluate(`(() => { ${yardstick}
          const begin = performance.now(); simulate(2e6, 10, 0.3, 1 / 30);
          return 2e6 / (performance.now() - begin) * 1000; })()`));
      }
      const clocked = await page.evaluate(clockWorker, job);
      of.worker.push(clocked.effort.arrivals / clocked.seconds);
      effort = clocked.effort;
      const own = native('simulate', file, '--strategy', way, '--replications', String(replications), '--json');
      of.native.push(own.answer.effort.arrivals / own.seconds);
    }
    const [worker, natively] = [middle(of.worker), middle(of.native)];
    console.log(`${name}: ${effort.arrivals} arrivals, ${(effort.events / effort.arrivals).toFixed(2)} events each`);
    console.log(`  worker ${million(worker)}, native ${million(natively)} (starting the program included)`);
    ratios[`worker / native, ${name}`] = worker / natively;
    if (name === 'M/M/10') {
      console.log(`  plain JavaScript, no statistics ${million(middle(rates.javascript))}`);
      ratios[`worker / JavaScript, ${name}`] = worker / middle(rates.javascript);
    }
  }
} finally {
  await browser.close();
  server.kill();
  await rm(folder, { recursive: true });
}
let failed = false;
for (const [name, ratio] of Object.entries(ratios)) {
  const least = LEAST[name];
  console.log(`ratio ${name}: ${ratio.toFixed(2)}${least ? ` (at least ${least})` : ''}`);
  failed ||= least !== undefined && ratio < least;
}
process.exit(failed ? 1 : 0);
