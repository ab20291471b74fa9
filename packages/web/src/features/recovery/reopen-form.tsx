import { useState } from 'react';
import { client } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';
import styles from './callbacks.module.css';
import { TextBox } from './text-box.tsx';
import type { Deed } from './use-callbacks.ts';

const WORDS = CALLBACK_WORDS.reopen;

/** Opens a closed call-back again, with a reason. */
export function ReopenForm({ id, deed }: { readonly id: number; readonly deed: Deed }) {
  const [why, setWhy] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate({
          act: () => client.call('reopenCallback', { params: { id }, body: { why: why.trim() } }),
          said: WORDS.said,
        });
      }}
    >
      <TextBox label={WORDS.why} value={why} onChange={setWhy} />
      <Button type="submit" isDisabled={deed.isPending || why.trim() === ''}>
        {WORDS.action}
      </Button>
    </form>
  );
}
