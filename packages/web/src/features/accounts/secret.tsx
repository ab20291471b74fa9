import { useState } from 'react';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { SECRET_WORDS as WORDS } from '../../words/accounts.ts';
import styles from './accounts.module.css';

/** A link or token that is shown this once, to be copied. */
export function Secret({
  label,
  says,
  value,
}: {
  readonly label: string;
  readonly says: string;
  readonly value: string;
}) {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(value).then(() => {
      setCopied(true);
      announce(WORDS.copied);
    });
  return (
    <div className={styles.secret}>
      <TextField label={label} help={says} value={value} autoComplete="off" onChange={() => undefined} />
      <Button onPress={copy}>{isCopied ? WORDS.copied : WORDS.copy}</Button>
    </div>
  );
}
