import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useId, useSyncExternalStore } from 'react';

/** Which button of the page opened the dialog: it stands above the layer in which the button is, and gives the focus back to it. */
let opener: string | null = null;
const listeners = new Set<() => void>();
const follow = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
function setOpener(next: string | null): void {
  opener = next;
  for (const listener of listeners) listener();
}

/** What the address says is to be watched; undefined: nothing. */
function useWritten(): string | undefined {
  const { watch } = useSearch({ strict: false }) as { readonly watch?: unknown };
  return typeof watch === 'string' && watch !== '' ? watch : undefined;
}

/** The dialog of one button: open while the address says so. Back closes it; closing it goes back. */
export function useWatchAddress(written: string) {
  const id = useId();
  const navigate = useNavigate();
  const { history } = useRouter();
  const here = useWritten();
  const isMine = useSyncExternalStore(follow, () => opener === id);
  useEffect(
    () => () => {
      if (opener === id) setOpener(null);
    },
    [id],
  );
  return {
    isOpen: isMine && here === written,
    open: () => {
      setOpener(id);
      const search = (before: object) => ({ ...before, watch: written });
      void navigate({ to: '.', search, resetScroll: false } as never);
    },
    close: () => history.back(),
  };
}

/** The dialog of an address that somebody came with: no button of this page opened it. */
export function useGivenWatch() {
  const navigate = useNavigate();
  const written = useWritten();
  const isOpened = useSyncExternalStore(follow, () => opener !== null);
  return {
    written: isOpened ? undefined : written,
    close: () => {
      const search = (before: object) => ({ ...before, watch: undefined });
      void navigate({ to: '.', search, replace: true, resetScroll: false } as never);
    },
  };
}
