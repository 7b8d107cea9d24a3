// Starts the editor of a process, with its style; runs once.
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

const [panels] = await Promise.all([import('./panels.js'), styled()]);
await panels.default({ module_or_path: new URL('./panels_bg.wasm', document.baseURI).href });
