import type { JourneyEntry } from '@continuo/contract';
import { formatTime } from '@continuo/diagram';
import { useQuery } from '@tanstack/react-query';
import { PanelRight } from 'lucide-react';
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useOverview } from '../../../api/hooks.ts';
import { journeyQuery, useJourneys } from '../../../api/journeys.ts';
import { useIsWide } from '../../../app/use-is-wide.ts';
import { useCommand } from '../../../commands/live.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Empty } from '../../../ui/empty.tsx';
import { EDITOR_WORDS as WORDS } from '../../../words/map-editor.ts';
import { addLane, addStage, addStep } from './deeds.ts';
import type { DraftStore, SaveState } from './draft-store.ts';
import styles from './edit.module.css';
import { initialsOf } from './edit-cells.tsx';
import { EditGrid } from './edit-grid.tsx';
import { EditHead } from './edit-head.tsx';
import { EditTools, type Tool } from './edit-tools.tsx';
import { GridMenu, MoveDialog } from './grid-menu.tsx';
import { LaneDialog } from './lane-dialog.tsx';
import type { Spot } from './spot.ts';
import { steadyWords } from './steady.ts';
import { ThingPanel } from './thing-panels.tsx';
import { useDraftState, useLiveMap } from './use-draft.ts';
import { useEditor } from './use-editor.ts';

const PasteDialog = lazy(() => import('./paste-dialog.tsx').then((part) => ({ default: part.PasteDialog })));
const PublishDialog = lazy(() => import('./publish-dialog.tsx').then((part) => ({ default: part.PublishDialog })));

type Layer = { readonly kind: 'lane' | 'paste' | 'publish' } | { readonly kind: 'move'; readonly spot: Spot };
const NO_ENTRIES: readonly JourneyEntry[] = [];
const NOBODY: ReadonlyMap<string, string> = new Map();

