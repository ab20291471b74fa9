import { answeredOf, type FeedbackPlace } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { writeSaidAt } from '../../../url/said-at.ts';
import type { FeedbackSearch } from '../../../url/search.ts';
import { FEEDBACK_WORDS } from '../../../words/feedback.ts';
import styles from '../feedback.module.css';
import { MoodFigures } from '../mood-figures.tsx';
import type { Look } from '../use-feedback.ts';

const WORDS = FEEDBACK_WORDS.places;
const FIRST = 8;

/** Steps of the map in their order, or touchpoints by how many answered; a row chosen narrows the whole page. */
export function PlacesCard({
  places,
  look,
  search,
  onChoose,
}: {
  readonly places: readonly FeedbackPlace[];
  readonly look: Look;
  readonly search: FeedbackSearch;
  readonly onChoose: (at: string | undefined) => void;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const [isWhole, setWhole] = useState(false);
  const kind = search.map === undefined ? 'everything' : 'map';
  const chosen = look.at && writeSaidAt(look.at);
  const shown = isWhole || places.length <= FIRST + 2 ? places : places.slice(0, FIRST);
  return (
    <Card
      title={WORDS.title[kind]}
      note={
        search.map !== undefined && (
          <Link
            to="/w/$ws/journeys/$key"
            params={{ ws, key: search.map }}
            search={{ from: search.from, to: search.to, f: search.f, step: chosen ?? undefined }}
            className={buttonClass('link')}
          >
            {WORDS.open}
          </Link>
        )
      }
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{WORDS.place[kind]}</th>
            <th scope="col">{WORDS.felt}</th>
            <th scope="col" className={styles.number}>
              {WORDS.answered}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ at, voices, customers }) => {
            const id = writeSaidAt(at);
            const isChosen = id === chosen;
            const title = look.nameOf(at);
            return (
              <tr key={id} data-chosen={isChosen || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.place}
                    aria-pressed={isChosen}
                    title={WORDS.choose(title)}
                    onClick={() => onChoose(isChosen ? undefined : id)}
                  >
                    {title}
                  </button>
                </th>
                <td>
                  <MoodFigures voices={voices} at={at} scope={look.scope} place={title} />
                </td>
                <td className={styles.number}>{WORDS.of(formatCount(answeredOf(voices)), formatCount(customers))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.length < places.length && (
        <Button look="ghost" onPress={() => setWhole(true)}>
          {WORDS.all(places.length)}
        </Button>
      )}
      {isWhole && (
        <Button look="ghost" onPress={() => setWhole(false)}>
          {WORDS.fewer}
        </Button>
      )}
    </Card>
  );
}
