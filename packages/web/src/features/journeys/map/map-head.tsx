import type { Journey, JourneyVersion } from '@continuo/contract';
import { formatDayNear, type MapView } from '@continuo/diagram';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { History, MonitorPlay, Pencil } from 'lucide-react';
import { memo } from 'react';
import { type AskScope, useOverview } from '../../../api/hooks.ts';
import { useMay } from '../../../api/session.ts';
import { useToday } from '../../../api/use-today.ts';
import { PageHead } from '../../../app/page-head.tsx';
import { useCommand } from '../../../commands/live.ts';
import { ShareButton } from '../../../diagrams/share-button.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import type { MapSearch } from '../../../url/search.ts';
import { MAP_WORDS as WORDS } from '../../../words/map.ts';
import { reviewOf } from '../review.ts';
import { ExportMap } from './export-map.tsx';
import styles from './map-page.module.css';
import { StatusChip } from './status-chip.tsx';

/** Title, how it stands, who answers for it, and what can be done. */
export const MapHead = memo(function MapHead({
  journey,
  view,
  scope,
  search,
  hasActions,
}: {
  readonly journey: Journey;
  readonly view: MapView | null;
  readonly scope: AskScope;
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
      actions={hasActions && <MapActions journey={journey} scope={scope} search={search} />}
    />
  );
});

/** Present, share, export, edit. */
export function MapActions({
  journey,
  scope,
  search,
}: {
  readonly journey: Journey;
  readonly scope: AskScope;
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
      <ExportMap journey={journey} scope={scope} layer={layer ?? 'both'} />
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
  const overview = useOverview();
  const todayMs = useToday();
  const newest = journey.versions[0];
  const review = reviewOf(journey.review, overview, Date.now());
  return (
    <span className={styles.chips}>
      {view?.status && <StatusChip status={view.status.kind} words={view.status.words} />}
      <Chip>
        <History size={11} strokeWidth={2} aria-hidden="true" />
        {newest === undefined ? WORDS.draftOnly : versionWords(newest, overview.workspace.timeZone, todayMs)}
      </Chip>
      {journey.status === 'retired' && <Chip>{WORDS.retired}</Chip>}
      {newest !== undefined && journey.hasChanges && <Chip>{WORDS.hasChanges}</Chip>}
      <Chip>{journey.owner === null ? WORDS.nobody : WORDS.owner(journey.owner)}</Chip>
      {review.kind === 'overdue' ? <Chip tone="watch">{review.words}</Chip> : <Chip>{review.words}</Chip>}
    </span>
  );
}

/** The newest version and since when it is in force, or from when; the first one holds for all that was before, too. */
function versionWords({ version, fromMs }: JourneyVersion, timeZone: string, todayMs: number): string {
  if (fromMs === null) return WORDS.version(version);
  // Without the day of the week: it tells nothing here.
  const day = formatDayNear(fromMs, timeZone, todayMs).split(' ').slice(1).join('\u00a0');
  return fromMs > Date.now() ? WORDS.versionFrom(version, day) : WORDS.versionSince(version, day);
}
