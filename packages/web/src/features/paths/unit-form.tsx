import type { Overview } from '@continuo/contract';
import { formatDuration } from '@continuo/diagram';
import { useOverview } from '../../api/hooks.ts';
import { About } from '../../ui/about.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceChips, TextField } from '../../ui/field.tsx';
import type { ScopeSearch } from '../../url/search.ts';
import { readSpan, writeSpan } from '../../url/span.ts';
import { PATHS_WORDS } from '../../words/paths.ts';
import type { ScopeControl } from './use-paths.ts';
import { USUAL_GAP_MS } from './use-scope.ts';

const WORDS = PATHS_WORDS.filters;
const DAY_MS = 86_400_000;

function unitOf(search: ScopeSearch, overview: Overview): 'person' | 'case' | 'gap' {
  return search.unit ?? (overview.hasCases ? 'case' : 'person');
}

function gapOf(search: ScopeSearch, overview: Overview): number {
  return readSpan(search.gap) ?? overview.suggestedGap?.gapMs ?? USUAL_GAP_MS;
}

/** What one journey is, in words: one booking, one customer, until 14 days of silence. */
export function unitName(search: ScopeSearch, overview: Overview): string {
  const unit = unitOf(search, overview);
  if (unit === 'person') return WORDS.person;
  if (unit === 'case') return WORDS.case(overview.caseName ?? WORDS.caseName);
  return WORDS.gap(formatDuration(gapOf(search, overview)));
}

/** Choose what one journey is. */
export function UnitForm({ control }: { readonly control: ScopeControl }) {
  const overview = useOverview();
  const [search, change] = control;
  const unit = unitOf(search, overview);
  const usual = overview.hasCases ? 'case' : 'person';
  const gap = gapOf(search, overview);
  const suggested = overview.suggestedGap;
  return (
    <>
      <ChoiceChips
        label={WORDS.unit}
        value={unit}
        options={[
          ...(overview.hasCases ? [{ id: 'case', text: WORDS.case(overview.caseName ?? WORDS.caseName) }] : []),
          { id: 'person', text: WORDS.person },
          { id: 'gap', text: WORDS.gap(formatDuration(gap)) },
        ]}
        onChange={(id) => change({ unit: id === usual ? undefined : (id as 'person' | 'case' | 'gap') })}
      />
      {unit === 'gap' && (
        <>
          <TextField
            label={WORDS.gapLabel}
            type="number"
            value={String(Math.round((gap / DAY_MS) * 100) / 100)}
            onChange={(days) => {
              const ms = Number(days) * DAY_MS;
              if (ms >= 60_000) change({ gap: writeSpan(ms) }, { replace: true });
            }}
          />
          {suggested && (
            <Button look="link" onPress={() => change({ gap: undefined })}>
              {WORDS.suggested(formatDuration(suggested.gapMs))}
            </Button>
          )}
          <About name="gap" />
        </>
      )}
      {unit !== 'gap' && <About name="journeys" />}
    </>
  );
}
