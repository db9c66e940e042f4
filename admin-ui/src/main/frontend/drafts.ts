type Field = HTMLElement & { value: string; saved?: string };
type Draft = Record<string, { text: string; saved: string }>;

const PREFIX = 'parley-draft:';

let reloading = false;

const drafts = () => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));

const read = (key: string): Draft => JSON.parse(sessionStorage.getItem(PREFIX + key) ?? '{}');

/**
 * Keeps what is typed into the fields of a form, as it is typed, until it is saved or discarded. It outlives everything but
 * the tab: another page, a reload, a lost server.
 *
 * @param key names the form and its writer
 * @returns what was kept before
 */
export function recall(form: HTMLElement, key: string): Draft {
  form.addEventListener('input', (event) => {
    const field = (event.target as HTMLElement).closest<Field>('[data-field]');
    if (field) {
      const kept = read(key);
      const saved = kept[field.dataset.field!]?.saved ?? field.saved ?? '';
      kept[field.dataset.field!] = { text: (event.target as Field).value, saved };
      sessionStorage.setItem(PREFIX + key, JSON.stringify(kept));
    }
  });
  return read(key);
}

/** Forgets what stands in the fields as it is saved. */
export function settle(form: HTMLElement, key: string) {
  const kept = read(key);
  for (const field of form.querySelectorAll<Field>('[data-field]')) {
    if (field.value.trim() === field.saved) {
      delete kept[field.dataset.field!];
    }
  }
  if (Object.keys(kept).length > 0) {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(kept));
  } else {
    sessionStorage.removeItem(PREFIX + key);
  }
}

/** Whether anything is kept that nobody has saved. */
export const unsaved = () => drafts().length > 0;

export const forgetAll = () => drafts().forEach((key) => sessionStorage.removeItem(key));

// A tab that is closed takes its drafts along: the browser asks first. A reload keeps them.
(window as unknown as { navigation?: EventTarget }).navigation?.addEventListener('navigate', (event) => {
  reloading = (event as unknown as { navigationType: string }).navigationType === 'reload';
});
window.addEventListener('beforeunload', (event) => {
  if (!reloading && unsaved()) {
    event.preventDefault();
  }
});
