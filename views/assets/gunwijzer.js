// Comfort only: every page works without it.

// A refused form: the summary of what to mend gets the focus, so that a screen reader starts there.
const summary = document.getElementById('error-summary');
summary?.focus();

// A form with unsaved changes asks before it is left. What stands in a refused form has not been saved either.
for (const form of document.querySelectorAll('form[data-guard]')) {
  const before = new URLSearchParams(new FormData(form)).toString();
  let sending = false;
  form.addEventListener('submit', () => {
    sending = true;
  });
  window.addEventListener('beforeunload', (event) => {
    const changed = summary !== null || new URLSearchParams(new FormData(form)).toString() !== before;
    if (!changed || sending) return;
    event.preventDefault();
    // Older browsers ask only when this is set.
    event.returnValue = true;
  });
}

// Long work: asks how far it is, and goes to the answer when that is there. Without a script the page asks by itself.
for (const waiting of document.querySelectorAll('[data-waiting]')) {
  const ask = async () => {
    const answer = await fetch(waiting.dataset.waiting, { credentials: 'same-origin' }).catch(() => null);
    const state = answer?.ok ? await answer.json() : null;
    if (state) waiting.querySelector('[data-waiting-state]').textContent = state.text;
    // Ready, or no longer known here: the page itself tells which.
    if (state?.ready || answer?.status === 404) location.replace(waiting.dataset.address);
    else setTimeout(ask, 2000);
  };
  setTimeout(ask, 1000);
}
