import { NOTE_KINDS, type NoteKind } from '@continuo/contract';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useCommand } from '../../commands/live.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceChips } from '../../ui/field.tsx';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';
import styles from './callbacks.module.css';
import { TextBox } from './text-box.tsx';
import type { Deed } from './use-callbacks.ts';

const WORDS = CALLBACK_WORDS.note;
const BOX = 'callback-note';

/** What was said or done. A call answers the customer: the clock of the promise stops. */
export function NoteForm({ id, deed }: { readonly id: number; readonly deed: Deed }) {
  const [kind, setKind] = useState<NoteKind>('called');
  const [text, setText] = useState('');
  useCommand('callback.call', () => {
    setKind('called');
    document.getElementById(BOX)?.focus();
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate(
          {
            act: () => client.call('noteCallback', { params: { id }, body: { kind, text: text.trim() } }),
            said: WORDS.said,
          },
          { onSuccess: () => setText('') },
        );
      }}
    >
      <ChoiceChips
        label={WORDS.kind}
        value={kind}
        options={NOTE_KINDS.map((one) => ({ id: one, text: WORDS.kinds[one] }))}
        onChange={(one) => setKind(one as NoteKind)}
      />
      <TextBox id={BOX} label={WORDS.label} value={text} onChange={setText} />
      <Button type="submit" isDisabled={deed.isPending || text.trim() === ''}>
        {WORDS.action}
      </Button>
    </form>
  );
}
