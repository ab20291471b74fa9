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

/** Moves the focus to the heading of a newly opened page as soon as there is one; the returned function gives up waiting. */
export function focusHeading(): () => void {
  const ready = () => document.querySelector('h1');
  const observer = new MutationObserver(() => {
    const heading = ready();
    if (!heading) return;
    observer.disconnect();
    focusOn(heading);
  });
  const heading = ready();
  if (heading) focusOn(heading);
  else observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function focusOn(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  announce(SHELL_WORDS.opened(heading.textContent ?? ''));
}
