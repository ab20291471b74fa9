import type { Import } from '@continuo/contract';
import { formatDateTime } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { useImports, useOverview } from '../../api/hooks.ts';
import { useMay } from '../../api/session.ts';
import { formatBytes } from '../../format/bytes.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip, type ChipTone } from '../../ui/chip.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DENIED_WORDS, IMPORTS_WORDS as WORDS } from '../../words/data.ts';
import styles from './data.module.css';
import { DataHead } from './data-head.tsx';
import { DropFile } from './drop-file.tsx';
import { ImportProgress } from './import-progress.tsx';

/** Bring a file, and see what became of the earlier ones. */
export function ImportsPage() {
  const { data, error, refetch } = useImports();
  const mayImport = useMay('operator');
  return (
    <>
      <DataHead title={WORDS.title} />
      <div className={styles.page}>
        {mayImport ? <DropFile /> : <p className="meta">{DENIED_WORDS.import}</p>}
        <Card title={WORDS.list}>
          {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Skeleton lines={4} />}
          {data?.length === 0 && <p className="meta">{WORDS.none}</p>}
          <ul>
            {data?.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}

const TONES: Readonly<Record<Import['status'], ChipTone>> = {
  draft: 'watch',
  waiting: 'plain',
  running: 'accent',
  building: 'accent',
  done: 'good',
  failed: 'watch',
  cancelled: 'plain',
};

function Row({ one }: { readonly one: Import }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { timeZone } = useOverview().workspace;
  return (
    <li className={styles.row}>
      <div>
        <b>{one.file}</b>
        <div className="meta">
          {formatBytes(one.bytes)}, {formatDateTime(one.createdMs, timeZone)}
        </div>
      </div>
      <span>
        <Chip tone={TONES[one.status]}>{WORDS.status[one.status]}</Chip>
      </span>
      <ImportProgress one={one} />
      <Link
        to="/w/$ws/data/imports/$id"
        params={{ ws, id: String(one.id) }}
        className={buttonClass(one.status === 'draft' ? 'primary' : 'plain')}
      >
        {one.status === 'draft' ? WORDS.check : WORDS.open}
        <span className="sr">: {one.file}</span>
      </Link>
    </li>
  );
}
