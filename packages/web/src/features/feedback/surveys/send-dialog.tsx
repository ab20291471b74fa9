import type { SurveyShown } from '@continuo/contract';
import { formatCount } from '@continuo/diagram';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../../api/client.ts';
import { channelName } from '../../../ui/channel-mark.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Choice, ChoiceChips } from '../../../ui/field.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { SurveySearch } from '../../../url/search.ts';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import { CopyBox } from './copy-box.tsx';
import { QrSheet } from './qr-sheet.tsx';
import { SendEmail } from './send-email.tsx';
import styles from './surveys.module.css';

const WORDS = SURVEYS_WORDS.send;
const WAYS = ['link', 'qr', 'email', 'snippet'] as const;
type Way = (typeof WAYS)[number];

/** The ways to customers: a link, its QR code, e-mails, and a snippet for a page of one's own. */
export function SendDialog({
  shown,
  way,
  channel,
  onChange,
  onClose,
}: {
  readonly shown: SurveyShown;
  readonly way: Way;
  readonly channel: SurveySearch['channel'];
  readonly onChange: (change: SurveySearch) => void;
  readonly onClose: () => void;
}) {
  const { survey, counts, status } = shown;
  const { data, error, refetch } = useQuery({
    queryKey: ['survey-links', survey.key],
    queryFn: ({ signal }) => client.call('surveyLinks', { params: { key: survey.key }, signal }),
  });
  const usual = way === 'qr' ? 'letter' : 'web';
  const link = data?.links.find((one) => one.channel === (channel ?? usual));
  return (
    <Dialog title={WORDS.title} onClose={onClose} place="side">
      <div className={styles.send}>
        {status !== 'open' && <p className={styles.wrong}>{WORDS.notOpen}</p>}
        <ChoiceChips
          label={WORDS.ways}
          value={way}
          options={WAYS.map((id) => ({ id, text: WORDS.way[id] }))}
          onChange={(id) => onChange({ send: id as Way, channel: undefined })}
        />
        {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={4} />}
        {data && (way === 'link' || way === 'qr') && (
          <Choice
            label={WORDS.channel}
            value={channel ?? usual}
            options={data.links.map((one) => ({ id: one.channel, text: channelName(one.channel) }))}
            onChange={(id) => onChange({ channel: id as SurveySearch['channel'] })}
          />
        )}
        {way === 'link' && link && <CopyBox label={WORDS.link} text={link.url} says={WORDS.linkSays} />}
        {way === 'qr' && link && <QrSheet survey={survey} channel={link.channel} />}
        {way === 'email' && <SendEmail survey={survey} isOpen={status === 'open'} />}
        {way === 'snippet' && data && (
          <CopyBox label={WORDS.snippet} text={data.snippet} says={WORDS.snippetSays} lines={5} />
        )}
        {counts.invited > 0 && (
          <p className="meta">
            {WORDS.counts(
              formatCount(counts.invited),
              formatCount(counts.delivered),
              formatCount(counts.opened),
              formatCount(counts.answered),
            )}
          </p>
        )}
      </div>
    </Dialog>
  );
}
