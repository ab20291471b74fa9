import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { perform } from './live.ts';
import { COMMANDS, isSingleKey } from './registry.ts';

const SETTING = 'continuo.singleKeys';

/** Whether keys of a single letter work; people who speak to their computer turn them off. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(SETTING) !== 'off';
}

export function setSingleKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(SETTING);
  else localStorage.setItem(SETTING, 'off');
}

/** True where letters are typed, or where a layer above the page has its own keys. */
function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]') !== null
  );
}

/** True where Enter and arrows already mean something. */
function hasOwnKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary, [role=button], [role=slider]') !== null;
}

/** Binds every key of the registry, once, at the top of the app. */
export function useKeys(): void {
  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const keys of new Set(COMMANDS.map((command) => command.keys).filter((keys) => keys !== null))) {
      // Undo inside a field is the field's own.
      const isChord = keys === '$mod+k';
      const ids = COMMANDS.filter((command) => command.keys === keys).map((command) => command.id);
      const onPress = (event: KeyboardEvent) => {
        if (event.defaultPrevented || (!isChord && isBusy(event.target))) return;
        if (isSingleKey(keys) && !singleKeysOn()) return;
        if ((keys === 'Enter' || keys.startsWith('Arrow')) && hasOwnKeys(event.target)) return;
        if (ids.some((id) => perform(id))) event.preventDefault();
      };
      bindings[keys] = onPress;
      // Whether these signs need Shift depends on the keyboard.
      if (['?', '+', '/'].includes(keys)) bindings[`Shift+${keys}`] = onPress;
    }
    return tinykeys(window, bindings);
  }, []);
}
