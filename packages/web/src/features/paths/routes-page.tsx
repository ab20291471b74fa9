import type { Variants } from '@continuo/core';
import { counted, drawRouteDiff, drawRoutes, routesSentence, routesTable } from '@continuo/diagram';
import { useCallback } from 'react';
import { useAnswer } from '../../api/hooks.ts';
import { Fitted } from '../../diagrams/fitted.tsx';
import { About } from '../../ui/about.tsx';
import { Choice } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PATHS_WORDS } from '../../words/paths.ts';
import { useBehind } from './behind-panel.tsx';
import styles from './controls.module.css';
import { PathsFrame } from './paths-frame.tsx';
import { routeName } from './route-name.ts';
import { usePathsSearch } from './use-paths.ts';
import { useScope } from './use-scope.ts';

const INPUT = { limit: 50 };
const WORDS = PATHS_WORDS.compare;

/** Which routes customers take, most taken first, and two of them side by side. */
export function RoutesPage() {
  const [search] = usePathsSearch();
  const scope = useScope(search);
  const query = useAnswer('variants', scope, INPUT);
  const [open, panel] = useBehind(scope);
  const variants = query.data?.result;
  const runs = query.data?.population.runs ?? 0;
  const draw = useCallback((width: number) => drawRoutes(variants as Variants, { width, runs }), [variants, runs]);
  return (
    <PathsFrame
      view="routes"
      query={query}
      sentence={variants ? routesSentence(variants, runs) : null}
      diagram="variants"
      input={INPUT}
      table={variants ? routesTable(variants) : null}
    >
      {variants ? (
        <div className={styles.scroll}>
          {variants.variants.length > 1 && <Compare variants={variants} />}
          <Fitted draw={draw} onStop={open} isWhole />
        </div>
      ) : (
        <Skeleton height={420} />
      )}
      {panel}
    </PathsFrame>
  );
}

/** Two routes as an aligned difference. */
function Compare({ variants }: { readonly variants: Variants }) {
  const [search, change] = usePathsSearch();
  const list = variants.variants;
  const most = list[0]?.path ?? [];
  const at = (place: number | undefined, usual: number) => Math.min(place ?? usual, list.length - 1);
  const [a, b] = [at(search.a, 0), at(search.b, 1)];
  const [first, second] = [list[a], list[b]];
  const options = list.map((variant, place) => ({
    id: `${place}`,
    text: WORDS.option(`${place + 1}`, counted(variant.runs, PATHS_WORDS.journey), routeName(variant.path, most)),
  }));
  const draw = useCallback(
    (width: number) =>
      drawRouteDiff(first?.path ?? [], second?.path ?? [], {
        width,
        names: [`${a + 1}. ${routeName(first?.path ?? [], most)}`, `${b + 1}. ${routeName(second?.path ?? [], most)}`],
        title: WORDS.title,
      }),
    [first, second, a, b, most],
  );
  return (
    <section aria-label={WORDS.title}>
      <h2 className={styles.part}>
        {WORDS.title} <About name="routes" />
      </h2>
      <div className={styles.controls}>
        <Choice label={WORDS.a} value={`${a}`} options={options} onChange={(place) => change({ a: Number(place) })} />
        <Choice label={WORDS.b} value={`${b}`} options={options} onChange={(place) => change({ b: Number(place) })} />
      </div>
      <Fitted draw={draw} isWhole />
    </section>
  );
}
