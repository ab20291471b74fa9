import type { Home, HomeJourney } from '@continuo/contract';
import { formatCount, STATUS_WORDS } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { Link2 } from 'lucide-react';
import { useIsWide } from '../../app/use-is-wide.ts';
import { About } from '../../ui/about.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { SCROLLABLE } from '../../ui/scrollable.ts';
import { HOME_WORDS } from '../../words/home.ts';
import { PeopleNumber } from '../customers/people-number.tsx';
import { MoodFigures } from '../feedback/mood-figures.tsx';
import styles from './home.module.css';

const WORDS = HOME_WORDS.journeys;
const FACTS = ['got-it', 'as-promised', 'felt', 'tried', 'steady'] as const;
const TONES = { good: 'well', alert: 'alert', none: 'unknown' } as const;
const GLYPHS = { good: 'good', alert: 'harm', none: 'none' } as const;

/** The journeys that need it most, each with its five facts; a journey stands as its worst fact does. */
export function FiveJourneys({ home, className }: { readonly home: Home; readonly className?: string | undefined }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const isWide = useIsWide(720);
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
      {isWide ? (
        <Table journeys={journeys} ws={ws} />
      ) : (
        <ul className={styles.cards}>
          {journeys.map((journey) => (
            <JourneyItem key={journey.key} journey={journey} ws={ws} />
          ))}
        </ul>
      )}
      {answered !== '' && <p className={`meta ${styles.note}`}>{answered}</p>}
    </Card>
  );
}

interface OfJourney {
  readonly journey: HomeJourney;
  readonly ws: string;
}

function Table({ journeys, ws }: { readonly journeys: Home['journeys']; readonly ws: string }) {
  return (
    <section className={styles.scroll} {...SCROLLABLE} aria-label={WORDS.table}>
      <table className={`${styles.table} ${styles.five}`}>
        <thead>
          <tr>
            <th scope="col">{WORDS.journey}</th>
            <th scope="col" className={styles.count}>
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
  );
}

function Row({ journey, ws }: OfJourney) {
  const { facts, unknown } = journey;
  return (
    <tr>
      <th scope="row">
        <Title journey={journey} ws={ws} />
      </th>
      <td>
        <Customers journey={journey} />
      </td>
      {unknown === null ? (
        facts.map((fact) => (
          <td key={fact.key}>
            <FactFigure fact={fact} journey={journey} />
          </td>
        ))
      ) : (
        <td colSpan={FACTS.length}>
          <Unknown journey={journey} ws={ws} />
        </td>
      )}
    </tr>
  );
}

/** The same on a phone: one below the other. */
function JourneyItem({ journey, ws }: OfJourney) {
  const { facts, unknown } = journey;
  return (
    <li>
      <Title journey={journey} ws={ws} />
      {unknown === null ? (
        <dl>
          <div>
            <dt>{WORDS.customers}</dt>
            <dd>
              <Customers journey={journey} />
            </dd>
          </div>
          {facts.map((fact) => (
            <div key={fact.key}>
              <dt>{fact.label}</dt>
              <dd>
                <FactFigure fact={fact} journey={journey} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <Unknown journey={journey} ws={ws} />
      )}
    </li>
  );
}

function Title({ journey: { key, title, status, words, owner }, ws }: OfJourney) {
  return (
    <>
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
    </>
  );
}

function Customers({ journey: { key, title, people, isConnected } }: Pick<OfJourney, 'journey'>) {
  if (people === null) return <span className="meta">{isConnected ? '' : WORDS.notConnected}</span>;
  return (
    <PeopleNumber behind={{ kind: 'all' }} scope={scopeOf(key)} what={`${title}: ${WORDS.customers}`}>
      {formatCount(people)}
    </PeopleNumber>
  );
}

function FactFigure({
  fact: { label, status, value, note, voices, behind },
  journey: { key, title },
}: Pick<OfJourney, 'journey'> & { readonly fact: HomeJourney['facts'][number] }) {
  return (
    <div className={styles.factCell}>
      <span className={styles[TONES[status]]}>
        <Glyph kind={GLYPHS[status]} size={11} />
        <span className="sr">{STATUS_WORDS[status]}: </span>
      </span>
      <div>
        <b>
          {voices !== null ? (
            <MoodFigures voices={voices} at={null} scope={scopeOf(key)} place={title} />
          ) : behind === null ? (
            value
          ) : (
            <PeopleNumber behind={behind} scope={scopeOf(key)} what={`${title}: ${label}`}>
              {value}
            </PeopleNumber>
          )}
        </b>
        <div className="meta">{note}</div>
      </div>
    </div>
  );
}

function Unknown({ journey: { key, title, unknown, isConnected }, ws }: OfJourney) {
  return (
    <>
      <span className="meta">{unknown}</span>{' '}
      {!isConnected && (
        <Link to="/w/$ws/journeys/$key/connect" params={{ ws, key }} className={buttonClass()}>
          <Link2 size={14} strokeWidth={1.75} aria-hidden="true" />
          {WORDS.connect}
          <span className="sr">: {title}</span>
        </Link>
      )}
    </>
  );
}

function scopeOf(key: string) {
  return { unit: 'journey', journey: { key, judgedBy: 'in-force' } } as const;
}
