const RELOADED = 'continuo.reloaded';
const NOT_AGAIN_MS = 60_000;

/**
 * Loads the page anew when a file of it is gone: an update has taken away the version that is open here.
 * Once a minute at most, so that a file that is truly missing is said and not asked for without end.
 */
export function reloadAfterUpdate(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (Date.now() - Number(sessionStorage.getItem(RELOADED)) < NOT_AGAIN_MS) return;
    sessionStorage.setItem(RELOADED, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
