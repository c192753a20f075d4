/** A text area with `data-most` counts along. It stops nobody: whoever pastes too much sees how much has to go. */
export function counting(area) {
  const count = area.parentElement.querySelector('[data-count]');
  const most = Number(area.dataset.most);
  const refresh = () => {
    count.textContent = `${area.value.length} / ${most}`;
    count.classList.toggle('over', area.value.length > most);
  };
  area.addEventListener('input', refresh);
  // The browser may bring the text back when the person returns by its Back button.
  addEventListener('pageshow', refresh);
  refresh();
}
