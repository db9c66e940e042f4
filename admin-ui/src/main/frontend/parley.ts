import { forgetAll, recall, settle, unsaved } from './drafts';
import { closeByKey, refocus } from './keyboard';
import { watchLink } from './link';
import { watch } from './rows';

type Field = HTMLElement & { value: string; focus(): void };

/** What the panel needs of the browser that Vaadin does not give. */
const parley = {
  watch,
  refocus,
  recall,
  settle,
  unsaved,
  forgetAll,
  /** Brings a turn into the middle of its transcript. */
  reveal(turn: HTMLElement) {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    requestAnimationFrame(() => turn.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' }));
  },
  /** Makes a button copy what a field holds; where the browser does not let it, the text is selected for the reader to copy. */
  copies(button: HTMLElement, field: Field, done: string) {
    button.addEventListener('click', async () => {
      field.focus();
      try {
        await navigator.clipboard.writeText(field.value);
        button.textContent = done;
      } catch {
        // No clipboard on a page without TLS.
      }
    });
  },
};

(window as unknown as { parley: typeof parley }).parley = parley;
watchLink();
closeByKey();
