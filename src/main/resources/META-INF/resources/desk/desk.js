// Keys of the desk, and drafts of answers. Every page works without this file.
'use strict';

const find = selector => document.querySelector(selector);

// Signing out removes what was typed here.
find('#dang-xuat')?.addEventListener('submit', () => sessionStorage.clear());

// A form is sent once.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
});
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent);
});
document.addEventListener('htmx:afterRequest', event => {
  delete event.target.closest?.('form')?.dataset.sent;
});

// Drafts: kept while typing by person, comment and version; removed once the answer is written.
const SENT = 'da-gui';
const draftOf = form => 'nhap:' + form.dataset.draft;
const typedIn = form => [...form.elements].filter(field =>
  field.name && !field.name.startsWith('_') && field.name !== 'cau_mau' && field.type !== 'checkbox');

function keep(form) {
  sessionStorage.setItem(draftOf(form),
    JSON.stringify(Object.fromEntries(typedIn(form).map(field => [field.name, field.value]))));
}

function restore() {
  const form = find('form[data-draft]');
  const kept = form && sessionStorage.getItem(draftOf(form));
  if (!kept || find('#loi')) return;
  const values = JSON.parse(kept);
  let changed = false;
  typedIn(form).forEach(field => {
    if (!(field.name in values) || field.value === values[field.name]) return;
    field.value = values[field.name];
    changed = true;
  });
  form.querySelector('[data-restored]').hidden = !changed;
}

document.addEventListener('input', event => {
  if (event.target.form?.dataset.draft) keep(event.target.form);
});
document.addEventListener('submit', event => {
  const form = event.target;
  if (!form.dataset.draft || event.defaultPrevented) return;
  keep(form);
  sessionStorage.setItem(SENT, draftOf(form));
});
if (sessionStorage.getItem(SENT)) {
  if (find('.notice[role=status]')) sessionStorage.removeItem(sessionStorage.getItem(SENT));
  sessionStorage.removeItem(SENT);
}

// Another form of the page raises the version of the comment: what is being typed moves with it.
const MOVED = 'chuyen';
const commentOf = draft => draft.slice(0, draft.lastIndexOf(':'));
document.addEventListener('submit', event => {
  const form = find('form[data-draft]');
  if (form && form !== event.target && sessionStorage.getItem(draftOf(form))) {
    sessionStorage.setItem(MOVED, draftOf(form));
  }
});
const moved = sessionStorage.getItem(MOVED);
sessionStorage.removeItem(MOVED);
const current = find('form[data-draft]');
if (moved && current && find('.notice[role=status]') && commentOf(moved) === commentOf(draftOf(current))) {
  sessionStorage.setItem(draftOf(current), sessionStorage.getItem(moved));
  if (moved !== draftOf(current)) sessionStorage.removeItem(moved);
}
restore();

// Phrases go in at the cursor.
document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-insert]');
  if (!button) return;
  event.preventDefault();
  const { noi_dung: text, cau_mau: phrase } = button.form.elements;
  text.setRangeText(phrase.value, text.selectionStart, text.selectionEnd, 'end');
  text.focus();
  keep(button.form);
});

// Keys.
const KEYS_OFF = 'tat-phim-tat';
const dialog = find('#phim-tat');
const help = () => dialog?.showModal();
const showKeys = () => { if (find('[data-keys]')) find('[data-keys]').hidden = false; };
document.addEventListener('click', event => { if (event.target.closest?.('[data-keys]')) help(); });
showKeys();
const off = find('[data-keys-off]');
if (off) {
  off.checked = localStorage.getItem(KEYS_OFF) !== null;
  off.addEventListener('change', () =>
    off.checked ? localStorage.setItem(KEYS_OFF, '1') : localStorage.removeItem(KEYS_OFF));
}

let byKey = false;
function go(step) {
  const links = [...document.querySelectorAll('[data-item]')];
  const at = links.findIndex(link => link.closest('[aria-current]'));
  const target = links[at < 0 ? 0 : at + step] || (step > 0 ? find('[data-after]') || find('[data-more]') : null);
  byKey = true;
  target?.click();
}

function openForm() {
  const field = find('form[data-draft]')?.elements.ket_qua;
  field?.focus();
  return Boolean(field);
}

const ACTIONS = {
  j: () => go(1),
  k: () => go(-1),
  '/': () => find('#q')?.focus(),
  '?': help,
};

document.addEventListener('keydown', event => {
  const on = event.target;
  if (!event.key) return;
  const typing = on.matches?.('input:not([type=checkbox], [type=radio]), textarea, select');
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    const next = on.form?.querySelector('[data-next]');
    if (next) on.form.requestSubmit(next);
  } else if (event.key === 'Escape' && typing) {
    on.blur();
  } else if (event.ctrlKey || event.metaKey || event.altKey || typing || dialog?.open || !find('#hai-ben')) {
    return;
  } else if (event.key === 'Enter') {
    const free = on === document.body || on.id === 'diem' || on.closest('[aria-current=true]');
    if (free && openForm()) event.preventDefault();
  } else if (!off?.checked && ACTIONS[event.key.toLowerCase()]) {
    event.preventDefault();
    ACTIONS[event.key.toLowerCase()]();
  }
});

// After another comment is shown: its draft, and the place to read on.
document.addEventListener('htmx:afterSettle', event => {
  if (event.target.id !== 'hai-ben') return;
  restore();
  const point = find('#diem');
  const current = find('[aria-current=true] [data-item]');
  if (byKey && current?.offsetParent) current.focus();
  else if (point && !current?.offsetParent) point.focus();
  byKey = false;
});
