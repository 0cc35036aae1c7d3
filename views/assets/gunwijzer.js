// Comfort only: every page works without it.

// A refused form: the summary of what to mend gets the focus, so that a screen reader starts there.
document.getElementById('error-summary')?.focus();

// A form with unsaved changes asks before it is left.
for (const form of document.querySelectorAll('form[data-guard]')) {
  const before = new URLSearchParams(new FormData(form)).toString();
  let sending = false;
  form.addEventListener('submit', () => {
    sending = true;
  });
  window.addEventListener('beforeunload', (event) => {
    const changed = new URLSearchParams(new FormData(form)).toString() !== before;
    if (changed && !sending) event.preventDefault();
  });
}
