import { useNavigate, useParams } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { queryClient } from '../../api/client.ts';
import { upload } from '../../api/upload.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Progress } from '../../ui/progress.tsx';
import { IMPORTS_WORDS as WORDS } from '../../words/data.ts';
import styles from './data.module.css';

/** Takes a file by drag and drop or by choice, and shows how much of it has been sent. */
export function DropFile() {
  const { ws } = useParams({ from: '/w/$ws' });
  const navigate = useNavigate();
  const [sending, setSending] = useState<{ readonly file: string; readonly share: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isOver, setOver] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setError(null);
    setSending({ file: file.name, share: 0 });
    stop.current = new AbortController();
    try {
      const made = await upload(file, (share) => setSending({ file: file.name, share }), stop.current.signal);
      await queryClient.invalidateQueries({ queryKey: ['imports'] });
      await navigate({ to: '/w/$ws/data/imports/$id', params: { ws, id: String(made.id) } });
    } catch (problem) {
      if (!stop.current.signal.aborted) setError(problem);
    } finally {
      setSending(null);
    }
  };
  return (
    <>
      {error !== null && <ProblemBox error={error} />}
      <section
        className={classes(styles.drop, isOver && styles.over)}
        aria-label={WORDS.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send(event.dataTransfer.files[0]);
        }}
      >
        <FileUp size={22} strokeWidth={1.75} aria-hidden="true" />
        {sending ? (
          <>
            <h2>{WORDS.sending(sending.file)}</h2>
            <div>
              <Progress
                label={WORDS.sending(sending.file)}
                value={sending.share}
                says={WORDS.sent(`${Math.round(sending.share * 100)}%`)}
              />
            </div>
            <Button onPress={() => stop.current?.abort()}>{WORDS.stop}</Button>
          </>
        ) : (
          <>
            <h2>{WORDS.drop}</h2>
            <p className="meta">{WORDS.dropSays}</p>
            <label className={styles.label}>
              <span className={buttonClass('primary', 'large')}>{WORDS.choose}</span>
              <input
                type="file"
                className={styles.file}
                onChange={(event) => {
                  void send(event.target.files?.[0]);
                  event.target.value = '';
                }}
              />
            </label>
          </>
        )}
      </section>
    </>
  );
}
