import { ClipboardPaste, Plus, Redo2, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { Button, IconButton } from '../../../ui/button.tsx';
import { EDITOR_WORDS as WORDS } from '../../../words/map-editor.ts';

export type Tool = 'stage' | 'step' | 'lane' | 'paste' | 'undo' | 'redo';

/** What can be added to the map, and taken back. */
export const EditTools = memo(function EditTools({
  tool,
  undo,
  redo,
}: {
  readonly tool: (tool: Tool) => void;
  /** What would be taken back; undefined: nothing. */
  readonly undo: string | undefined;
  readonly redo: string | undefined;
}) {
  return (
    <>
      <Button onPress={() => tool('stage')}>
        <Plus size={14} aria-hidden="true" />
        {WORDS.tools.stage}
      </Button>
      <Button onPress={() => tool('step')}>
        <Plus size={14} aria-hidden="true" />
        {WORDS.tools.step}
      </Button>
      <Button onPress={() => tool('lane')}>
        <Plus size={14} aria-hidden="true" />
        {WORDS.tools.lane}
      </Button>
      <Button onPress={() => tool('paste')}>
        <ClipboardPaste size={14} aria-hidden="true" />
        {WORDS.paste}
      </Button>
      <IconButton name={said(WORDS.undo, undo)} onPress={() => tool('undo')}>
        <Undo2 size={15} aria-hidden="true" />
      </IconButton>
      <IconButton name={said(WORDS.redo, redo)} onPress={() => tool('redo')}>
        <Redo2 size={15} aria-hidden="true" />
      </IconButton>
    </>
  );
});

function said(what: string, words: string | undefined): string {
  return words === undefined ? what : `${what}: ${words}`;
}
