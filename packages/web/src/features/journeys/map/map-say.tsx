import { MAP_DEFINITIONS, type MapFact, type MapView } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { memo } from 'react';
import { AboutThis } from '../../../ui/about.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import type { MapSearch } from '../../../url/search.ts';
import { MAP_WORDS as WORDS } from '../../../words/map.ts';
import { FeltFigures } from './felt-figures.tsx';
import { FigureButton, ToneParts } from './figures.tsx';
import styles from './map-say.module.css';

const GLYPHS = { good: 'good', alert: 'harm', none: 'none' } as const;

/** What the map says in a few sentences, and the five facts. */
export const MapSay = memo(function MapSay({ view, search }: { readonly view: MapView; readonly search: MapSearch }) {
  return (
    <div className={styles.say}>
      <div className={styles.words}>
        <p className={styles.lead}>{view.sentence.lead}</p>
        <p>
          <ToneParts parts={view.sentence.rest} />
        </p>
      </div>
      {view.facts.length > 0 && (
        <ul className={styles.facts} aria-label={WORDS.facts}>
          {view.facts.map((fact) => (
            <Fact key={fact.key} fact={fact} search={search} />
          ))}
        </ul>
      )}
    </div>
  );
});

function Fact({ fact, search }: { readonly fact: MapFact; readonly search: MapSearch }) {
  const { label, status, note, figure } = fact;
  return (
    <li className={styles.fact}>
      <span className={styles.name}>
        <span className={styles[status]}>
          <Glyph kind={GLYPHS[status]} />
        </span>
        {label}
        {figure && (
          <AboutThis
            name={label}
            means={MAP_DEFINITIONS[figure.definition]}
            limits={figure.sure && WORDS.sure(figure.sure)}
          />
        )}
      </span>
      <span className={styles.value}>
        <Value fact={fact} search={search} />
      </span>
      <span className={styles.note}>{note}</span>
    </li>
  );
}

function Value({ fact, search }: { readonly fact: MapFact; readonly search: MapSearch }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { key } = useParams({ strict: false });
  const { voices, figure, value, label } = fact;
  if (voices) return <FeltFigures voices={voices} size={17} />;
  if (fact.key === 'steady' && figure !== null && key !== undefined) {
    const { from, to, f, judged } = search;
    return (
      <Link
        to="/w/$ws/journeys/$key/gaps"
        params={{ ws, key }}
        search={{ from, to, f, judged }}
        className={styles.link}
      >
        {value}
      </Link>
    );
  }
  if (figure === null) return <span className={styles.unknown}>{value}</span>;
  return <FigureButton figure={{ text: value, behind: figure.behind }} what={WORDS.fact(label, value)} />;
}
