import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { GAPS_WORDS } from '../../../words/gaps.ts';
import styles from './gaps.module.css';

const WORDS = GAPS_WORDS.dismissing;

/** Asks why a gap does not matter; without a reason it stays. */
export function DismissGap({
  title,
  onDismiss,
  onClose,
}: {
  readonly title: string;
  readonly onDismiss: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <Dialog title={WORDS.title} onClose={onClose}>
      <form
        className={styles.reason}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') onDismiss(reason.trim());
        }}
      >
        <p>{title}</p>
        <TextField label={WORDS.label} help={WORDS.help} value={reason} onChange={setReason} />
        <Button look="primary" type="submit" isDisabled={reason.trim() === ''}>
          {WORDS.action}
        </Button>
      </form>
    </Dialog>
  );
}