/** The grid with its tools, its details and its dialogs. */
export function EditView({
  store,
  where,
  onPublished,
}: {
  readonly store: DraftStore;
  readonly where: { readonly ws: string; readonly key: string };
  readonly onPublished: () => void;
}) {
  const editor = useEditor(store);
  const { save, undo, redo } = useDraftState(store);
  const live = useLiveMap(store, where.key, editor.selected);
  const isWide = useIsWide(1024);
  const [isPanel, setPanel] = useState(isWide);
  const [layer, setLayer] = useState<Layer | null>(null);
  const [menu, setMenu] = useState<{ readonly key: string; readonly at: HTMLElement } | null>(null);
  const entries = useJourneys().data ?? NO_ENTRIES;
  const journey = useQuery(journeyQuery(where.key)).data;
  // The details follow a moment later: typing on the grid must not wait for twenty fields.
  const detailed = useDeferredValue(editor);
  const { contract, spot } = editor;
  const act = useMemo(() => store.act.bind(store), [store]);
  const who = useMemo(
    () =>
      live.others.length === 0
        ? NOBODY
        : new Map(live.others.flatMap(({ at, name }) => (at === null ? [] : [[at, name] as const]))),
    [live.others],
  );
  const steady = useMemo(() => steadyWords(where.key), [where.key]);
  const isTyping = editor.typing !== null;
  useCommand('edit.step', () => editor.do(addStep(contract, spot), true), !isTyping);
  useCommand('edit.stage', () => editor.do(addStage(contract, spot), true), !isTyping);
  useCommand('edit.lane', () => setLayer({ kind: 'lane' }), !isTyping);
  useCommand('edit.move', editor.pick, spot !== null && !isTyping);
  useCommand('edit.undo', editor.undo);
  useCommand('edit.redo', editor.redo);
  useCommand('edit.panel', () => setPanel((is) => !is));
  const latest = useRef(editor);
  latest.current = editor;
  const onPublish = useCallback(() => setLayer({ kind: 'publish' }), []);
  const tool = useCallback<(tool: Tool) => void>((wanted) => {
    const now = latest.current;
    if (wanted === 'stage') now.do(addStage(now.contract, now.spot), true);
    else if (wanted === 'step') now.do(addStep(now.contract, now.spot), true);
    else if (wanted === 'undo') now.undo();
    else if (wanted === 'redo') now.redo();
    else setLayer({ kind: wanted });
  }, []);
  const close = () => setLayer(null);
  const onMenu = useCallback((of: string, at: HTMLElement) => setMenu({ key: of, at }), []);
  const isEmpty = contract.stages.length === 0 && contract.lanes.length === 0;
  return (
    <>
      <EditHead contract={detailed.contract} entries={entries} where={where} act={act} onPublish={onPublish} />
      <div className={styles.bar} role="toolbar" aria-label={WORDS.add}>
        <EditTools tool={tool} undo={undo.at(-1)?.words} redo={redo.at(-1)?.words} />
        <span className={styles.end}>
          {live.others.length > 0 && (
            <span className={styles.avatars}>
              <span className="sr">{WORDS.live.others}: </span>
              {live.others.map((one) => (
                <span key={one.client} className={styles.avatar} title={one.name}>
                  <span aria-hidden="true">{initialsOf(one.name)}</span>
                  <span className="sr">{one.name}</span>
                </span>
              ))}
            </span>
          )}
          <SavedWords save={save} />
          <IconButton name={WORDS.panel} isPressed={isPanel} onPress={() => setPanel((is) => !is)}>
            <PanelRight size={15} aria-hidden="true" />
          </IconButton>
        </span>
      </div>
      {save.kind === 'offline' && (
        <p className={styles.warn} role="status">
          {WORDS.save.offline(WORDS.changes(save.waiting))}
        </p>
      )}
      {save.kind === 'refused' && (
        <p className={styles.warn} role="alert">
          {WORDS.save.refused}: {save.says}
        </p>
      )}
      {live.isRemoved && (
        <p className={styles.warn} role="alert">
          {WORDS.live.removed}
        </p>
      )}
      <div className={classes(styles.body, isPanel && styles.withPanel)}>
        <div className={styles.canvas}>
          {isEmpty ? (
            <Empty title={WORDS.empty.title} says={WORDS.empty.says}>
              <Button look="primary" onPress={() => editor.do(addStage(contract, null), true)}>
                {WORDS.empty.action}
              </Button>
              <Button onPress={() => setLayer({ kind: 'paste' })}>{WORDS.paste}</Button>
            </Empty>
          ) : (
            <EditGrid editor={editor} who={who} steady={steady} isReadOnly={false} onMenu={onMenu} />
          )}
        </div>
        {isPanel && (
          <aside className={styles.panel} aria-label={WORDS.panel} ref={isWide ? undefined : comeIntoView}>
            {steady.size > 0 && <p className="meta">{WORDS.steady.says}</p>}
            <ThingPanel editor={detailed} where={where} act={act} />
          </aside>
        )}
      </div>
      {menu && (
        <GridMenu
          editor={editor}
          open={menu}
          onClose={() => setMenu(null)}
          onLane={() => setLayer({ kind: 'lane' })}
          onDetails={() => setPanel(true)}
          onMoveTo={(moved) => setLayer({ kind: 'move', spot: moved })}
        />
      )}
      {layer?.kind === 'move' && <MoveDialog editor={editor} spot={layer.spot} onClose={close} />}
      {layer?.kind === 'lane' && (
        <LaneDialog
          onClose={close}
          onChoose={(kind) => {
            close();
            setTimeout(() => editor.do(addLane(contract, kind, spot)));
          }}
        />
      )}
      <Suspense>
        {layer?.kind === 'paste' && (
          <PasteDialog
            draft={contract}
            onClose={close}
            onPut={(edits) => {
              close();
              act(WORDS.deed.paste, edits);
              announce(WORDS.deed.paste);
            }}
          />
        )}
        {layer?.kind === 'publish' && (
          <PublishDialog
            journey={where.key}
            isFirst={(journey?.versions.length ?? 0) === 0}
            isWaiting={save.kind === 'saving' || save.kind === 'offline'}
            onClose={close}
            onDone={onPublished}
            onShow={(id) => {
              close();
              setTimeout(() => {
                const found = document.querySelector<HTMLElement>(`[data-spot$="|${CSS.escape(id)}"]`);
                if (found?.dataset.spot) editor.focus(found.dataset.spot);
                setPanel(true);
              });
            }}
          />
        )}
      </Suspense>
    </>
  );
}

/** Below the grid, where there is no room beside it, details would open out of sight. */
function comeIntoView(panel: HTMLElement | null): void {
  panel?.scrollIntoView({ block: 'start' });
}

function SavedWords({ save }: { readonly save: SaveState }) {
  const { timeZone } = useOverview().workspace;
  const words =
    save.kind === 'saving'
      ? WORDS.save.saving
      : save.kind === 'offline'
        ? WORDS.save.offlineShort
        : save.kind === 'refused'
          ? WORDS.save.refused
          : save.atMs === null
            ? WORDS.save.ready
            : WORDS.save.saved(formatTime(save.atMs, timeZone));
  return <span className="meta">{words}</span>;
}
