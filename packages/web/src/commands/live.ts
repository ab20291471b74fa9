import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { CommandId } from './registry.ts';

type Handler = () => void;

/** Who answers which command right now; the one that came last wins and the one before returns when it leaves. */
const handlers = new Map<CommandId, Handler[]>();
const listeners = new Set<() => void>();
let liveIds: readonly CommandId[] = [];

function changed(): void {
  liveIds = [...handlers.keys()];
  for (const listener of listeners) listener();
}

/** Answers a command while this part of the page is there and `isOn` holds. */
export function useCommand(id: CommandId, handler: Handler, isOn = true): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    if (!isOn) return;
    const call = () => latest.current();
    handlers.set(id, [...(handlers.get(id) ?? []), call]);
    changed();
    return () => {
      const rest = (handlers.get(id) ?? []).filter((other) => other !== call);
      if (rest.length > 0) handlers.set(id, rest);
      else handlers.delete(id);
      changed();
    };
  }, [id, isOn]);
}

/** Runs a command; false when nothing on this page answers it. */
export function perform(id: CommandId): boolean {
  const handler = handlers.get(id)?.at(-1);
  handler?.();
  return handler !== undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Ids of the commands that something on this page answers. */
export function useLiveCommands(): readonly CommandId[] {
  return useSyncExternalStore(subscribe, () => liveIds);
}
