const LOOK_EVERY = 15_000;
const LOOK_AGAIN = 2_000;
const PATIENCE = 5_000;

type ConnectionState = { state: string; addStateChangeListener(listener: () => void): void };

/** The base of addresses is right as long as the page is where it began. */
const HEALTH = new URL('healthz', document.baseURI);

let answered = true;
let next = 0;
let doubts = 0;

const broken = () => ['reconnecting', 'connection-lost'].includes(vaadin?.connectionState?.state ?? '');

type Vaadin = { connectionState?: ConnectionState; connectionIndicator?: HTMLElement };

const vaadin = (window as unknown as { Vaadin?: Vaadin }).Vaadin;

/** Marks the page while this browser cannot reach the panel. */
function mark() {
  document.documentElement.toggleAttribute('offline', !navigator.onLine || !answered || broken());
}

/** A cut that nobody tells of is found by asking. */
async function look() {
  if (!document.hidden) {
    answered = await fetch(HEALTH, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).then(
      () => true,
      () => false,
    );
    // Vaadin may go on saying that it reconnects when its requests have long been answered again.
    doubts = answered && broken() ? doubts + 1 : 0;
    if (doubts > 1 && vaadin?.connectionState) {
      vaadin.connectionState.state = 'connected';
    }
    mark();
  }
  clearTimeout(next);
  next = window.setTimeout(look, answered && !broken() ? LOOK_EVERY : LOOK_AGAIN);
}

/** Knows at all times whether this browser reaches the panel. */
export function watchLink() {
  vaadin?.connectionState?.addStateChangeListener(mark);
  vaadin?.connectionIndicator?.setAttribute('role', 'status');
  window.addEventListener('offline', mark);
  window.addEventListener('online', look);
  document.addEventListener('visibilitychange', look);
  next = window.setTimeout(look, LOOK_EVERY);
}
