const $ = (id) => document.getElementById(id);
const deck = $('deck'), saved = $('saved'), status = $('status');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const batch = 12, low = 4, shown = 3, threshold = 90, flick = 0.5;

let jobs = [];             // what is in the deck, the top first
let cursor = null;         // where the feed goes on; null at its end once it was read
let ended = false;
let loading = null;
const seen = new Set();    // a swipe may be under way while the feed is read again
const failed = [];         // swipes to try again

/* ---- the API ---- */

let token = localStorage.getItem('jobswipe.token');

async function newGuest() {
  const answer = await fetch('/api/v1/auth/guest', { method: 'POST' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  token = (await answer.json()).access_token;
  localStorage.setItem('jobswipe.token', token);
}

async function call(path, options = {}, again = true) {
  if (!token) await newGuest();
  const answer = await fetch(`/api/v1/jobs/${path}`, { ...options, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });
  if (answer.status === 401 && again) {
    // The key was changed, or the user is gone: begin anew.
    token = null;
    return call(path, options, false);
  }
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

const send = (job, action) => call(`${job.id}/swipe`, { method: 'POST', body: JSON.stringify({ action }) });

/* ---- cards ---- */

function initials(name) {
  return (name ?? '?').split(/[^\p{L}\p{N}]+/u).filter(Boolean).slice(0, 2).map((word) => word[0]).join('').toUpperCase() || '?';
}

function logo(element, company) {
  let hash = 0;
  for (const letter of company ?? '') hash = (hash * 31 + letter.codePointAt(0)) % 8;
  element.textContent = initials(company);
  element.classList.add(`hue-${hash}`);
}

function posted(job) {
  if (!job.created_at) return 'New';
  const days = Math.round((new Date(job.created_at) - Date.now()) / 86_400_000);
  const ago = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  return Math.abs(days) < 14 ? `Posted ${ago.format(days, 'day')}` : `Posted ${ago.format(Math.round(days / 7), 'week')}`;
}

function cardOf(job) {
  const card = $('card-template').content.cloneNode(true).querySelector('.card');
  card.dataset.jobId = job.id;
  logo(card.querySelector('.logo'), job.company);
  card.querySelector('.company').textContent = job.company ?? 'A company';
  card.querySelector('.posted').textContent = posted(job);
  card.querySelector('.title').textContent = job.title;
  card.querySelector('.title').id = `title-${job.id}`;
  card.querySelector('.description').textContent = job.description ?? '';
  card.querySelector('footer').textContent = `Found on ${job.source}`;
  for (const fact of [job.location, job.salary_range, job.type].filter(Boolean)) {
    const item = document.createElement('li');
    item.textContent = fact;
    card.querySelector('.facts').append(item);
  }
  card.setAttribute('aria-labelledby', `title-${job.id}`);
  drag(card, job);
  return card;
}

function draw() {
  const there = new Map([...deck.querySelectorAll('.card:not(.leaving)')].map((card) => [card.dataset.jobId, card]));
  jobs.slice(0, shown).forEach((job, depth) => {
    const card = there.get(job.id) ?? cardOf(job);
    if (!there.has(job.id)) status.after(card);
    card.classList.toggle('under-1', depth === 1);
    card.classList.toggle('under-2', depth === 2);
    card.inert = depth > 0;
    card.ariaHidden = depth > 0 ? 'true' : null;
    if (depth > 0) card.removeAttribute('data-testid');
    else card.dataset.testid = 'card';
  });
  const empty = jobs.length === 0;
  $('save').disabled = $('pass').disabled = empty;
  status.hidden = !empty;
  if (empty && ended) tell('That was the last one. New jobs will show up here.');
}

function tell(text, action) {
  const line = document.createElement('p');
  line.textContent = text;
  status.replaceChildren(line);
  status.hidden = false;
  if (!action) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Try again';
  button.addEventListener('click', action);
  status.append(button);
}

function drag(card, job) {
  let from = null;
  card.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || jobs[0] !== job) return;
    from = { x: event.clientX, time: event.timeStamp };
    card.setPointerCapture(event.pointerId);
    card.classList.add('held');
  });
  card.addEventListener('pointermove', (event) => {
    if (!from) return;
    const x = event.clientX - from.x;
    place(card, x, 0, x / 22);
    card.style.setProperty('--saving', Math.min(Math.max(x / threshold, 0), 1));
    card.style.setProperty('--passing', Math.min(Math.max(-x / threshold, 0), 1));
  });
  const release = (event) => {
    if (!from) return;
    const x = event.clientX - from.x;
    const fast = Math.abs(x) > 30 && Math.abs(x) / Math.max(event.timeStamp - from.time, 1) > flick;
    from = null;
    card.classList.remove('held');
    if (event.type === 'pointerup' && (Math.abs(x) > threshold || fast)) swipe(x > 0 ? 'right' : 'left');
    else for (const name of ['--x', '--turn', '--saving', '--passing']) card.style.removeProperty(name);
  };
  card.addEventListener('pointerup', release);
  card.addEventListener('pointercancel', release);
}

