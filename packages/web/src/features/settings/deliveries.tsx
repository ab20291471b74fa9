import type { WebhookDelivery } from '@continuo/contract';
import { formatDateTime } from '@continuo/diagram';
import { useMutation, useQuery } from '@tanstack/react-query';
import { client, queryClient } from '../../api/client.ts';
import { useOverview } from '../../api/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { WEBHOOK_WORDS as WORDS } from '../../words/settings.ts';
import { Refusal } from '../accounts/refusal.tsx';
import styles from './settings.module.css';

const TONES = { sent: 'good', waiting: 'plain', gave_up: 'watch' } as const;
const SAYS = WORDS.delivery;

/** What was sent to a webhook last, and how it went. */
export function Deliveries({ id }: { readonly id: number }) {
  const { data, error } = useQuery({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: ({ signal }) => client.call('deliveries', { params: { id }, signal }),
    staleTime: 0,
  });
  if (error) return <Refusal error={error} />;
  if (!data) return <Skeleton lines={2} />;
  if (data.length === 0) return <p className="meta">{WORDS.noDeliveries}</p>;
  return (
    <ul aria-label={WORDS.actions.deliveries}>
      {data.map((delivery) => (
        <Delivery key={delivery.id} webhook={id} delivery={delivery} />
      ))}
    </ul>
  );
}

function Delivery({ webhook, delivery }: { readonly webhook: number; readonly delivery: WebhookDelivery }) {
  const { timeZone } = useOverview().workspace;
  const { id, type, status, attempts, createdMs, nextMs, answer, error } = delivery;
  const again = useMutation({
    mutationFn: () => client.call('sendAgain', { params: { id: webhook, delivery: id }, body: {} }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['webhooks', webhook, 'deliveries'] }),
  });
  const facts = [
    formatDateTime(createdMs, timeZone),
    SAYS.tries(attempts),
    ...(answer === null ? [] : [SAYS.answer(answer)]),
    ...(nextMs === null ? [] : [SAYS.next(formatDateTime(nextMs, timeZone))]),
  ];
  return (
    <li className={styles.delivery}>
      <div>
        {WORDS.types[type as keyof typeof WORDS.types] ?? WORDS.test}
        <div className="meta">{facts.join(' · ')}</div>
        {error !== null && <div className="meta">{error}</div>}
        <Refusal error={again.error} />
      </div>
      <Chip tone={TONES[status]}>{SAYS[status]}</Chip>
      {status === 'gave_up' && (
        <Button look="ghost" isDisabled={again.isPending} onPress={() => again.mutate()}>
          {WORDS.actions.again}
        </Button>
      )}
    </li>
  );
}
