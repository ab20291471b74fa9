import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { Card } from '../../ui/card.tsx';
import { Columns } from '../../ui/columns.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { WEBHOOK_WORDS as WORDS } from '../../words/settings.ts';
import { DataHead } from '../data/data-head.tsx';
import { MailCard } from './mail-card.tsx';
import { MakeWebhook } from './make-webhook.tsx';
import { WebhookRow } from './webhook-row.tsx';

/** Who is told by webhook, how the last deliveries went, and how e-mails stand. */
export function WebhooksPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks'],
    queryFn: ({ signal }) => client.call('webhooks', { signal }),
  });
  return (
    <>
      <DataHead title={WORDS.title} note={WORDS.note} />
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} />}
      {data && (
        <Columns
          beside={
            <>
              <MakeWebhook />
              <MailCard />
            </>
          }
        >
          <Card title={WORDS.list}>
            {data.length === 0 && <p className="meta">{WORDS.none}</p>}
            {data.length > 0 && (
              <ul>
                {data.map((webhook) => (
                  <WebhookRow key={webhook.id} webhook={webhook} />
                ))}
              </ul>
            )}
          </Card>
        </Columns>
      )}
    </>
  );
}
