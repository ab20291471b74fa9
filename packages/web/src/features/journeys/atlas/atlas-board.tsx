import type { JourneyEntry } from '@continuo/contract';
import { counted } from '@continuo/diagram';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { JOURNEYS_WORDS } from '../../../words/journeys.ts';
import styles from './atlas.module.css';
import { JourneyCard } from './journey-card.tsx';
import type { Placed } from './place-journeys.ts';
import type { JourneyStatus } from './use-statuses.ts';

const WORDS = JOURNEYS_WORDS;
const MOST_BLIND = 3;

/** Journeys as cards below the stage they belong to, with what is seen there and on no map. */
export function AtlasBoard({
  placed,
  statuses,
  ws,
  titleOf,
  mayEdit,
  isKnown,
  onDraw,
}: {
  readonly placed: Placed;
  readonly statuses: ReadonlyMap<string, JourneyStatus>;
  readonly ws: string;
  readonly titleOf: (key: string) => string | undefined;
  readonly mayEdit: boolean;
  /** The kinds of events are known already. */
  readonly isKnown: boolean;
  readonly onDraw: (event: string) => void;
}) {
  const cards = (journeys: readonly JourneyEntry[]) =>
    journeys.map((entry) => (
      <JourneyCard
        key={entry.key}
        entry={entry}
        status={statuses.get(entry.key) ?? { status: 'none', words: WORDS.card.notKnown }}
        ws={ws}
        titleOf={titleOf}
        mayEdit={mayEdit}
      />
    ));
  const blind = (events: Placed['blind']) =>
    events.length > 0 && (
      <li className={styles.blind}>
        <h3>
          <Glyph kind="plus" /> {WORDS.blind.title}
        </h3>
        <ul>
          {events.slice(0, MOST_BLIND).map(({ name, events: n, people }) => (
            <li key={name}>
              <b>{name}</b>{' '}
              <span className="meta">{WORDS.blind.says(counted(n, 'time'), counted(people, 'customer'))}</span>
            </li>
          ))}
        </ul>
        {events.length > MOST_BLIND && (
          <details>
            <summary>{WORDS.blind.more(events.length - MOST_BLIND)}</summary>
            <p className="meta">
              {events
                .slice(MOST_BLIND)
                .map(({ name }) => name)
                .join(', ')}
            </p>
          </details>
        )}
        {mayEdit && events[0] && (
          <Button onPress={() => onDraw(events[0]?.name ?? '')}>
            {WORDS.blind.draw}
            <span className="sr">: {events[0].name}</span>
          </Button>
        )}
      </li>
    );
  return (
    <Card title={WORDS.board.title} note={isKnown && placed.blind.length === 0 ? WORDS.blind.none : WORDS.blind.help}>
      <div className={styles.board}>
        {placed.stages.map(({ stage, journeys, blind: unseen }) => (
          <section key={stage.id} id={`stage-${stage.id}`} className={styles.column} aria-label={stage.title}>
            <h3 className={styles.columnName}>{stage.title}</h3>
            <ul>
              {cards(journeys)}
              {journeys.length === 0 && unseen.length === 0 && <li className="meta">{WORDS.board.empty}</li>}
              {blind(unseen)}
            </ul>
          </section>
        ))}
        {(placed.unplaced.length > 0 || (placed.stages.length === 0 && placed.blind.length > 0)) && (
          <section className={styles.column} aria-label={WORDS.board.unplaced}>
            <h3 className={styles.columnName} title={WORDS.board.unplacedHelp}>
              {WORDS.board.unplaced}
            </h3>
            <ul>
              {cards(placed.unplaced)}
              {placed.stages.length === 0 && blind(placed.blind)}
            </ul>
          </section>
        )}
      </div>
    </Card>
  );
}
