import type { Home, HomeJourney } from '@continuo/contract';
import { formatCount } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { Link2 } from 'lucide-react';
import { About } from '../../ui/about.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FeltCounts } from '../../ui/felt-counts.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { SCROLLABLE } from '../../ui/scrollable.ts';
import { HOME_WORDS } from '../../words/home.ts';
import { PeopleNumber } from '../customers/people-number.tsx';
import styles from './home.module.css';

const WORDS = HOME_WORDS.journeys;
const FACTS = ['got-it', 'as-promised', 'felt', 'tried', 'steady'] as const;
const GLYPHS = { good: 'good', alert: 'harm', none: 'none' } as const;

/** The journeys that need it most, each with its five facts; a journey stands as its worst fact does. */
export function FiveJourneys({ home, className }: { readonly home: Home; readonly className?: string | undefined }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { journeys, journeysInAll, answered } = home;
  if (journeys.length === 0)
    return (
      <Card title={WORDS.title(0)} className={className}>
        <p>
          {WORDS.none}{' '}
          <Link to="/w/$ws/journeys" params={{ ws }} className={buttonClass('link')}>
            {WORDS.draw}
          </Link>
        </p>
      </Card>
    );
  return (
    <Card
      title={WORDS.title(journeys.length)}
      note={
        <>
          {WORDS.note}{' '}
          <Link to="/w/$ws/journeys" params={{ ws }} className={buttonClass('link')}>
            {WORDS.all(journeysInAll)}
          </Link>
        </>
      }
      className={className}
    >
      <section className={styles.scroll} {...SCROLLABLE} aria-label={WORDS.title(journeys.length)}>
        <table className={`${styles.table} ${styles.five}`}>
          <thead>
            <tr>
              <th scope="col">{WORDS.journey}</th>
              <th scope="col">
                {WORDS.customers} <About name="customers" />
              </th>
              {FACTS.map((fact) => (
                <th key={fact} scope="col">
                  {WORDS.facts[fact]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {journeys.map((journey) => (
              <Row key={journey.key} journey={journey} ws={ws} />
            ))}
          </tbody>
        </table>
      </section>
      {answered !== '' && <p className={`meta ${styles.note}`}>{answered}</p>}
    </Card>
  );
}

function Row({ journey, ws }: { readonly journey: HomeJourney; readonly ws: string }) {
  const { key, title, owner, status, words, people, facts, unknown, isConnected } = journey;
  const scope = { unit: 'journey', journey: { key, judgedBy: 'in-force' } } as const;
  return (
    <tr>
      <th scope="row">
        <Link to="/w/$ws/journeys/$key" params={{ ws, key }} className={styles.headline}>
          {title}
        </Link>
        <div className={styles.stands}>
          <Chip tone={status === 'alert' ? 'harm' : status === 'good' ? 'good' : 'plain'}>
            {status === 'none' && <Glyph kind="none" />}
            {words}
          </Chip>
          <span className="meta">{owner ?? WORDS.nobody}</span>
        </div>
      </th>
      <td>
        {people === null ? (
          <span className="meta">{isConnected ? '' : WORDS.notConnected}</span>
        ) : (
          <PeopleNumber behind={{ kind: 'all' }} scope={scope} what={`${title}: ${WORDS.customers}`}>
            {formatCount(people)}
          </PeopleNumber>
        )}
      </td>
      {unknown === null ? (
        facts.map(({ key: fact, label, status: stands, value, note, voices, behind }) => (
          <td key={fact}>
            <div className={styles.factCell}>
              <Glyph kind={GLYPHS[stands]} size={11} />
              <div>
                <b>
                  {voices !== null ? (
                    <FeltCounts {...voices} />
                  ) : behind === null ? (
                    value
                  ) : (
                    <PeopleNumber behind={behind} scope={scope} what={`${title}: ${label}`}>
                      {value}
                    </PeopleNumber>
                  )}
                </b>
                <div className="meta">{note}</div>
              </div>
            </div>
          </td>
        ))
      ) : (
        <td colSpan={FACTS.length}>
          <span className="meta">{unknown}</span>{' '}
          {!isConnected && (
            <Link to="/w/$ws/journeys/$key/connect" params={{ ws, key }} className={buttonClass()}>
              <Link2 size={14} strokeWidth={1.75} aria-hidden="true" />
              {WORDS.connect}
              <span className="sr">: {title}</span>
            </Link>
          )}
        </td>
      )}
    </tr>
  );
}