function place(card, x, y, turn) {
  card.style.setProperty('--x', `${x}px`);
  card.style.setProperty('--y', `${y}px`);
  card.style.setProperty('--turn', `${turn}deg`);
}

/* ---- swipes ---- */

function swipe(action) {
  const job = jobs.shift();
  if (!job) return;
  const card = deck.querySelector('[data-testid="card"]');
  const way = action === 'right' ? 1 : -1;
  card.removeAttribute('data-testid');
  card.classList.add('leaving');
  card.inert = true;
  if (calm.matches) card.remove();
  else {
    card.style.setProperty(way > 0 ? '--saving' : '--passing', 1);
    place(card, way * Math.max(innerWidth / 2, 420), 30, way * 18);
    setTimeout(() => card.remove(), 360);
  }
  draw();
  announce(`${action === 'right' ? 'Saved' : 'Passed'}: ${job.title}.${jobs[0] ? ` Next: ${jobs[0].title} at ${jobs[0].company ?? 'a company'}.` : ''}`);
  submit(job, action);
  if (jobs.length <= low) load();
}

async function submit(job, action) {
  try {
    await send(job, action);
    // Listed only now: what the list shows is what the server keeps.
    if (action === 'right') addSaved(job, true);
    else removeSaved(job);
  } catch {
    failed.push([job, action]);
    $('toast-text').textContent = failed.length === 1 ? `“${job.title}” could not be sent.` : `${failed.length} swipes could not be sent.`;
    $('toast').hidden = false;
  }
}

function announce(text) {
  $('announcer').textContent = text;
}

/* ---- saved jobs ---- */

function addSaved(job, isNew) {
  if (saved.querySelector(`[data-job-id="${job.id}"]`)) return;
  const item = $('saved-template').content.cloneNode(true).querySelector('li');
  item.dataset.jobId = job.id;
  item.classList.toggle('new', isNew);
  logo(item.querySelector('.logo'), job.company);
  item.querySelector('.title').textContent = job.title;
  item.querySelector('.where').textContent = [job.company, job.location].filter(Boolean).join(' · ');
  const apply = item.querySelector('.apply');
  if (job.apply_url?.startsWith('https://')) {
    apply.href = job.apply_url;
    apply.setAttribute('aria-label', `Apply: ${job.title}`);
  } else apply.remove();
  const remove = item.querySelector('.remove');
  remove.setAttribute('aria-label', `Remove: ${job.title}`);
  remove.addEventListener('click', () => {
    announce(`Removed: ${job.title}.`);
    $('saved-heading').focus({ preventScroll: true });
    submit(job, 'left');
  });
  if (isNew) saved.prepend(item);
  else saved.append(item);
  count();
}

function removeSaved(job) {
  saved.querySelector(`[data-job-id="${job.id}"]`)?.remove();
  count();
}

function count() {
  $('count').textContent = saved.children.length;
  $('empty').hidden = saved.children.length > 0;
}

/* ---- loading ---- */

function load() {
  loading ??= read().finally(() => { loading = null; });
  return loading;
}

async function read() {
  if (ended) return;
  try {
    const answer = await call(`feed?limit=${batch}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    const fresh = answer.items.filter((job) => !seen.has(job.id));
    fresh.forEach((job) => seen.add(job.id));
    jobs.push(...fresh);
    cursor = answer.next_cursor;
    ended = cursor === null;
    draw();
  } catch {
    if (jobs.length === 0) tell('Jobs could not be loaded.', start);
  }
}

async function start() {
  tell('Looking for jobs…');
  // One after the other: the first call makes the user.
  await load();
  try {
    (await call('matches')).items.forEach((job) => addSaved(job, false));
  } catch {
    announce('Saved jobs could not be loaded.');
  }
}

$('save').addEventListener('click', () => swipe('right'));
$('pass').addEventListener('click', () => swipe('left'));
$('toast-retry').addEventListener('click', () => {
  $('toast').hidden = true;
  failed.splice(0).forEach(([job, action]) => submit(job, action));
});
document.addEventListener('keydown', (event) => {
  if (event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.key === 'ArrowRight') swipe('right');
  else if (event.key === 'ArrowLeft') swipe('left');
});
start();
