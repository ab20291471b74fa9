import type { LiveMessage, Present } from '@continuo/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { client, queryClient } from '../../../api/client.ts';
import { forgetJourneys, journeyQuery } from '../../../api/journeys.ts';
import { draftPort, takeLeftEdits } from './draft-port.ts';
import { type DraftState, DraftStore } from './draft-store.ts';
import { newId } from './new-id.ts';

/** Drafts that were opened since the app was: undo goes on where it was when a page is left and opened again. */
const opened = new Map<string, DraftStore>();

async function openDraft(workspace: string, key: string): Promise<DraftStore> {
  const at = `${workspace}/${key}`;
  const journey = await queryClient.fetchQuery(journeyQuery(key));
  const known = opened.get(at);
  // A lower number: it was deleted and made anew meanwhile.
  if (known && known.seq <= journey.seq) return known;
  const editor = newId('editor');
  const left = await takeLeftEdits(workspace, key, editor);
  const store = new DraftStore(draftPort(workspace, key, editor, left), editor, journey.draft, journey.seq);
  opened.set(at, store);
  return store;
}

/** The draft of a journey to edit; null until it is there. */
export function useDraft(workspace: string, key: string) {
  return useQuery({
    queryKey: ['draft', workspace, key],
    queryFn: () => openDraft(workspace, key),
    staleTime: 0,
    gcTime: 0,
    refetchOnMount: 'always',
    structuralSharing: false,
  });
}

/** What the store says now. */
export function useDraftState(store: DraftStore): DraftState {
  return useSyncExternalStore(store.subscribe, store.state);
}

export interface LiveMap {
  /** Others who look at this map. */
  readonly others: readonly Present[];
  readonly isConnected: boolean;
  readonly isRemoved: boolean;
}

const PRESENCE_MS = 12_000;

/** Listens to what others do to the map, and tells them where this person is. */
export function useLiveMap(store: DraftStore, key: string, at: string | null): LiveMap {
  const [live, setLive] = useState<LiveMap>({ others: [], isConnected: false, isRemoved: false });
  useEffect(() => {
    const others = (present: readonly Present[]) => present.filter((one) => one.client !== store.client);
    const url = client.fileUrl('journeyLive', { key }, { client: store.client, since: String(store.seq) });
    const source = new EventSource(url);
    const on = <Kind extends LiveMessage['kind']>(
      kind: Kind,
      hear: (message: Extract<LiveMessage, { kind: Kind }>) => void,
    ) => source.addEventListener(kind, (event) => hear(JSON.parse((event as MessageEvent<string>).data)));
    on('hello', ({ present }) => {
      setLive((now) => ({ ...now, others: others(present), isConnected: true }));
      store.wake();
    });
    on('edits', ({ edits }) => store.heard(edits));
    on('presence', ({ present }) => setLive((now) => ({ ...now, others: others(present) })));
    on('published', () => void forgetJourneys());
    on('removed', () => setLive((now) => ({ ...now, isRemoved: true })));
    source.onerror = () => setLive((now) => ({ ...now, others: [], isConnected: false }));
    const wake = () => store.wake();
    window.addEventListener('online', wake);
    return () => {
      source.close();
      window.removeEventListener('online', wake);
    };
  }, [store, key]);
  usePresence(store, key, at);
  return live;
}

function usePresence(store: DraftStore, key: string, at: string | null): void {
  const where = useRef(at);
  where.current = at;
  useEffect(() => {
    const tell = (isLeaving: boolean) => {
      const body = { client: store.client, at: where.current, isLeaving };
      void client.call('presence', { params: { key }, body }).catch(() => undefined);
    };
    tell(false);
    const timer = setInterval(() => tell(false), PRESENCE_MS);
    return () => {
      clearInterval(timer);
      tell(true);
    };
  }, [store, key]);
  useEffect(() => {
    // Walking over cells with the arrow keys must not send a call a key.
    const timer = setTimeout(() => {
      const body = { client: store.client, at, isLeaving: false };
      void client.call('presence', { params: { key }, body }).catch(() => undefined);
    }, 400);
    return () => clearTimeout(timer);
  }, [store, key, at]);
}
