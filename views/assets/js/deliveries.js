/** Keeps the part of a page with `data-live` fresh: fetches the page anew whenever the stream says that something changed. */
const PAUSE = 200;

const region = document.querySelector('[data-live]');
const mark = document.querySelector('[data-live-mark]');
let source;
let refreshing = false;
let changedMeanwhile = false;

if (region) {
  // A browser opens six connections to one place at most: tabs that nobody sees must not keep them.
  document.addEventListener('visibilitychange', listen);
  listen();
}

function listen() {
  source?.close();
  if (document.hidden) return;
  source = new EventSource(region.dataset.live);
  source.addEventListener('changed', () => void refresh());
  source.addEventListener('open', () => {
    mark?.removeAttribute('hidden');
    void refresh(); // what happened while nobody listened
  });
  source.addEventListener('error', () => mark?.setAttribute('hidden', ''));
}

async function refresh() {
  changedMeanwhile = true;
  if (refreshing) return;
  refreshing = true;
  while (changedMeanwhile) {
    changedMeanwhile = false;
    await fetchRegion().catch(() => undefined); // the stream comes back by itself, and so do we
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  refreshing = false;
}

async function fetchRegion() {
  const response = await fetch(location.href);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = page.querySelector('[data-live]');
  if (!fresh || fresh.innerHTML === region.innerHTML) return;
  const focused = region.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  region.replaceChildren(...fresh.childNodes);
  if (focused) region.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
}
