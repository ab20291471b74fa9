import type { SeenEvent } from '@continuo/contract';
import type { Step } from '@continuo/core';
import { counted } from '@continuo/diagram';
import { useCommand } from '../../../commands/live.ts';
import { Button } from '../../../ui/button.tsx';
import { ChannelMark } from '../../../ui/channel-mark.tsx';
import { SearchField } from '../../../ui/field.tsx';
import { CONNECT_WORDS } from '../../../words/connect.ts';
import styles from './connect.module.css';
import type { EventUse, Side } from './matchers.ts';

const WORDS = CONNECT_WORDS.event;
const MOST = 200;

/** What really happened: how often, to how many, by which channel, and what came with it, contact details masked. */
export function EventList({
  seen,
  uses,
  step,
  search,
  onSearch,
  onConnect,
}: {
  readonly seen: readonly SeenEvent[];
  readonly uses: ReadonlyMap<string, readonly EventUse[]>;
  readonly step: Step | null;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onConnect: (step: string, side: Side, event: string) => void;
}) {
  useCommand('list.search', () => document.getElementById('search-events')?.focus());
  const wanted = search.trim().toLowerCase();
  const shown = seen.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, MOST);
  return (
    <>
      <SearchField id="search-events" label={CONNECT_WORDS.search} value={search} onChange={onSearch} />
      {shown.length === 0 && <p className="meta">{CONNECT_WORDS.none}</p>}
      <ul className={styles.events}>
        {shown.map((event) => {
          const on = uses.get(event.name) ?? [];
          const isHere = on.some((use) => use.step.id === step?.id);
          return (
            <li key={event.name}>
              <div className={styles.event}>
                <b>{event.name}</b>
                <span className={styles.marks}>
                  {event.channels.slice(0, 4).map(({ channel }) => (
                    <ChannelMark key={channel} channel={channel} />
                  ))}
                </span>
                <span className="meta">
                  {WORDS.counts(counted(event.events, 'time'), counted(event.people, 'customer'))}
                </span>
                {on.map((use) => (
                  <span key={`${use.step.id} ${use.side}`} className={styles.use}>
                    {use.side === 'matchers' ? WORDS.on(use.step.title) : WORDS.wentWrongOn(use.step.title)}
                  </span>
                ))}
                <details>
                  <summary>
                    {WORDS.sample}
                    <span className="sr">: {event.name}</span>
                  </summary>
                  <Samples event={event} />
                </details>
              </div>
              {step && !isHere && (
                <span className={styles.doing}>
                  <Button onPress={() => onConnect(step.id, 'matchers', event.name)}>
                    {WORDS.connect}
                    <span className="sr">: {WORDS.connectTo(event.name, step.title)}</span>
                  </Button>
                  <Button look="ghost" onPress={() => onConnect(step.id, 'failures', event.name)}>
                    {WORDS.wentWrong}
                    <span className="sr">: {WORDS.wentWrongTo(event.name, step.title)}</span>
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Samples({ event }: { readonly event: SeenEvent }) {
  const [sample] = event.samples;
  const fields = Object.entries(sample ?? {});
  if (fields.length === 0) return <p className="meta">{WORDS.noSample}</p>;
  return (
    <dl className={styles.sample}>
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
