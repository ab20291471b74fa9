import type { Letter, LetterPart } from '@continuo/contract';
import { letterLinkWords } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { buttonClass } from '../../ui/button.tsx';
import { Glyph, type GlyphKind } from '../../ui/glyph.tsx';
import { parseSearch } from '../../url/search.ts';
import { LETTER_WORDS as WORDS } from '../../words/letters.ts';
import styles from './letters.module.css';

const MARKS: Readonly<Partial<Record<LetterPart['kind'], GlyphKind>>> = { worse: 'harm', better: 'good' };

/** A letter to be read, on the page and on paper. */
export function LetterView({ letter }: { readonly letter: Letter }) {
  const { lead, parts, foot } = letter;
  return (
    <article className={styles.letter}>
      <p className={styles.lead}>{lead}</p>
      {parts.map((part) => (
        <Part key={part.kind} part={part} />
      ))}
      <p className="meta">{foot}</p>
    </article>
  );
}

function Part({ part }: { readonly part: LetterPart }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { kind, heading, text, detail, owner, next, path } = part;
  const more = [detail, owner === null ? '' : WORDS.owner(owner), next === '' ? '' : WORDS.nextStep(next)]
    .filter((one) => one !== '')
    .join(' ');
  const mark = MARKS[kind];
  return (
    <section className={styles.part}>
      <h2>
        {mark !== undefined && path !== null && (
          <span className={styles[mark]}>
            <Glyph kind={mark} />
          </span>
        )}{' '}
        {heading}
      </h2>
      <p className={styles.text}>{text}</p>
      {more !== '' && <p>{more}</p>}
      {path !== null && (
        <Link
          to={`/w/${ws}/${path.split('?')[0]}` as '/'}
          search={parseSearch(path.split('?')[1] ?? '') as never}
          className={`${buttonClass('link')} ${styles.noPrint}`}
        >
          {letterLinkWords(path)}
          <span className="sr">: {heading}</span>
        </Link>
      )}
    </section>
  );
}
