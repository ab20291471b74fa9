import type { Callback } from '@continuo/contract';
import { formatDateTime } from '@continuo/diagram';
import { client } from '../../api/client.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';
import styles from './callbacks.module.css';
import { PUT_RIGHT_TONES } from './put-right-chip.tsx';
import type { Deed } from './use-callbacks.ts';

const WORDS = CALLBACK_WORDS.ask;

/** Whether it is put right, in the customer's own word; asked once. */
export function AskedCard({
  callback: { id, ask },
  deed,
  timeZone,
}: {
  readonly callback: Callback;
  readonly deed: Deed;
  readonly timeZone: string;
}) {
  if (ask === null) return null;
  const time = formatDateTime(ask.atMs, timeZone);
  const { answer, why, isMailed, link } = ask;
  const wasAsked = isMailed !== null;
  return (
    <section className={styles.asked}>
      <h3>{WORDS.title}</h3>
      <p>{wasAsked ? WORDS.at(time) : WORDS.willBe(time)}</p>
      {!wasAsked && (
        <Button
          isDisabled={deed.isPending}
          onPress={() => deed.mutate({ act: () => client.call('askCallback', { params: { id } }), said: WORDS.title })}
        >
          {WORDS.now}
        </Button>
      )}
      {answer !== null ? (
        <p>
          <Chip tone={PUT_RIGHT_TONES[answer]}>{WORDS[answer]}</Chip>
          {why && <q>{why}</q>}
        </p>
      ) : (
        wasAsked && <p className="meta">{WORDS.none}</p>
      )}
      {link !== null && answer === null && !isMailed && (
        <>
          <p className="meta">{WORDS.link}</p>
          <p>
            <a href={link} className={buttonClass('link')}>
              {link.length > 60 ? `${link.slice(0, 60)}…` : link}
            </a>
          </p>
          <Button
            onPress={() => {
              void navigator.clipboard?.writeText(new URL(link, location.href).href);
              announce(WORDS.copied);
            }}
          >
            {WORDS.copy}
          </Button>
        </>
      )}
    </section>
  );
}
