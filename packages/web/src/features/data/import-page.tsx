import type { Import } from '@continuo/contract';
import { formatCount } from '@continuo/diagram';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { client, queryClient } from '../../api/client.ts';
import { useImport } from '../../api/hooks.ts';
import { useMay } from '../../api/session.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DENIED_WORDS, IMPORTS_WORDS as WORDS } from '../../words/data.ts';
import styles from './data.module.css';
import { DataHead } from './data-head.tsx';
import { ImportProgress } from './import-progress.tsx';
import { MappingEditor } from './mapping-editor.tsx';

/** One import, from "what is what" to what came of it. */
export function ImportPage() {
  const { ws, id } = useParams({ from: '/w/$ws/shell/data/imports/$id' });
  const { data, error, refetch } = useImport(Number(id));
  return (
    <>
      <DataHead title={data?.file ?? WORDS.title} />
      <div className={styles.page}>
        {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={6} />}
        {data?.status === 'draft' && data.preview && <MappingEditor one={data} preview={data.preview} />}
        {data && data.status !== 'draft' && <Outcome one={data} />}
        <div className={styles.actions}>
          <Link to="/w/$ws/data/imports" params={{ ws }} className={buttonClass('link')}>
            {WORDS.back}
          </Link>
          {data && !isUnderWay(data) && <Remove one={data} />}
        </div>
      </div>
    </>
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function isUnderWay(one: Import): boolean {
  return one.status === 'waiting' || one.status === 'running' || one.status === 'building';
}

function Outcome({ one }: { readonly one: Import }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const cancel = useMutation({
    mutationFn: () => client.call('cancelImport', { params: { id: one.id } }),
    onSuccess: (next) => queryClient.setQueryData(['import', one.id], next),
  });
  const mayImport = useMay('operator');
  const isDone = one.status === 'done';
  const isSaid = one.mapping !== null && (one.mapping.score !== null || one.mapping.text !== null);
  // Everything that was asked before the import is old.
  useEffect(() => {
    if (isDone) void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'import' });
  }, [isDone]);
  return (
    <Card title={capital(WORDS.status[one.status])} note={one.file}>
      <div className={styles.fields}>
        {one.status === 'failed' ? (
          <div className={styles.error}>
            <p>{one.error}</p>
            <Link to="/w/$ws/data/imports" params={{ ws }} className={buttonClass()}>
              {WORDS.again}
            </Link>
          </div>
        ) : (
          <ImportProgress one={one} />
        )}
        {isUnderWay(one) && mayImport && (
          <div className={styles.actions}>
            <Button onPress={() => cancel.mutate()} isDisabled={cancel.isPending}>
              {WORDS.cancel}
            </Button>
            <span className="meta">{WORDS.leave}</span>
          </div>
        )}
        {one.notes.map((note) => (
          <p key={note} className="meta">
            {note}
          </p>
        ))}
        {one.hasRejects && mayImport && (
          <p>
            <a href={client.fileUrl('rejects', { id: one.id })} download className={buttonClass('link')}>
              {WORDS.rejects}
            </a>
          </p>
        )}
        {isDone && (
          <>
            {!one.hasRejects && <p className="meta">{WORDS.noRejects}</p>}
            <div className={styles.actions}>
              {isSaid && (
                <Link to="/w/$ws/feedback" params={{ ws }} className={buttonClass('primary')}>
                  {WORDS.said}
                </Link>
              )}
              <Link to="/w/$ws/paths/graph" params={{ ws }} className={buttonClass(isSaid ? 'plain' : 'primary')}>
                {WORDS.see}
              </Link>
              <Link to="/w/$ws/customers" params={{ ws }} className={buttonClass()}>
                {WORDS.people}
              </Link>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}

/** Removing asks once, in place. */
function Remove({ one }: { readonly one: Import }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const navigate = useNavigate();
  const [isSure, setSure] = useState(false);
  const isGranted = useMay('admin');
  const remove = useMutation({
    mutationFn: () => client.call('removeImport', { params: { id: one.id } }),
    onSuccess: async () => {
      await navigate({ to: '/w/$ws/data/imports', params: { ws } });
      await queryClient.invalidateQueries();
    },
  });
  if (!isGranted) return <span className="meta">{DENIED_WORDS.remove}</span>;
  if (!isSure) {
    return (
      <Button look="ghost" onPress={() => setSure(true)}>
        {WORDS.remove}
      </Button>
    );
  }
  return (
    <span className={styles.actions} role="alert">
      {WORDS.removeSure(formatCount(one.eventsStored))}
      <Button isDisabled={remove.isPending} onPress={() => remove.mutate()}>
        {WORDS.removeYes}
      </Button>
      <Button look="primary" onPress={() => setSure(false)}>
        {WORDS.keep}
      </Button>
      {remove.error && <ProblemBox error={remove.error} />}
    </span>
  );
}
