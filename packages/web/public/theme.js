// Runs before the first paint, so that nobody who chose a theme sees the other one flash. A file, because inline scripts are forbidden.
try {
  const theme = localStorage.getItem('continuo.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to us: the system's theme it is.
}
