/** A button with `data-copy` puts its value on the clipboard and says so for a moment. */
const MOMENT = 2000;

export function copying(button) {
  // Browsers offer the clipboard on localhost and over HTTPS only; elsewhere the value can still be selected.
  if (!navigator.clipboard) {
    button.hidden = true;
    return;
  }
  const word = button.querySelector('[data-copy-word]');
  const resting = word.textContent;
  word.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    word.textContent = button.dataset.copied;
    setTimeout(() => (word.textContent = resting), MOMENT);
  });
}
