import '@vaadin/tooltip';
import type { Grid } from './rows';

const content = (cell?: HTMLElement | null) => cell?.querySelector('slot')?.assignedElements()[0];

const isCut = (element: Element) => element.scrollWidth > element.clientWidth;

/** Text that has no room in its cell is shown in full to whoever points at it or goes there by keyboard. */
export function showCutText(grid: Grid) {
  const tooltip = document.createElement('vaadin-tooltip');
  tooltip.slot = 'tooltip';
  tooltip.generator = () => content(tooltip.target)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  tooltip.shouldShow = (cell) => {
    const shown = content(cell);
    return shown !== undefined && [shown, ...shown.querySelectorAll('.line')].some(isCut);
  };
  grid.append(tooltip);
}
