import type { Letter } from '@continuo/contract';
import { formatDate } from '@continuo/diagram';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { client } from '../../api/client.ts';
import { PageHead } from '../../app/page-head.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { LETTER_WORDS as WORDS } from '../../words/letters.ts';
import { LetterView } from './letter-view.tsx';
import styles from './letters.module.css';

const FORMATS = ['pdf', 'md', 'json'] as const;

/** One letter, readable and printable; `now` instead of a Monday: as it would be written now. */
export function LetterPage() {
  const { ws, week } = useParams({ from: '/w/$ws/shell/letters/$week' });
  const { scope = 'workspace', key = '' } = useSearch({ from: '/w/$ws/shell/letters/$week' });
  const query = { scope, key };
  const { data, error, refetch } = useQuery<Letter>({
    queryKey: ['letter', week, query],
    queryFn: ({ signal }) => client.call('letter', { params: { week }, query, signal }),
  });
  return (
    <>
      <PageHead
        isSmall
        before={{
          text: WORDS.title,
          link: (
            <Link to="/w/$ws/letters" params={{ ws }}>
              {WORDS.title}
            </Link>
          ),
        }}
        title={data?.title ?? WORDS.title}
        after={data && <Chip>{week === 'now' ? WORDS.now : formatDate(Date.parse(data.week), 'UTC')}</Chip>}
        actions={
          <>
            {FORMATS.map((format) => (
              <a
                key={format}
                className={buttonClass()}
                href={client.fileUrl('letterFile', { week }, { ...query, format })}
                download
              >
                {WORDS.formats[format]}
              </a>
            ))}
            <Button onPress={() => window.print()}>
              <Printer size={14} strokeWidth={1.75} aria-hidden="true" />
              {WORDS.print}
            </Button>
          </>
        }
      />
      <div className={styles.one}>
        {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={12} />}
        {data && week === 'now' && <p className="meta">{WORDS.nowSays}</p>}
        {data && <LetterView letter={data} />}
      </div>
    </>
  );
}
