/** The consent form: boxes that mirror others, and a button that waits for every required row. In the newer layout another one ticks all. */

/** The second half of a double click meant the button that was there before. */
const A_MOMENT = 500;

/** A box with `data-mirrors` stands for the boxes that its selector finds; it has no name and is never sent. */
export function consent(form) {
  const mirrors = [...form.querySelectorAll('[data-mirrors]')];
  const required = [...form.querySelectorAll('[data-required]')];
  const agree = form.querySelector('[data-agree]');
  const waiting = form.querySelector('[data-waiting]');

  function refresh() {
    for (const mirror of mirrors) reflect(mirror, mirrored(form, mirror));
    for (const box of required) if (box.checked) box.removeAttribute('aria-invalid');
    const complete = required.every((box) => box.checked);
    agree.disabled = !complete;
    waiting.classList.toggle('spent', complete);
  }

  form.addEventListener('change', ({ target }) => {
    if (mirrors.includes(target)) for (const box of mirrored(form, target)) box.checked = target.checked;
    refresh();
  });
  let tickedAt = -Infinity;
  form.querySelector('[data-tick-all]')?.addEventListener('click', ({ timeStamp }) => {
    tickedAt = timeStamp;
    for (const box of form.querySelectorAll('input[type="checkbox"][name]')) box.checked = true;
    refresh();
    // It has taken the place of the button that was pressed.
    agree.focus({ preventScroll: true });
  });
  agree.addEventListener('click', (event) => {
    if (event.timeStamp - tickedAt < A_MOMENT) event.preventDefault();
  });
  // The browser may bring ticks back when the person returns by its Back button.
  addEventListener('pageshow', refresh);
  // Ticked before this script came: the page draws none of these ticked, so it was the person.
  for (const mirror of mirrors) if (mirror.checked) for (const box of mirrored(form, mirror)) box.checked = true;
  refresh();
}

function mirrored(form, mirror) {
  return [...form.querySelectorAll(`input[type="checkbox"]${mirror.dataset.mirrors}`)];
}

function reflect(mirror, boxes) {
  const ticked = boxes.filter((box) => box.checked).length;
  mirror.checked = ticked > 0 && ticked === boxes.length;
  mirror.indeterminate = ticked > 0 && ticked < boxes.length;
}
