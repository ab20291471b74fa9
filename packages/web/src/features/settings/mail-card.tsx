import { formatCount } from '@continuo/diagram';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { Card } from '../../ui/card.tsx';
import { MAIL_WORDS as WORDS } from '../../words/settings.ts';

/** Whether a mail server is set, and how e-mails stand. */
export function MailCard() {
  const { data } = useQuery({
    queryKey: ['mail'],
    queryFn: ({ signal }) => client.call('mailState', { signal }),
  });
  if (!data) return null;
  const { isSet, waiting, sent, gaveUp, lastError } = data;
  return (
    <Card title={WORDS.title}>
      <p>{isSet ? WORDS.isSet : WORDS.notSet}</p>
      {!isSet && <p className="meta">{WORDS.how}</p>}
      <p>{WORDS.counts(formatCount(waiting), formatCount(sent), formatCount(gaveUp))}</p>
      {lastError !== null && <p className="meta">{WORDS.last(lastError)}</p>}
    </Card>
  );
}
