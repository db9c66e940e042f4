import type { Grid } from './rows';

type Row = Element & { _item?: { key: string } };

const MOVES = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];
/** How long the keyboard stays on a row (ms) before it is opened beside the list. */
const STAYS = 150;

/**
 * Gives the keyboard back to the row it was on, should the page have taken it away.
 *
 * @param key the row; without it, the one that had it last
 */
export function refocus(grid: Grid, key?: string, frames = 5) {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement === null) {
      const row = key && [...grid.$.items.children].find((one) => (one as Row)._item?.key === key);
      const cell = row ? row.querySelector<HTMLElement>('td') : grid.$.items.querySelector<HTMLElement>('[tabindex="0"]');
      cell?.focus({ preventScroll: true });
    }
    if (frames > 1) {
      refocus(grid, key, frames - 1);
    }
  });
}

/** Enter opens a row; what is open beside the list goes along with the keyboard. */
export function followKeys(grid: Grid) {
  let row: string | undefined;
  let staying = 0;
  const open = () => row && grid.dispatchEvent(new CustomEvent('parley-open', { detail: row }));
  grid.addEventListener('cell-focus', (event) => {
    const { section, item } = grid.getEventContext(event);
    row = section === 'body' ? item?.key : undefined;
  });
  grid.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      open();
    } else if (MOVES.includes(event.key) && grid.closest('[has-detail]')) {
      clearTimeout(staying);
      staying = window.setTimeout(open, STAYS);
    }
  });
}

const OVERLAYS = ['vaadin-select', 'vaadin-menu-bar-submenu', 'vaadin-popover', 'vaadin-dialog', 'vaadin-confirm-dialog'];

/** Esc closes what is open beside the list, wherever the keyboard is; a menu or dialog that is open takes it first. */
export function closeByKey() {
  let taken = false;
  window.addEventListener(
    'keydown',
    () => (taken = document.querySelector(OVERLAYS.map((name) => `${name}[opened]`).join()) !== null),
    true,
  );
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !taken) {
      document.querySelector('.list-page[has-detail]')?.dispatchEvent(new CustomEvent('parley-close'));
    }
  });
}
