// Starts the page. The names of the built files stand in this script's own attributes.
const own = document.querySelector('script[data-wasm]');

function failed(reason) {
  const card = document.getElementById('failure');
  const report = document.getElementById('failure-report');
  document.getElementById('loading')?.remove();
  if (report) report.textContent = String(reason);
  if (card) card.hidden = false;
}

try {
  const start = await import(new URL(own.dataset.js, document.baseURI).href);
  await start.default({ module_or_path: new URL(own.dataset.wasm, document.baseURI).href });
} catch (reason) {
  failed(reason);
}

// The editor of a process is loaded when its place is first unfolded.
let asked = false;
document.addEventListener('toggle', async ({ target }) => {
  if (asked || target.id !== 'own-process') return;
  asked = true;
  const state = document.getElementById('process-state');
  state.textContent = 'The editor is loading.';
  try {
    await import('./panels-boot.js');
    state.textContent = '';
  } catch {
    state.textContent = 'The editor could not be loaded; the calculator works on. Reload the page to try again.';
  }
}, true);
