/** A form with `data-once`: a second press while the first is on its way is not sent. */
const PATIENCE = 3000;

export function once(form) {
  let sentAt = -Infinity;
  form.addEventListener('submit', (event) => {
    if (event.timeStamp - sentAt < PATIENCE) event.preventDefault();
    else sentAt = event.timeStamp;
  });
  addEventListener('pageshow', () => (sentAt = -Infinity));
}
