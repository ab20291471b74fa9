import type { Funnel } from '@continuo/core';
import { drawFunnel, funnelSentence, funnelTable } from '@continuo/diagram';
import { Plus, X } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useAnswer, useOverview } from '../../api/hooks.ts';
import { Fitted } from '../../diagrams/fitted.tsx';
import { plainName } from '../../format/plain-name.ts';
import { About } from '../../ui/about.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Choice } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { pack, unpack } from '../../url/filters.ts';
import type { PathsSearch } from '../../url/search.ts';
import { readSpan } from '../../url/span.ts';
import { PATHS_WORDS, WINDOWS } from '../../words/paths.ts';
import { useBehind } from './behind-panel.tsx';
import styles from './controls.module.css';
import { PathsFrame } from './paths-frame.tsx';
import { useActivities } from './use-activities.ts';
import { usePathsSearch } from './use-paths.ts';
import { useScope } from './use-scope.ts';

const WORDS = PATHS_WORDS.funnel;
const ORDERS = Object.keys(WORDS.orders) as (keyof typeof WORDS.orders)[];
const USUAL_WINDOW = '90d';
const MOST_STEPS = 8;

/** How many people reach each step within the time allowed. */
export function FunnelPage() {
  const [search] = usePathsSearch();
  const scope = useScope(search);
  const usual = useUsualSteps(scope);
  const steps = search.steps === undefined ? usual : unpack(search.steps, '|');
  const order = search.order ?? 'ordered';
  const windowMs = readSpan(search.window ?? USUAL_WINDOW) ?? 0;
  const by = search.by ?? null;
  const packed = pack(steps, '|');
  const input = useMemo(
    () => ({
      steps: unpack(packed, '|').map((activity) => [activity]),
      order,
      windowMs,
      exclusions: [],
      breakdown: by,
    }),
    [packed, order, windowMs, by],
  );
  const isAsked = steps.length > 1;
  const query = useAnswer('funnel', scope, input, { isOn: isAsked });
  const [open, panel] = useBehind(scope);
  const funnel = isAsked ? query.data?.result : undefined;
  const draw = useCallback((width: number) => drawFunnel(funnel as Funnel, { input, width }), [funnel, input]);
  return (
    <PathsFrame
      view="funnel"
      query={query}
      sentence={funnel ? funnelSentence(funnel, input) : null}
      diagram="funnel"
      input={input}
      table={funnel ? funnelTable(funnel, input) : null}
      controls={<Controls steps={steps} order={order} />}
    >
      {!isAsked && <p className={styles.part}>{WORDS.pick}</p>}
      {isAsked && !funnel && <Skeleton height={320} />}
      {funnel && (
        <div className={styles.scroll}>
          <Fitted draw={draw} onStop={open} isWhole />
        </div>
      )}
      {panel}
    </PathsFrame>
  );
}

/** Where nothing is chosen: the first touchpoints of the route most people take. */
function useUsualSteps(scope: ReturnType<typeof useScope>): readonly string[] {
  const { data } = useAnswer('variants', scope, { limit: 1 });
  const path = data?.result.variants[0]?.path ?? [];
  return [...new Set(path)].slice(0, 5);
}

function Controls({ steps, order }: { readonly steps: readonly string[]; readonly order: (typeof ORDERS)[number] }) {
  const [search, change] = usePathsSearch();
  const scope = useScope(search);
  const activities = useActivities(scope);
  const { attributes } = useOverview();
  const names = activities.map((name) => ({ id: name, text: name }));
  const set = (next: readonly string[]) => change({ steps: next.length > 0 ? pack(next, '|') : undefined });
  const places = steps.map((activity, at) => ({ activity, at, key: `${at}` }));
  return (
    <div className={styles.controls}>
      <div className={styles.steps}>
        {places.map(({ activity, at, key }) => (
          <div key={key} className={styles.step}>
            <Choice
              label={WORDS.step(at + 1)}
              value={activity}
              options={
                names.some((name) => name.id === activity) ? names : [{ id: activity, text: activity }, ...names]
              }
              onChange={(name) => set(steps.map((old, place) => (place === at ? name : old)))}
            />
            {steps.length > 2 && (
              <IconButton
                name={WORDS.remove(at + 1)}
                look="ghost"
                onPress={() => set(steps.filter((_, place) => place !== at))}
              >
                <X size={14} aria-hidden="true" />
              </IconButton>
            )}
          </div>
        ))}
        {steps.length < MOST_STEPS && activities.length > 0 && (
          <Button
            onPress={() => set([...steps, activities.find((name) => !steps.includes(name)) ?? activities[0] ?? ''])}
          >
            <Plus size={14} aria-hidden="true" />
            {WORDS.add}
          </Button>
        )}
      </div>
      <Choice
        label={WORDS.order}
        value={order}
        options={ORDERS.map((id) => ({ id, text: WORDS.orders[id] }))}
        onChange={(id) => change({ order: id as PathsSearch['order'] })}
      />
      <Choice
        label={WORDS.window}
        value={search.window ?? USUAL_WINDOW}
        options={windowOptions(search.window)}
        onChange={(window) => change({ window })}
      />
      {attributes.length > 0 && (
        <Choice
          label={WORDS.by}
          value={search.by ?? ''}
          options={[
            { id: '', text: WORDS.byNone },
            ...attributes.map(({ name }) => ({ id: name, text: plainName(name) })),
          ]}
          onChange={(name) => change({ by: name || undefined })}
        />
      )}
      <About name="funnel" />
    </div>
  );
}

/** The usual spans, and the one of the address when it is another. */
function windowOptions(chosen: string | undefined) {
  const usual = Object.entries(WINDOWS).map(([id, text]) => ({ id, text }));
  return chosen === undefined || chosen in WINDOWS ? usual : [...usual, { id: chosen, text: chosen }];
}
