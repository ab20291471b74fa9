// Runs before anything else. A file of its own, because inline scripts are forbidden.

// The checks of addresses and answers would first try `eval`, which pages forbid; with this they do not try.
globalThis.__zod_globalConfig = { jitless: true };

// Whoever chose a theme must not see the other one flash.
try {
  const theme = localStorage.getItem('continuo.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to us: the system's theme it is.
}
