import type { JourneyEntry } from '@continuo/contract';
import type { Edit, JourneyContract } from '@continuo/core';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { useOverview } from '../../../api/hooks.ts';
import { forgetJourneys, useMayEdit } from '../../../api/journeys.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Choice } from '../../../ui/field.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';
import { reviewOf } from '../review.ts';
import { CommitField } from './commit-field.tsx';
import styles from './edit.module.css';
import type { Doing } from './step-panel.tsx';

const WORDS = EDITOR_WORDS.head;
const EVERY = [28, 56, 91, 182, 364];

/** Who answers for the map, when it is looked at again, and whether it is at work: said as chips, changed behind one button. */
export function HeadPanel({
  contract,
  entries,
  where,
  act,
}: {
  readonly contract: JourneyContract;
  readonly entries: readonly JourneyEntry[];
  readonly where: { readonly ws: string; readonly key: string };
  readonly act: Doing;
}) {
  const { mayRemove } = useMayEdit();
  const [ask, setAsk] = useState<'retire' | 'remove' | null>(null);
  const set = (edit: Extract<Edit, { kind: 'set-journey' }>) => act(EDITOR_WORDS.deed.detail, [edit]);
  const { review } = contract;
  const overview = useOverview();
  const words = EDITOR_WORDS.map;
  const owners = [...new Set(entries.flatMap(({ owner }) => (owner === null ? [] : [owner])))];
  const isRetired = contract.status === 'retired';
  return (
    <span className={styles.headButton}>
      <Popover
        label={WORDS.change}
        trigger={
          <Button look="ghost">
            {contract.owner === null ? WORDS.noOwner : WORDS.owner(contract.owner)} ·{' '}
            {reviewOf(review, overview, Date.now()).words} · {words.statuses[contract.status]}
            <ChevronDown size={14} aria-hidden="true" />
          </Button>
        }
      >
        {(close) => (
          <div className={styles.headForm}>
            <CommitField
              label={words.owner}
              value={contract.owner ?? ''}
              list={owners}
              onCommit={(text) =>
                set({ kind: 'set-journey', field: 'owner', value: text.trim() === '' ? null : text.trim() })
              }
            />
            <Choice
              label={words.reviewEvery}
              value={String(review?.everyDays ?? '')}
              options={[
                { id: '', text: words.reviewNone },
                ...[...new Set([...EVERY, ...(review ? [review.everyDays] : [])])]
                  .sort((a, b) => a - b)
                  .map((days) => ({ id: String(days), text: words.reviewDays(days) })),
              ]}
              onChange={(days) =>
                set({
                  kind: 'set-journey',
                  field: 'review',
                  value: days === '' ? null : { everyDays: Number(days), nextDay: review?.nextDay ?? null },
                })
              }
            />
            {review && (
              <CommitField
                label={words.reviewNext}
                type="date"
                value={review.nextDay ?? ''}
                onCommit={(day) =>
                  set({ kind: 'set-journey', field: 'review', value: { ...review, nextDay: day === '' ? null : day } })
                }
              />
            )}
            <Choice
              label={words.status}
              value={contract.status}
              options={(['draft', 'live', 'retired'] as const).map((id) => ({ id, text: words.statuses[id] }))}
              onChange={(status) => {
                if (status !== 'retired')
                  set({ kind: 'set-journey', field: 'status', value: status as 'draft' | 'live' });
                else {
                  close();
                  setAsk('retire');
                }
              }}
            />
            <div className={styles.wrap}>
              <Button
                onPress={() => {
                  close();
                  if (isRetired) set({ kind: 'set-journey', field: 'status', value: 'live' });
                  else setAsk('retire');
                }}
              >
                {isRetired ? WORDS.unretire : WORDS.retire}
              </Button>
              {mayRemove && (
                <Button
                  onPress={() => {
                    close();
                    setAsk('remove');
                  }}
                >
                  {WORDS.remove}
                </Button>
              )}
            </div>
          </div>
        )}
      </Popover>
      {ask === 'retire' && (
        <Dialog title={WORDS.retire} onClose={() => setAsk(null)}>
          <p>{WORDS.retireAsk}</p>
          <div className={styles.actions}>
            <Button onPress={() => setAsk(null)}>{WORDS.keep}</Button>
            <Button
              look="primary"
              onPress={() => {
                set({ kind: 'set-journey', field: 'status', value: 'retired' });
                setAsk(null);
              }}
            >
              {WORDS.retire}
            </Button>
          </div>
        </Dialog>
      )}
      {ask === 'remove' && <RemoveDialog title={contract.title} where={where} onClose={() => setAsk(null)} />}
    </span>
  );
}

function RemoveDialog({
  title,
  where,
  onClose,
}: {
  readonly title: string;
  readonly where: { readonly ws: string; readonly key: string };
  readonly onClose: () => void;
}) {
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const remove = async () => {
    try {
      await client.call('removeJourney', { params: { key: where.key } });
      await forgetJourneys();
      await navigate({ to: '/w/$ws/journeys', params: { ws: where.ws } });
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <Dialog title={WORDS.remove} onClose={onClose}>
      <p>{WORDS.removeAsk(title)}</p>
      {error !== null && <ProblemBox error={error} />}
      <div className={styles.actions}>
        <Button onPress={onClose}>{WORDS.keep}</Button>
        <Button look="primary" onPress={() => void remove()}>
          {WORDS.removeGo}
        </Button>
      </div>
    </Dialog>
  );
}
