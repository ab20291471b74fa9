import { useEffect } from 'react';
import { announce } from '../ui/announcer.tsx';
import { SHELL_WORDS } from '../words/shell.ts';

/** `Step – Page – Product` in the tab; the heading gets the focus once when a page opens, and is spoken once. */
export function usePageTitle(parts: readonly string[]): void {
  const title = [...parts, SHELL_WORDS.product].join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Moves the focus to the heading of a newly opened page, but never on the first load (the browser does it better). */
export function focusHeading(): void {
  const heading = document.querySelector('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  announce(SHELL_WORDS.opened(heading.textContent ?? ''));
}
