type Grid = HTMLElement & { $: { table: HTMLElement }; watched?: boolean };
type Field = HTMLElement & { value: string; focus(): void };
type Parley = {
  watch(grid: Grid): void;
  reveal(turn: HTMLElement): void;
  copies(button: HTMLElement, field: Field, done: string): void;
};

const SMALL_BELOW = 520;
const MEDIUM_BELOW = 960;

/** Tells what `measure` says, when it says something new. */
function teller(grid: Grid, event: string, measure: () => unknown) {
  let told: unknown;
  return () => {
    const now = measure();
    if (now !== told) {
      told = now;
      grid.dispatchEvent(new CustomEvent(event, { detail: now }));
    }
  };
}

/** What the panel needs to know of the browser that Vaadin does not tell. */
const parley: Parley = {
  /** Tells when the reader leaves the top of a grid or is back, and how much room the grid has. */
  watch(grid) {
    if (grid.watched) {
      return;
    }
    grid.watched = true;
    const { table } = grid.$;
    table.addEventListener('scroll', teller(grid, 'parley-top', () => table.scrollTop < 8), { passive: true });
    const tellWidth = teller(grid, 'parley-width', () => {
      const width = grid.offsetWidth;
      return width < SMALL_BELOW ? 'SMALL' : width < MEDIUM_BELOW ? 'MEDIUM' : 'LARGE';
    });
    new ResizeObserver(() => grid.offsetWidth > 0 && tellWidth()).observe(grid);
  },
  /** Brings a turn into the middle of its transcript. */
  reveal(turn) {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    requestAnimationFrame(() => turn.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' }));
  },
  /** Makes a button copy what a field holds; where the browser does not let it, the text is selected for the reader to copy. */
  copies(button, field, done) {
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

(window as unknown as { parley: Parley }).parley = parley;
