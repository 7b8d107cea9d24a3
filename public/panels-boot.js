// Starts the editor of a process, once, when it is first unfolded.
const host = document.getElementById('process-editor');

function styled() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = './panels.css';
  const loaded = new Promise((done, failed) => {
    link.onload = done;
    link.onerror = failed;
  });
  document.head.append(link);
  return loaded;
}

try {
  const [panels] = await Promise.all([import('./panels.js'), styled()]);
  await panels.default({ module_or_path: new URL('./panels_bg.wasm', document.baseURI).href });
} catch {
  host.dispatchEvent(new CustomEvent('failed'));
}
