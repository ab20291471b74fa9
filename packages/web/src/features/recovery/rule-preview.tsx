import type { CallbackPreview } from '@continuo/contract';
import type { CallbackRule } from '@continuo/core';
import { formatCount, formatDate } from '@continuo/diagram';
import { useMutation } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { CALLBACK_RULES_WORDS } from '../../words/callback-rules.ts';
import { Refusal } from '../accounts/refusal.tsx';
import styles from './rules.module.css';

const WORDS = CALLBACK_RULES_WORDS.preview;

/** What a rule would have opened in the last 28 days, before it is kept; gone as soon as the rule is another. */
export function RulePreview({ rule, isWhole }: { readonly rule: CallbackRule; readonly isWhole: boolean }) {
  const asked = JSON.stringify(rule.when);
  const look = useMutation({
    mutationFn: async () => ({ asked, found: await client.call('previewCallbackRule', { body: rule as never }) }),
  });
  return (
    <div>
      <Button isDisabled={look.isPending || !isWhole} onPress={() => look.mutate()}>
        {WORDS.action}
      </Button>
      <Refusal error={look.error} />
      <div role="status">{look.data?.asked === asked && <Found found={look.data.found} />}</div>
    </div>
  );
}

function Found({ found: { people, moments, anonymous, byDay } }: { readonly found: CallbackPreview }) {
  const most = byDay.reduce((top, one) => (one.moments > top.moments ? one : top), { day: '', moments: 0 });
  return (
    <div className={styles.preview}>
      <p>
        <b>{WORDS.people(formatCount(people))}</b> {moments > people && WORDS.moments(formatCount(moments))}{' '}
        {anonymous > 0 && WORDS.anonymous(formatCount(anonymous))}
      </p>
      {most.moments > 0 && (
        <>
          <div className={styles.bars} aria-hidden="true">
            {byDay.map(({ day, moments: n }) => (
              <i
                key={day}
                title={WORDS.day(formatDate(Date.parse(day), 'UTC'), formatCount(n))}
                style={{ height: `${Math.max(n === 0 ? 0 : 4, (100 * n) / most.moments)}%` }}
              />
            ))}
          </div>
          <p className="meta">
            {WORDS.days}. {WORDS.most(formatCount(most.moments), formatDate(Date.parse(most.day), 'UTC'))}
          </p>
        </>
      )}
    </div>
  );
}
