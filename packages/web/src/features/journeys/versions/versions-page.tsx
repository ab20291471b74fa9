import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { client } from '../../../api/client.ts';
import { journeyQuery, useMayEdit } from '../../../api/journeys.ts';
import { PageHead } from '../../../app/page-head.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Choice } from '../../../ui/field.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { JOURNEYS_WORDS } from '../../../words/journeys.ts';
import { Compared } from './compared.tsx';
import { VersionList } from './version-list.tsx';
import styles from './versions.module.css';

const WORDS = JOURNEYS_WORDS.versions;

/** What was published when and why, what two of them say differently, and the way back to one of them. */
export function VersionsPage() {
  const { ws, key } = useParams({ from: '/w/$ws/shell/journeys/$key/versions' });
  const search = useSearch({ from: '/w/$ws/shell/journeys/$key/versions' });
  const navigate = useNavigate();
  const { mayEdit } = useMayEdit();
  const { data: journey, error, refetch } = useQuery(journeyQuery(key));
  const versions = journey?.versions ?? [];
  const newest = versions[0]?.version ?? 1;
  const usual = journey?.hasChanges ? ('draft' as const) : newest;
  const now = search.now ?? usual;
  const old = search.old ?? (usual === 'draft' ? newest : Math.max(1, newest - 1));
  const change = (next: { readonly old?: number; readonly now?: number | 'draft' }) =>
    void navigate({
      to: '/w/$ws/journeys/$key/versions',
      params: { ws, key },
      search: { old, now, ...next },
      resetScroll: false,
    });
  const before = useVersion(key, old, versions.length > 0);
  const after = useVersion(key, now === 'draft' ? newest : now, versions.length > 0);
  const contract = now === 'draft' ? journey?.draft : after.data?.contract;
  const options = versions.map(({ version, note }) => ({
    id: String(version),
    text: note === '' ? WORDS.version(version) : `${WORDS.version(version)}: ${note}`,
  }));
  return (
    <>
      <PageHead
        title={WORDS.title}
        isSmall
        before={{
          text: JOURNEYS_WORDS.title,
          link: (
            <Link to="/w/$ws/journeys/$key" params={{ ws, key }}>
              {journey?.title ?? JOURNEYS_WORDS.title}
            </Link>
          ),
        }}
        actions={
          mayEdit && (
            <Link to="/w/$ws/journeys/$key/edit" params={{ ws, key }} className={buttonClass()}>
              {WORDS.edit}
            </Link>
          )
        }
      />
      <div className={styles.page}>
        {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
        {!journey && !error && <Skeleton height={240} />}
        {journey && versions.length === 0 && (
          <Empty title={WORDS.none} says={WORDS.noneSays}>
            {mayEdit && (
              <Link to="/w/$ws/journeys/$key/edit" params={{ ws, key }} className={buttonClass('primary')}>
                {WORDS.edit}
              </Link>
            )}
          </Empty>
        )}
        {journey && versions.length > 0 && (
          <>
            <Card title={WORDS.list}>
              <VersionList journey={journey} where={{ ws, key }} mayEdit={mayEdit} />
            </Card>
            {(versions.length > 1 || journey.hasChanges) && (
              <Card title={WORDS.compare}>
                <div className={styles.pair}>
                  <Choice
                    label={WORDS.old}
                    value={String(old)}
                    options={options}
                    onChange={(id) => change({ old: Number(id) })}
                  />
                  <Choice
                    label={WORDS.now}
                    value={String(now)}
                    options={[{ id: 'draft', text: WORDS.draft }, ...options]}
                    onChange={(id) => change({ now: id === 'draft' ? 'draft' : Number(id) })}
                  />
                </div>
                {before.error && <ProblemBox error={before.error} onRetry={() => void before.refetch()} />}
                {before.data && contract ? (
                  <Compared old={before.data.contract} now={contract} />
                ) : (
                  <Skeleton lines={4} />
                )}
              </Card>
            )}
          </>
        )}
      </div>
    </>
  );
}

/** A version as it was published; it never changes. */
function useVersion(key: string, version: number, isOn: boolean) {
  return useQuery({
    queryKey: ['journey-version', key, version],
    queryFn: ({ signal }) => client.call('journeyVersion', { params: { key, version }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isOn,
  });
}
