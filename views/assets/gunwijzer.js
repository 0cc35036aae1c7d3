// Comfort only: every page works without it.

// What went wrong, or what was just done, gets the focus, so that a screen reader starts there: also where the address leads elsewhere on the page.
const summary = document.getElementById('error-summary');
const said = summary ?? document.getElementById('notice');
if (said) {
  const { pathname, search } = location;
  const plain = search.replace(/([?&])notice=[^&]*&?/, '$1').replace(/[?&]$/, '');
  history.replaceState(history.state, '', pathname + plain);
  said.focus();
}

// Whoever goes elsewhere on the page, to the other language or by a link, waits until what was typed is kept: the next page shows it.
const keepers = [];
const isKeeping = () => keepers.some((keeper) => keeper.isPending());
const MOST_WAIT = 3000;
const kept = () =>
  Promise.race([
    Promise.all(keepers.map((keeper) => keeper.flush())),
    new Promise((done) => {
      setTimeout(done, MOST_WAIT);
    }),
  ]);
let goesOn = false;
document.addEventListener(
  'submit',
  async (event) => {
    const { target: form, submitter } = event;
    if (goesOn || form.matches('[data-bench], [data-keep]') || !isKeeping()) return;
    event.preventDefault();
    event.stopPropagation();
    await kept();
    goesOn = true;
    form.requestSubmit(submitter);
  },
  true,
);
document.addEventListener('click', async (event) => {
  const link = event.target.closest?.('a[href]');
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
  if (link.getAttribute('href').startsWith('#') || !isKeeping()) return;
  event.preventDefault();
  await kept();
  location.assign(link.href);
});

// A form with unsaved changes asks before it is left. What stands in a refused form has not been saved either.
for (const form of document.querySelectorAll('form[data-guard]')) {
  const keeper = form.hasAttribute('data-keep') ? keepTyped(form) : null;
  const before = new URLSearchParams(new FormData(form)).toString();
  let sending = false;
  form.addEventListener('submit', () => {
    sending = true;
  });
  // What a page carries along for a form is nowhere else.
  const unsaved = form.dataset.guard === 'unsaved' || summary !== null;
  window.addEventListener('beforeunload', (event) => {
    const changed = unsaved || new URLSearchParams(new FormData(form)).toString() !== before;
    if (!changed || sending || keeper?.isKept()) return;
    event.preventDefault();
    // Older browsers ask only when this is set.
    event.returnValue = true;
  });
}

// What is typed in a long form is kept as it is typed, and put back when the form is opened again.
function keepTyped(form) {
  const of = new URL(form.action).pathname;
  const csrf = form.querySelector('[name="_csrf"]').value;
  let version = 0;
  let timer;
  let pending = false;
  let failed = false;

  const typed = () =>
    [...form.elements].filter(({ name, type }) => name && !/hidden|password|file|submit|button/.test(type));
  const fields = () =>
    typed().flatMap((one) => (/radio|checkbox/.test(one.type) && !one.checked ? [] : [[one.name, one.value]]));
  const body = () =>
    new URLSearchParams({ _csrf: csrf, of, version: String(version), fields: JSON.stringify(fields()) });
  const save = async () => {
    const answer = await fetch('/drafts', { method: 'POST', body: body(), redirect: 'manual' }).catch(() => null);
    failed = !answer?.ok;
    if (failed) return;
    ({ version } = await answer.json());
    pending = timer !== undefined;
  };
  form.addEventListener('input', () => {
    pending = true;
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      save();
    }, 1200);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    pending = false;
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: '_draft', value: of });
    form.append(field);
  });
  window.addEventListener('pagehide', () => {
    if (timer !== undefined && pending) navigator.sendBeacon('/drafts', body());
  });

  // A form that came back with something to mend holds what was typed itself.
  if (document.body.dataset.asked === 'GET') restore();
  async function restore() {
    const answer = await fetch(`/drafts?of=${encodeURIComponent(of)}`).catch(() => null);
    const draft = answer?.ok ? await answer.json() : {};
    if (!draft.fields || pending) return;
    version = draft.version;
    const left = draft.fields.map(([name, value]) => ({ name, value }));
    for (const one of typed()) {
      const place = left.findIndex(
        ({ name, value }) => name === one.name && (!/radio|checkbox/.test(one.type) || value === one.value),
      );
      if (/radio|checkbox/.test(one.type)) one.checked = place >= 0;
      else if (place >= 0) one.value = left[place].value;
      if (place >= 0) left.splice(place, 1);
    }
    const said = document.createElement('div');
    said.className = 'utrecht-alert utrecht-alert--info';
    said.setAttribute('role', 'status');
    const text = document.createElement('p');
    text.className = 'utrecht-paragraph';
    text.textContent = draft.text;
    const discard = document.createElement('button');
    discard.type = 'button';
    discard.className = 'utrecht-button utrecht-button--secondary-action';
    discard.textContent = draft.discard;
    discard.addEventListener('click', async () => {
      await fetch('/drafts/discard', { method: 'POST', body: new URLSearchParams({ _csrf: csrf, of }) });
      pending = false;
      form.reset();
      said.remove();
    });
    said.append(text, discard);
    // Above what stands beside the form, too.
    (form.closest('.gw-set-up') ?? form).before(said);
  }
  keepers.push({
    isPending: () => pending,
    flush: () => {
      clearTimeout(timer);
      timer = undefined;
      return save();
    },
  });
  return { isKept: () => version > 0 && !pending && !failed };
}

