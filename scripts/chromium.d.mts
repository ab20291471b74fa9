/** Path of a Chromium; null when there is none. */
export function chromiumPath(): string | null;
/** Installs chromium when it is absent and the user is root; otherwise says how to and ends the run. */
export function ensureChromium(): void;
