import type { LaneKind } from '@continuo/core';
import { useContext, useEffect, useRef } from 'react';
import { EDITOR_WORDS as WORDS } from '../../../words/map-editor.ts';
import styles from './edit-grid.module.css';
import { TypedContext } from './typed-context.ts';

/** Typing inside a cell. Enter saves, Escape does not, Tab saves and goes on; Shift and Enter begin a new line. */
export function TypeBox({
  initial,
  label,
  kind,
}: {
  readonly initial: string;
  readonly label: string;
  readonly kind?: LaneKind;
}) {
  const typed = useContext(TypedContext);
  const box = useRef<HTMLTextAreaElement & HTMLSelectElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    const field = box.current;
    field?.focus();
    if (field instanceof HTMLTextAreaElement) {
      field.select();
      asHighAsText(field);
    }
  }, []);
  const end = (text: string | null, go: 'stay' | 'next' | 'previous' | 'leave') => {
    if (isOver.current) return;
    isOver.current = true;
    typed(text, go);
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const text = box.current?.value ?? '';
    event.stopPropagation();
    // Inside a word that an input method is still making, its keys are not ours.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') end(null, 'stay');
    else if (event.key === 'Enter' && !event.shiftKey) end(text, 'stay');
    else if (event.key === 'Tab') end(text, event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
  };
  const shared = {
    ref: box,
    className: styles.box,
    'aria-label': label,
    onKeyDown,
    onBlur: () => end(box.current?.value ?? '', 'leave'),
  };
  if (kind === 'emotion')
    return (
      <select {...shared} defaultValue={initial.replace('−', '-') || '0'}>
        {WORDS.feelings.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    );
  return (
    <textarea {...shared} rows={1} defaultValue={initial} onInput={(event) => asHighAsText(event.currentTarget)} />
  );
}

/** Browsers that give a field the height of its text by style need not be asked for it at every key. */
const IS_SIZED_BY_STYLE = CSS.supports('field-sizing', 'content');

/** As high as its text. */
function asHighAsText(field: HTMLTextAreaElement): void {
  if (IS_SIZED_BY_STYLE) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}
