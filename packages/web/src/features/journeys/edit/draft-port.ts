import { ApiProblem } from '@continuo/contract';
import type { Edit } from '@continuo/core';
import { client } from '../../../api/client.ts';
import type { DraftPort, SendProblem } from './draft-store.ts';

/** The server, the clock and the drawer of this page, for the draft of one journey. */
export function draftPort(workspace: string, key: string, editor: string, left: readonly Edit[]): DraftPort {
  const drawer = `${drawersOf(workspace, key)}${editor}`;
  const params = { key };
  return {
    send: async (edits, seq) => {
      // Edits are kept already; what was typed is shown before the call is made.
      await shown();
      try {
        return await client.call('editJourney', { params, body: { client: editor, seq, edits: [...edits] } });
      } catch (error) {
        throw problemIn(error);
      }
    },
    read: () => client.call('journey', { params }),
    keep: (edits) => {
      if (edits.length === 0) localStorage.removeItem(drawer);
      else localStorage.setItem(drawer, JSON.stringify(edits));
    },
    kept: () => left,
    now: () => Date.now(),
    later: (call, ms) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
  };
}

/** Done when the next frame is shown; a page that is not seen shows none and waits 100 ms. */
function shown(): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, 100);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(timer);
        done();
      }),
    );
  });
}

/** A gateway in between that answers for a stopped server counts as not reached. */
function problemIn(error: unknown): SendProblem {
  if (!(error instanceof ApiProblem)) return { isOffline: true, says: '' };
  return { isOffline: error.status === 0 || error.status >= 502, says: error.details.detail };
}

const drawersOf = (workspace: string, key: string): string => `continuo.edits.${workspace}.${key}.`;

/**
 * Edits that a page which is gone could not send. A page that is still open holds a lock by the name of its drawer, so that
 * two pages of one browser never send the same edits. They are in the caller's care from then on.
 */
export async function takeLeftEdits(workspace: string, key: string, editor: string): Promise<readonly Edit[]> {
  const own = drawersOf(workspace, key);
  const isOpen = await openDrawers();
  hold(`${own}${editor}`);
  const edits: Edit[] = [];
  for (const drawer of Object.keys(localStorage).filter((name) => name.startsWith(own) && !isOpen.has(name))) {
    try {
      edits.push(...(JSON.parse(localStorage.getItem(drawer) ?? '[]') as readonly Edit[]));
    } catch {
      // What cannot be read cannot be sent either.
    }
    localStorage.removeItem(drawer);
  }
  if (edits.length > 0) localStorage.setItem(`${own}${editor}`, JSON.stringify(edits));
  return edits;
}

/** Browsers have locks only on https and on this machine; elsewhere what was left is taken by whoever comes first. */
async function openDrawers(): Promise<ReadonlySet<string>> {
  const held = await navigator.locks?.query();
  return new Set(held?.held?.flatMap(({ name }) => (name === undefined ? [] : [name])) ?? []);
}

/** Until the page is gone. */
function hold(drawer: string): void {
  void navigator.locks?.request(drawer, () => new Promise(() => {}))?.catch(() => undefined);
}