// The frame of what is too wide is a stop of the keyboard, from where it scrolls; one in which all is seen is none.
const frames = document.querySelectorAll('.gw-table-scroll, .gw-pre');
const stops = new ResizeObserver((changed) => {
  for (const { target } of changed) {
    const frame = target.closest('.gw-table-scroll, .gw-pre');
    const scrolls = frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight;
    if (scrolls) frame.tabIndex = 0;
    else frame.removeAttribute('tabindex');
  }
});
for (const frame of frames) {
  stops.observe(frame);
  if (frame.firstElementChild) stops.observe(frame.firstElementChild);
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

// The bench: what is typed is kept as it is typed; a digit chooses a score; Ctrl and Enter goes on.
for (const bench of document.querySelectorAll('form[data-bench]')) workAt(bench);

function workAt(bench) {
  const texts = JSON.parse(bench.dataset.texts);
  const region = bench.querySelector('[data-saving]');
  const csrf = bench.querySelector('[name="_csrf"]').value;
  const waiting = new Map();
  let saving = 0;
  let failed = false;
  let leaving = false;

  const say = (text, wrong) => {
    if (region.textContent !== text) region.textContent = text;
    region.classList.toggle('gw-bench__saving--failed', Boolean(wrong));
  };
  /** The fields of one score, by what they are: the server knows which score it is. */
  const fieldsOf = (cell) => {
    const body = new URLSearchParams({ _csrf: csrf });
    for (const input of cell.querySelectorAll('input, textarea')) {
      const [kind] = input.name.split('.');
      if (['was', 'version'].includes(kind) || (/radio|checkbox/.test(input.type) && !input.checked)) continue;
      body.append(`${kind}.kept`, input.value);
    }
    return body;
  };
  const cellOf = (input) =>
    input.closest('[data-autosave]') ?? input.closest('.gw-consensus')?.querySelector('[data-autosave]');
  const bodyOf = (cell) => {
    const body = fieldsOf(cell);
    const box = cell.closest('.gw-consensus')?.querySelector('[name^="discussed."]');
    if (box?.checked) body.append('discussed.kept', 'yes');
    return body;
  };

  const save = async (cell) => {
    waiting.delete(cell);
    saving += 1;
    say(texts.busy);
    let answer = null;
    try {
      answer = await fetch(cell.dataset.autosave, { method: 'POST', body: bodyOf(cell), redirect: 'manual' });
    } catch {
      // No connection: what was typed stays on the page, and is sent again.
    }
    saving -= 1;
    const kept = answer?.ok ? await answer.json() : null;
    if (kept) {
      failed = false;
      for (const draft of cell.querySelectorAll('[name^="draft."]')) draft.value = kept.version;
      cell.dataset.kept = 'yes';
      if (kept.ended) return say(texts.ended, true);
      if (kept.elsewhere) return say(texts.elsewhere, true);
      if (waiting.size === 0 && saving === 0) say(kept.saved);
      return;
    }
    failed = true;
    const again = answer === null || answer.status >= 500 || answer.status === 429;
    say(again ? texts.failed : texts.refused, true);
    if (again && !waiting.has(cell))
      waiting.set(
        cell,
        setTimeout(() => queue(cell), 5000),
      );
  };
  // One save of a score at a time: the next has the version of the one before.
  const busy = new Map();
  const queue = (cell) => {
    const after = (busy.get(cell) ?? Promise.resolve()).then(() => save(cell));
    busy.set(cell, after);
    return after;
  };
  keepers.push({
    isPending: () => waiting.size > 0 || saving > 0,
    flush: () => {
      for (const [cell, timer] of waiting) {
        clearTimeout(timer);
        queue(cell);
      }
      return Promise.all(busy.values());
    },
  });
  const soon = (cell) => {
    if (waiting.has(cell)) return;
    waiting.set(
      cell,
      setTimeout(() => queue(cell), 1200),
    );
  };

  bench.addEventListener('input', (event) => {
    const cell = cellOf(event.target);
    if (!cell) return;
    soon(cell);
    const step = bench.querySelector(`[data-step-score="#${cell.id}"]`);
    const given =
      cell.querySelector('[name^="score."]:checked') ?? cell.querySelector('input[type="text"][name^="score."]');
    if (step && given?.value)
      step.textContent = given.closest('label')?.querySelector('.gw-step__value')?.textContent ?? given.value;
  });
  bench.addEventListener('submit', () => {
    leaving = true;
    for (const timer of waiting.values()) clearTimeout(timer);
  });
  // A window that is closed sends what it has not sent yet.
  window.addEventListener('pagehide', () => {
    if (leaving) return;
    for (const [cell, timer] of waiting) {
      clearTimeout(timer);
      navigator.sendBeacon(cell.dataset.autosave, bodyOf(cell));
    }
    waiting.clear();
  });
  window.addEventListener('beforeunload', (event) => {
    if (leaving || !failed) return;
    event.preventDefault();
    // Older browsers ask only when this is set.
    event.returnValue = true;
  });

  // Digits choose a step of the scale: two in a row where a score has two.
  let digits = '';
  let since = 0;
  for (const keys of bench.querySelectorAll('[data-keys]')) keys.hidden = false;
  bench.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      bench.querySelector('[data-next]')?.click();
      return;
    }
    if (!/^[0-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target.tagName === 'TEXTAREA' || (target.tagName === 'INPUT' && target.type !== 'radio')) return;
    const radios = [...(target.closest('[data-autosave]')?.querySelectorAll('input[type="radio"]') ?? [])];
    digits = event.timeStamp - since < 800 ? digits + event.key : event.key;
    since = event.timeStamp;
    const radio = radios.find(({ value }) => value === digits) ?? radios.find(({ value }) => value === event.key);
    if (!radio) return;
    event.preventDefault();
    radio.focus();
    radio.click();
  });

  // Chosen with the mouse: the motivation is next. With the keyboard one goes on by Tab.
  let pointed = false;
  bench.addEventListener('pointerdown', (event) => {
    pointed = event.pointerType === 'mouse';
  });
  bench.addEventListener('keydown', () => {
    pointed = false;
  });
  bench.addEventListener('change', (event) => {
    if (!pointed || event.target.type !== 'radio') return;
    const why = cellOf(event.target)?.querySelector('textarea');
    if (why && why.value.trim() === '') why.focus();
  });

  // What is chosen in a motivation is marked as confidential: between double brackets.
  for (const button of bench.querySelectorAll('[data-mark]')) {
    const field = document.getElementById(button.dataset.mark);
    button.hidden = false;
    button.addEventListener('click', () => {
      const { selectionStart: from, selectionEnd: to, value } = field;
      if (from === to) return field.focus();
      field.setRangeText(`[[${value.slice(from, to)}]]`, from, to, 'select');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
    });
  }

  // A motivation that is taken over comes behind what was written.
  bench.addEventListener('click', (event) => {
    const button = event.target.closest('[data-take]');
    if (!button) return;
    event.preventDefault();
    const field = document.getElementById(button.dataset.take);
    const text = button.dataset.text.trim();
    const before = field.value.trim();
    field.value = before === '' || before.includes(text) ? before || text : `${before}\n\n${text}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  });
}
