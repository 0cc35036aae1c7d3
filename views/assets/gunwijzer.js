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

// On paper nothing folds: a browser in which the stylesheet alone cannot do that is helped.
const unfolded = new Set();
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details:not([open])')) {
    unfolded.add(details);
    details.open = true;
  }
});
window.addEventListener('afterprint', () => {
  for (const details of unfolded) details.open = false;
  unfolded.clear();
});

// A session that is about to end says so some minutes before, in a live region, with a way to stay signed in.
const region = document.getElementById('session-end');
if (region) warnBeforeEnd(region);

function warnBeforeEnd(region) {
  const texts = JSON.parse(region.dataset.texts);
  const minute = 60_000;
  const warned = texts.soon.length * minute;
  let lasts = region.dataset.extends === 'yes';
  let ends = Date.now() + Number(region.dataset.seconds) * 1000;

  const say = (text, button) => {
    if (region.firstElementChild?.textContent === text) return;
    const paragraph = document.createElement('p');
    paragraph.className = 'utrecht-paragraph';
    paragraph.textContent = text;
    region.replaceChildren(paragraph, ...(button ? [button] : []));
  };
  const stay = document.createElement('button');
  stay.type = 'button';
  stay.className = 'utrecht-button utrecht-button--secondary-action';
  stay.textContent = texts.stay;
  stay.addEventListener('click', async () => {
    if (await ask({ method: 'POST', body: new URLSearchParams({ _csrf: region.dataset.csrf }) }))
      region.replaceChildren();
    look();
  });

  // Other windows keep the same session open: what the server says counts. False when it has ended.
  const ask = async (options) => {
    try {
      const answer = await fetch(region.dataset.path, { ...options, redirect: 'manual' });
      if (!answer.ok) return answer.type !== 'opaqueredirect' && answer.status !== 401;
      const { secondsLeft, lastsLonger } = await answer.json();
      ends = Date.now() + secondsLeft * 1000;
      lasts = lastsLonger;
      return true;
    } catch {
      // Without a connection nothing is known; the time goes on.
      return true;
    }
  };

  let timer;
  const look = async () => {
    clearTimeout(timer);
    if (ends - Date.now() <= warned && !(await ask())) return say(texts.over);
    const left = ends - Date.now();
    if (left <= 0) return say(texts.over);
    if (left > warned) {
      region.replaceChildren();
      timer = setTimeout(look, Math.min(left - warned, 60 * minute));
      return;
    }
    const minutes = Math.ceil(left / minute);
    say((lasts ? texts.soon : texts.soonForGood)[minutes - 1], lasts ? stay : undefined);
    timer = setTimeout(look, left - (minutes - 1) * minute + 500);
  };
  look();
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
