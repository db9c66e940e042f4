import { followKeys, refocus } from './keyboard';
import { showCutText } from './cut-text';

export type Grid = HTMLElement & {
  $: { table: HTMLElement; items: HTMLElement };
  getEventContext(event: Event): { section?: string; item?: { key: string } };
  watched?: boolean;
};

type Column = HTMLElement & { hidden: boolean };

const ROOM = ['SMALL', 'MEDIUM', 'LARGE'];
const MEDIUM_FROM = 520;
const LARGE_FROM = 960;
/** Who has not moved the pointer or pressed a key for so long (ms) is not about to choose a row. */
const AT_REST = 60_000;

/** Shows the columns that there is room for; what has the keyboard keeps it. */
function fit(grid: Grid) {
  const room = grid.offsetWidth < MEDIUM_FROM ? 0 : grid.offsetWidth < LARGE_FROM ? 1 : 2;
  if (grid.offsetWidth === 0 || grid.getAttribute('room') === ROOM[room]) {
    return;
  }
  const focused = grid.contains(document.activeElement);
  grid.setAttribute('room', ROOM[room]);
  for (const column of grid.querySelectorAll<Column>('[data-room]')) {
    column.hidden = ROOM.indexOf(column.dataset.room!) > room;
  }
  if (focused) {
    refocus(grid);
  }
}

/** Tells whether new rows may move the others: at the top, and while nobody is about to choose one. */
function tellFollowing(grid: Grid) {
  const { table } = grid.$;
  let told = true;
  let pointed = -AT_REST;
  let typed = -AT_REST;
  let resting = 0;
  const tell = () => {
    const since = performance.now() - AT_REST;
    const choosing = (pointed > since && grid.matches(':hover')) || (typed > since && grid.contains(document.activeElement));
    const following = table.scrollTop < 8 && !choosing;
    if (following !== told) {
      told = following;
      grid.dispatchEvent(new CustomEvent('parley-following', { detail: following }));
    }
  };
  const rest = () => {
    clearTimeout(resting);
    resting = window.setTimeout(tell, AT_REST + 1);
    tell();
  };
  const point = () => {
    pointed = performance.now();
    rest();
  };
  table.addEventListener('scroll', tell, { passive: true });
  grid.addEventListener('keydown', () => {
    typed = performance.now();
    rest();
  });
  // A pointer that lies still is told of as moving when the page under it changes.
  grid.addEventListener('pointermove', (event) => event.pointerType === 'mouse' && (event.movementX || event.movementY) && point());
  grid.addEventListener('pointerleave', tell);
  grid.addEventListener('focusout', () => setTimeout(tell));
}

/** Makes a grid fit its room, say when it may move, and answer to the keyboard. */
export function watch(grid: Grid) {
  if (grid.watched) {
    return;
  }
  grid.watched = true;
  new ResizeObserver(() => fit(grid)).observe(grid);
  fit(grid);
  tellFollowing(grid);
  followKeys(grid);
  showCutText(grid);
}
