import type { JourneyContract } from '@continuo/core';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { announce } from '../../../ui/announcer.tsx';
import { EDITOR_WORDS as WORDS } from '../../../words/map-editor.ts';
import { addStep, type Deed, remove, rename, textOf } from './deeds.ts';
import type { DraftStore } from './draft-store.ts';
import { type GridModel, gridModel } from './grid-model.ts';
import { firstPlace, nextPlace, type Place, placesFor } from './moves.ts';
import { columnOf, keyOf, nextSpot, type Spot, spotOf, type Way } from './spot.ts';
import { useDraftState } from './use-draft.ts';

/** What is being typed into. `isNew`: Escape takes the thing away again. */
export interface Typing {
  readonly key: string;
  readonly isNew: boolean;
}

/** A thing picked up by keys, and the place where it would be dropped. */
export interface Moving {
  readonly spot: Spot;
  readonly name: string;
  readonly places: readonly Place[];
  readonly place: Place;
}

export interface Editor {
  readonly contract: JourneyContract;
  readonly model: GridModel;
  readonly selected: string | null;
  readonly spot: Spot | null;
  readonly typing: Typing | null;
  readonly moving: Moving | null;
  readonly do: (deed: Deed | null, isTyped?: boolean) => void;
  readonly select: (key: string | null) => void;
  readonly focus: (key: string) => void;
  readonly type: (key: string, isNew?: boolean) => void;
  /** Ends typing; `go` says what follows. */
  readonly typed: (text: string | null, go: 'stay' | 'next' | 'previous' | 'leave') => void;
  readonly walk: (way: Way) => void;
  readonly pick: () => void;
  readonly drop: (isKept: boolean) => void;
  readonly moveTo: (spot: Spot, place: Place) => void;
  readonly removeSpot: (spot: Spot) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** The editor's own state around a draft: what is selected, typed into, picked up. Everything it does is spoken. */
export function useEditor(store: DraftStore): Editor {
  const { contract } = useDraftState(store);
  const model = useMemo(() => gridModel(contract), [contract]);
  const [selected, select] = useState<string | null>(null);
  const [typing, setTyping] = useState<Typing | null>(null);
  const [moving, setMoving] = useState<Moving | null>(null);
  const wanted = useRef<string | null>(null);
  const latest = useRef({ contract, model, selected, typing, moving });
  latest.current = { contract, model, selected, typing, moving };

  const focus = useCallback((key: string) => {
    wanted.current = key;
    select(key);
    focusSpot(key);
  }, []);
  // What was just made exists only after it was drawn.
  useLayoutEffect(() => {
    if (wanted.current !== null && latest.current.typing === null && focusSpot(wanted.current)) wanted.current = null;
  });

  const actions = useMemo(() => {
    const spotNow = () => (latest.current.selected === null ? null : spotOf(latest.current.selected));
    const name = (spot: Spot) => textOf(store.state().contract, spot) || WORDS.card;
    const type = (key: string, isNew = false) => {
      select(key);
      setTyping({ key, isNew });
    };
    const perform = (deed: Deed | null, isTyped = false) => {
      if (deed === null) return;
      store.act(deed.words, deed.edits);
      if (deed.focus === null) return;
      if (isTyped) type(deed.focus, true);
      else focus(deed.focus);
    };
    return {
      do: perform,
      type,
      typed: (text: string | null, go: 'stay' | 'next' | 'previous' | 'leave') => {
        const { typing: now } = latest.current;
        const spot = now && spotOf(now.key);
        setTyping(null);
        if (!now || !spot) return;
        if (text === null) {
          if (now.isNew && spot.kind !== 'cell') store.undo();
          if (go !== 'leave') focus(now.isNew && spot.kind !== 'cell' ? beside(store.state().contract, spot) : now.key);
          return;
        }
        const deed = rename(store.state().contract, spot, text);
        if (deed) {
          store.act(deed.words, deed.edits);
          announce(WORDS.said.changed(text.trim().slice(0, 60)));
        }
        const here = deed?.focus ?? now.key;
        if (go === 'stay') focus(here);
        else if (go === 'leave') select(here);
        else {
          const here2 = spotOf(here) ?? spot;
          const next = nextSpot(gridModel(store.state().contract), here2, go === 'next' ? 'right' : 'left');
          // Tab behind the last step makes another one: a row of steps is typed without leaving the keyboard's middle.
          if (go === 'next' && spot.kind === 'step' && keyOf(next) === keyOf(here2))
            perform(addStep(store.state().contract, spot), true);
          else if (next.kind === 'empty') focus(keyOf(next));
          else type(keyOf(next));
        }
      },
      walk: (way: Way) => {
        const { moving: carried, model: grid } = latest.current;
        if (carried) {
          const place = nextPlace(carried.places, carried.place, way);
          setMoving({ ...carried, place });
          announce(WORDS.move.over(place.words));
          return;
        }
        const spot = spotNow() ?? firstSpot(grid);
        if (spot) focus(keyOf(nextSpot(grid, spot, way)));
      },
      pick: () => {
        const { model: grid, contract: draft } = latest.current;
        const spot = spotNow();
        if (!spot) return;
        const places = placesFor(draft, grid, spot);
        const place = firstPlace(places, grid, spot, columnOf(grid, spot) ?? 0);
        if (!place) {
          announce(WORDS.move.none);
          return;
        }
        setMoving({ spot, name: name(spot), places, place });
        announce(WORDS.move.picked(name(spot)));
      },
      drop: (isKept: boolean) => {
        const carried = latest.current.moving;
        if (!carried) return;
        setMoving(null);
        if (isKept) actions.moveTo(carried.spot, carried.place);
        else announce(WORDS.move.putBack(carried.name));
      },
      moveTo: (spot: Spot, place: Place) => {
        const words = name(spot);
        store.act(WORDS.deed.move, [place.edit]);
        announce(WORDS.move.dropped(words, place.words));
        const { edit } = place;
        focus(
          edit.kind === 'move-card'
            ? keyOf({ kind: 'cell', step: edit.step, lane: edit.lane, card: edit.id })
            : keyOf(spot),
        );
      },
      removeSpot: (spot: Spot) => {
        const words = name(spot);
        const deed = remove(store.state().contract, spot);
        if (!deed) return;
        perform(deed);
        announce(WORDS.said.removed(words));
      },
      undo: () => {
        const words = store.undo();
        announce(words === null ? WORDS.said.nothingToUndo : WORDS.said.undone(words));
      },
      redo: () => {
        const words = store.redo();
        announce(words === null ? WORDS.said.nothingToRedo : WORDS.said.redone(words));
      },
    };
  }, [store, focus]);

  // Somebody else may have taken away what is selected.
  useEffect(() => {
    if (selected === null) return;
    const spot = spotOf(selected);
    const isThere = spot !== null && isOnGrid(model, spot);
    if (!isThere && typing === null) select(null);
  }, [model, selected, typing]);

  return useMemo(() => {
    const spot = selected === null ? null : spotOf(selected);
    return { contract, model, selected, spot, typing, moving, select, focus, ...actions };
  }, [contract, model, selected, typing, moving, focus, actions]);
}

function isOnGrid(model: GridModel, spot: Spot): boolean {
  if (spot.kind === 'lane') return model.lanes.some(({ id }) => id === spot.id);
  return columnOf(model, spot) !== null;
}

function firstSpot(model: GridModel): Spot | null {
  const stage = model.stages[0]?.thing;
  return stage ? { kind: 'stage', id: stage.id } : null;
}

/** Where the focus goes when what was just made is taken away again. */
function beside(contract: JourneyContract, spot: Spot): string {
  if (spot.kind === 'lane') return `lane|${contract.lanes.at(-1)?.id ?? ''}`;
  return `stage|${contract.stages.at(-1)?.id ?? ''}`;
}

/** Gives the focus to a thing on the grid; false when it is not drawn yet. What is typed into is in sight, and stays there. */
export function focusSpot(key: string): boolean {
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.dataset.spot === key) return true;
  const found = document.querySelector<HTMLElement>(`[data-spot="${CSS.escape(key)}"]`);
  found?.focus({ preventScroll: found.contains(active) });
  return found !== null;
}
