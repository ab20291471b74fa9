import type { KeyboardEvent } from 'react';
import { spotOf, type Way } from './spot.ts';
import type { Editor } from './use-editor.ts';

const WAYS: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'row-start',
  End: 'row-end',
  PageUp: 'page-up',
  PageDown: 'page-down',
};

/** Keys of the grid itself. Keys of a single letter are in the registry of commands, where they can be turned off. */
export function gridKey(
  event: KeyboardEvent<HTMLElement>,
  editor: Editor,
  isReadOnly: boolean,
  onMenu: (key: string, at: HTMLElement) => void,
): void {
  if (event.defaultPrevented || event.altKey || editor.typing !== null) return;
  const isChord = event.ctrlKey || event.metaKey;
  const way = WAYS[event.key];
  if (way !== undefined) {
    if (isChord && way !== 'row-start' && way !== 'row-end') return;
    editor.walk(isChord ? (way === 'row-start' ? 'first' : 'last') : way);
    event.preventDefault();
    return;
  }
  const here = (event.target as HTMLElement).closest<HTMLElement>('[data-spot]');
  const key = here?.dataset.spot ?? editor.selected;
  const spot = key === null || key === undefined ? null : spotOf(key);
  if (isChord || isReadOnly || !here || !key || !spot) return;
  if (event.key === 'Enter' && editor.moving) editor.drop(true);
  else if (event.key === 'Escape' && editor.moving) editor.drop(false);
  else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) onMenu(key, here);
  else if (event.key === 'Enter' && event.shiftKey && spot.kind === 'cell')
    editor.type(`cell|${spot.step}|${spot.lane}`, true);
  else if (event.key === 'Enter' || event.key === 'F2') edit(editor, key, here, onMenu);
  else if ((event.key === 'Delete' || event.key === 'Backspace') && !editor.moving) editor.removeSpot(spot);
  else return;
  event.preventDefault();
}

/** What has no words of its own shows what can be done with it. */
function edit(editor: Editor, key: string, at: HTMLElement, onMenu: (key: string, at: HTMLElement) => void): void {
  const spot = spotOf(key);
  if (spot?.kind === 'group' || spot?.kind === 'empty') onMenu(key, at);
  else if (spot) editor.type(key, spot.kind === 'cell' && spot.card === null);
}
