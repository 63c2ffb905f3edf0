// Keys of the desk, and drafts of answers. Every page works without this file.
'use strict';

// Signing out removes what was typed here.
document.getElementById('dang-xuat')?.addEventListener('submit', () => sessionStorage.clear());

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
