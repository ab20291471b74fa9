import type { TeamCard } from '@continuo/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { client } from '../../api/client.ts';
import { PageHead } from '../../app/page-head.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FeltCounts } from '../../ui/felt-counts.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { LETTER_WORDS, CARD_WORDS as WORDS } from '../../words/letters.ts';
import styles from './letters.module.css';

/** What a team touches, on one page or phone; no names. */
export function CardPage() {
  const { ws, team } = useParams({ from: '/w/$ws/shell/letters/card/$team' });
  const { data, error, refetch } = useQuery({
    queryKey: ['team-card', team],
    queryFn: ({ signal }) => client.call('teamCard', { params: { team }, signal }),
  });
  return (
    <>
      <PageHead
        title={WORDS.title(team)}
        before={{
          text: LETTER_WORDS.title,
          link: (
            <Link to="/w/$ws/letters" params={{ ws }}>
              {LETTER_WORDS.title}
            </Link>
          ),
        }}
        actions={
          <Button onPress={() => window.print()}>
            <Printer size={14} strokeWidth={1.75} aria-hidden="true" />
            {LETTER_WORDS.print}
          </Button>
        }
      />
      <div className={styles.one}>
        {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={12} />}
        {data && <CardView card={data} />}
      </div>
    </>
  );
}

function CardView({ card }: { readonly card: TeamCard }) {
  const { touchpoints, loved, mend, staff, link, qr, dataUpTo } = card;
  return (
    <article className={styles.letter}>
      <p className={styles.lead}>{WORDS.lead}</p>
      <section className={styles.part}>
        <h2>{WORDS.touchpoints}</h2>
        {touchpoints.length === 0 && <p className="meta">{WORDS.none}</p>}
        <ul>
          {touchpoints.map(({ journey, journeyTitle, step, title, status, words, got, voices, felt }) => (
            <li key={`${journey} ${step}`} className={styles.touchpoint}>
              <div>
                <b>{title}</b> <span className="meta">{journeyTitle}</span>
                <p>{got}</p>
                <p className="meta">
                  {voices.unhappy + voices.neutral + voices.happy > 0 && <FeltCounts {...voices} />} {felt}
                </p>
              </div>
              <Chip tone={status === 'alert' ? 'harm' : status === 'good' ? 'good' : 'plain'}>
                {status === 'none' && <Glyph kind="none" />}
                {words}
              </Chip>
            </li>
          ))}
        </ul>
      </section>
      <div className={styles.two}>
        <section className={styles.part}>
          <h2>{WORDS.loved}</h2>
          <p className={styles.text}>{loved ?? WORDS.noLoved}</p>
        </section>
        <section className={styles.part}>
          <h2>{WORDS.mend}</h2>
          <p className={styles.text}>{mend ?? WORDS.noMend}</p>
        </section>
      </div>
      <section className={`${styles.part} ${styles.ask}`}>
        <img className={styles.qr} src={`data:image/svg+xml,${encodeURIComponent(qr)}`} alt={WORDS.qr} />
        <div>
          <h2>{WORDS.question}</h2>
          <p>{WORDS.scan}</p>
          <a href={link} className={`${buttonClass('link')} ${styles.noPrint}`}>
            {WORDS.link}
          </a>
        </div>
      </section>
      <section className={`${styles.part} ${styles.noPrint}`}>
        <h2>{WORDS.staff}</h2>
        <p className="meta">{staff.says}</p>
        <ul className={styles.staff}>
          {[...staff.answers.entries()].map(([at, answer]) => (
            <li key={at}>{answer}</li>
          ))}
        </ul>
      </section>
      <p className="meta">{dataUpTo}</p>
    </article>
  );
}
