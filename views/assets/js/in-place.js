/** A link with `data-in-place`: what stands there under this selector takes its own place here, and what was typed meanwhile stays. */

/** @param redrawn called with what has come */
export function inPlace(link, redrawn) {
  const { inPlace: selector } = link.dataset;
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // What cannot be had here is to be seen there.
    take().catch(() => location.assign(link.href));
  });

  async function take() {
    const answer = await fetch(link.href);
    const there = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector(selector);
    link.closest(selector).replaceWith(there);
    there.querySelector('summary')?.focus();
    redrawn(there);
  }
}
