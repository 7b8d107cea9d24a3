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
