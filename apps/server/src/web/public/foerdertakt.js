// Makes pages quicker, never possible: each of these works without a script too, or is not there at all.
const words = document.body.dataset;

function button(label) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'kern-btn kern-btn--secondary';
  const text = made.appendChild(document.createElement('span'));
  text.className = 'kern-label';
  text.textContent = label;
  return made;
}

// Copying an address: beside each field that offers it.
for (const box of document.querySelectorAll('.ft-copy')) {
  const input = box.querySelector('input');
  if (!input || !navigator.clipboard) continue;
  const copy = box.appendChild(button(words.copy));
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(input.value);
    copy.firstChild.textContent = words.copied;
    copy.setAttribute('aria-live', 'polite');
  });
}

// Printing: where a page offers a place for the button.
for (const place of document.querySelectorAll('[data-print-here]')) {
  place.appendChild(button(words.print)).addEventListener('click', () => window.print());
}

// A select whose choice decides which fields there are: asks the server at once.
for (const trigger of document.querySelectorAll('button[data-follows]')) {
  const select = document.getElementById(trigger.dataset.follows);
  select?.addEventListener('change', () => trigger.click());
}

// A form that came back: to its error summary.
document.querySelector('.ft-errors')?.focus();
