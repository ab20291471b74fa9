import type { Journey } from '@continuo/contract';
import { formatDay, type MapView } from '@continuo/diagram';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { History, MonitorPlay, Pencil } from 'lucide-react';
import { useOverview } from '../../../api/hooks.ts';
import { useMay } from '../../../api/session.ts';
import { PageHead } from '../../../app/page-head.tsx';
import { useCommand } from '../../../commands/live.ts';
import { ShareButton } from '../../../diagrams/share-button.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import type { MapSearch } from '../../../url/search.ts';
import { MAP_WORDS as WORDS } from '../../../words/map.ts';
import { ExportMap } from './export-map.tsx';
import styles from './map-page.module.css';
import { reviewOf } from './review.ts';
import { StatusChip } from './status-chip.tsx';
import type { Side } from './use-side.ts';

/** Title, how it stands, who answers for it, and what can be done. */
export function MapHead({
  journey,
  view,
  side,
  search,
  hasActions,
}: {
  readonly journey: Journey;
  readonly view: MapView | null;
  readonly side: Side;
  readonly search: MapSearch;
  /** False: they stand elsewhere. */
  readonly hasActions: boolean;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  return (
    <PageHead
      title={journey.title}
      isSmall
      before={{
        text: WORDS.journeys,
        link: (
          <Link to="/w/$ws/journeys" params={{ ws }}>
            {WORDS.journeys}
          </Link>
        ),
      }}
      after={<Chips journey={journey} view={view} />}
      actions={hasActions && <MapActions journey={journey} side={side} search={search} />}
    />
  );
}

/** Present, share, export, edit. */
export function MapActions({
  journey,
  side,
  search,
}: {
  readonly journey: Journey;
  readonly side: Side;
  readonly search: MapSearch;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { key } = journey;
  const navigate = useNavigate();
  const mayEdit = useMay('editor');
  const { from, to, f, judged, layer } = search;
  const present = () =>
    void navigate({ to: '/w/$ws/journeys/$key/present', params: { ws, key }, search: { from, to, f, judged, layer } });
  const edit = () => void navigate({ to: '/w/$ws/journeys/$key/edit', params: { ws, key } } as never);
  useCommand('map.present', present);
  useCommand('map.edit', edit, mayEdit);
  return (
    <>
      <Button onPress={present}>
        <MonitorPlay size={14} strokeWidth={1.75} aria-hidden="true" />
        {WORDS.present}
      </Button>
      <ShareButton />
      <ExportMap journey={journey} scope={side.scope} layer={layer ?? 'both'} />
      {mayEdit ? (
        <Button look="primary" onPress={edit}>
          <Pencil size={14} strokeWidth={1.75} aria-hidden="true" />
          {WORDS.edit}
        </Button>
      ) : (
        <span className={`meta ${styles.mayNot}`}>{WORDS.mayNotEdit}</span>
      )}
    </>
  );
}

function Chips({ journey, view }: { readonly journey: Journey; readonly view: MapView | null }) {
  const { workspace, dataAsOfMs } = useOverview();
  const { timeZone } = workspace;
  const newest = journey.versions[0];
  const review = reviewOf(journey.review?.nextDay ?? null, dataAsOfMs ?? Date.now(), timeZone);
  return (
    <span className={styles.chips}>
      {view?.status && <StatusChip status={view.status.kind} words={view.status.words} />}
      <Chip>
        <History size={11} strokeWidth={2} aria-hidden="true" />
        {newest === undefined
          ? WORDS.draftOnly
          : WORDS.version(newest.version, formatDay(newest.publishedMs, timeZone).split(' ').slice(1).join('\u00a0'))}
      </Chip>
      {journey.status === 'retired' && <Chip>{WORDS.retired}</Chip>}
      {newest !== undefined && journey.hasChanges && <Chip>{WORDS.hasChanges}</Chip>}
      <Chip>{journey.owner === null ? WORDS.nobody : WORDS.owner(journey.owner)}</Chip>
      {review === null ? (
        <Chip>{WORDS.noReview}</Chip>
      ) : review.isOverdue ? (
        <Chip tone="watch">{WORDS.overdue(review.words)}</Chip>
      ) : (
        <Chip>{WORDS.nextReview(review.words)}</Chip>
      )}
    </span>
  );
}
