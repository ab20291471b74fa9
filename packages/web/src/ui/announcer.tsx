import { useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();

/** Says something politely to people who cannot see it; the same words twice in a row are said twice. */
export function announce(words: string): void {
  message = words === message ? `${words}\u00a0` : words;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The one live region of the app. */
export function Announcer() {
  const words = useSyncExternalStore(subscribe, () => message);
  return (
    <div className="sr" aria-live="polite" data-announcer="">
      {words}
    </div>
  );
}
