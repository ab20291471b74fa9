import { useId, useState } from 'react';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import styles from './surveys.module.css';

const WORDS = SURVEYS_WORDS.send;

/** A text to take along: shown whole, chosen as a whole, copied with one press. */
export function CopyBox({
  label,
  text,
  says,
  lines = 3,
}: {
  readonly label: string;
  readonly text: string;
  readonly says: string;
  readonly lines?: number;
}) {
  const id = useId();
  const [copied, setCopied] = useState('');
  const copy = async () => {
    await navigator.clipboard?.writeText(text);
    setCopied(text);
    announce(WORDS.copied);
  };
  return (
    <div className={styles.copy}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        readOnly
        rows={lines}
        value={text}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
        aria-describedby={`${id}-says`}
      />
      <div>
        <Button look="primary" onPress={() => void copy()}>
          {copied === text ? WORDS.copied : WORDS.copy}
        </Button>
      </div>
      <p className="meta" id={`${id}-says`}>
        {says}
      </p>
    </div>
  );
}
