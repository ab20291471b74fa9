import { useState } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { FilteredList } from '../../../ui/filtered-list.tsx';
import type { MenuEntry } from '../../../ui/menu.tsx';
import { MenuAt } from '../../../ui/menu-at.tsx';
import { EDITOR_WORDS as WORDS } from '../../../words/map-editor.ts';
import { addStage, addStep, textOf, unwrap, wrap } from './deeds.ts';
import { placesFor } from './moves.ts';
import { type Spot, spotOf } from './spot.ts';
import type { Editor } from './use-editor.ts';

type Wish =
  | 'edit'
  | 'moveTo'
  | 'pick'
  | 'delete'
  | 'addStep'
  | 'addStage'
  | 'addLane'
  | 'addCard'
  | 'details'
  | 'ungroup';
const GROUPS = ['choice', 'any-order', 'repeat'] as const;

/** What can be done with each kind of thing. Whatever a drag does, this does too. */
const WISHES: Readonly<Record<Spot['kind'], readonly Wish[]>> = {
  stage: ['edit', 'addStep', 'addStage', 'moveTo', 'pick', 'delete'],
  group: ['details', 'addStep', 'moveTo', 'pick', 'ungroup', 'delete'],
  step: ['edit', 'details', 'addStep', 'addStage', 'moveTo', 'pick', 'delete'],
  empty: ['addStep'],
  lane: ['edit', 'details', 'addLane', 'moveTo', 'pick', 'delete'],
  cell: ['edit', 'addCard', 'details', 'moveTo', 'pick', 'delete'],
};

/** The menu of whatever on the grid asks for one. */
export function GridMenu({
  editor,
  open,
  onClose,
  onLane,
  onDetails,
  onMoveTo,
}: {
  readonly editor: Editor;
  readonly open: { readonly key: string; readonly at: HTMLElement };
  readonly onClose: () => void;
  readonly onLane: () => void;
  readonly onDetails: () => void;
  readonly onMoveTo: (spot: Spot) => void;
}) {
  const spot = spotOf(open.key);
  if (!spot) return null;
  const name = textOf(editor.contract, spot) || WORDS.card;
  const isCard = spot.kind === 'cell' && spot.card !== null;
  const wishes = WISHES[spot.kind].filter((wish) => spot.kind !== 'cell' || isCard || wish === 'addCard');
  const entries: MenuEntry[] = wishes.map((wish) => ({ id: wish, text: textFor(wish, spot) }));
  if (spot.kind === 'step' || spot.kind === 'group')
    entries.splice(-1, 0, ...GROUPS.map((kind) => ({ id: kind, text: WORDS.menu.group[kind] })));
  const choose = (id: string) => {
    onClose();
    const { contract } = editor;
    // The menu gives the focus back first; what is done then moves it where it belongs.
    setTimeout(() => {
      editor.select(open.key);
      if (id === 'edit') editor.type(open.key);
      else if (id === 'moveTo') onMoveTo(spot);
      else if (id === 'pick') {
        editor.focus(open.key);
        setTimeout(() => editor.pick());
      } else if (id === 'delete') editor.removeSpot(spot);
      else if (id === 'addStep') editor.do(addStep(contract, spot), true);
      else if (id === 'addStage') editor.do(addStage(contract, spot), true);
      else if (id === 'addLane') onLane();
      else if (id === 'addCard' && spot.kind === 'cell') editor.type(`cell|${spot.step}|${spot.lane}`, true);
      else if (id === 'details') onDetails();
      else if (id === 'ungroup' && spot.kind === 'group') editor.do(unwrap(contract, spot.id));
      else if (spot.kind === 'step' || spot.kind === 'group') editor.do(wrap(contract, spot.id, id as 'choice'));
    });
  };
  return <MenuAt at={open.at} label={WORDS.menu.of(name)} entries={entries} onChoose={choose} onClose={onClose} />;
}

function textFor(wish: Wish, spot: Spot): string {
  if (wish === 'edit') return spot.kind === 'cell' ? WORDS.menu.edit : WORDS.menu.rename;
  if (wish === 'addStep' && spot.kind !== 'step') return WORDS.menu.addStepIn;
  return WORDS.menu[wish];
}

/** Every place a thing may go to, as a list: moving without a pointer and without seeing the grid. */
export function MoveDialog({
  editor,
  spot,
  onClose,
}: {
  readonly editor: Editor;
  readonly spot: Spot;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState('');
  const places = placesFor(editor.contract, editor.model, spot);
  const name = textOf(editor.contract, spot);
  return (
    <Dialog title={WORDS.move.title(name)} onClose={onClose}>
      <FilteredList
        label={WORDS.move.where}
        none={WORDS.move.none}
        entries={places.map((place) => ({ id: place.id, text: place.words }))}
        text={text}
        onText={setText}
        onChoose={(id) => {
          const place = places.find((one) => one.id === id);
          onClose();
          if (place) setTimeout(() => editor.moveTo(spot, place));
        }}
      />
    </Dialog>
  );
}
