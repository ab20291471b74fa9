import { type Behind, type MapStep, mayBeSkipped, type OffMapStep, placedSteps, type Step } from '@continuo/core';
import {
  channelOf,
  comparedWords,
  formatCount,
  formatDuration,
  listed,
  type MapColumn,
  type MapInput,
  VERDICT_WORDS,
} from '@continuo/diagram';
import { INSPECTOR_WORDS as WORDS } from '../../../../words/inspector.ts';

/** One thing that was planned, beside what came of it. */
export interface PlannedLived {
  readonly label: string;
  readonly planned: string;
  readonly lived: string;
  readonly tone: 'plain' | 'alert' | 'quiet';
  /** Who stands behind the lived side; null: nobody can be listed. */
  readonly behind: Behind | null;
}

/** Planned beside lived for one column; of a step that is not connected only what was planned. */
export function plannedLived(column: MapColumn, input: MapInput): readonly PlannedLived[] {
  if (column.kind === 'off-map') {
    const off = input.lived?.offMap.find(({ activity }) => activity === column.activity);
    return off === undefined ? [] : offMapRows(off);
  }
  const placed = placedSteps(input.contract).find(({ step }) => step.id === column.step);
  if (placed === undefined) return [];
  const { step } = placed;
  const lived = input.lived?.steps.find((one) => one.step === step.id) ?? null;
  const known = lived?.isConnected ? lived : null;
  const quiet = input.lived === null ? '' : known === null ? WORDS.notConnected : WORDS.notMeasured;
  const row = (
    label: string,
    planned: string,
    of: (Partial<PlannedLived> & { readonly text: string }) | null,
  ): PlannedLived => ({
    ...{ label, planned, lived: of?.text ?? quiet, tone: of === null ? 'quiet' : (of.tone ?? 'plain') },
    behind: of?.behind ?? null,
  });
  const behind = (which: Extract<Behind, { kind: 'map-step' }>['which']): Behind => ({
    ...{ kind: 'map-step', step: step.id, which, channel: null },
  });
  const isForAll = !mayBeSkipped(placed);
  const people = input.lived?.people ?? null;
  const hurts = column.status === 'alert';
  const rows = [
    row(
      WORDS.rows.came,
      isForAll ? (people === null ? WORDS.allOfThem : WORDS.everybody(formatCount(people))) : WORDS.whoWants,
      known && { text: formatCount(known.due), behind: behind('due') },
    ),
    row(WORDS.rows.had, isForAll ? WORDS.allOfThem : WORDS.asTheyLike, known && had(known, hurts, behind)),
    timeRow(input, step.id, known, row),
    row(
      WORDS.rows.channels,
      step.channels.length === 0 ? WORDS.any : listed(step.channels.map((one) => channelOf(one).name)),
      known && {
        text:
          listed(known.channels.map(({ channel, people: n }) => `${channelOf(channel).name} ${formatCount(n)}`)) ||
          WORDS.none,
      },
    ),
    row(
      WORDS.rows.tried,
      step.atMost === 1 ? WORDS.once : step.atMost === null ? WORDS.again : WORDS.atMost(step.atMost),
      known && { text: formatCount(known.repeated), behind: known.repeated > 0 ? behind('repeat') : null },
    ),
    row(WORDS.rows.felt, meantFeeling(step.cells, input), known && felt(known, behind)),
  ];
  if (known && known.otherOrder > 0)
    rows.push(
      row(WORDS.rows.order, WORDS.asPlanned, { text: formatCount(known.otherOrder), behind: behind('other-order') }),
    );
  if (known?.left && known.left.n > 0)
    rows.push(row(WORDS.rows.left, WORDS.stay, { text: formatCount(known.left.n), behind: behind('left') }));
  return rows;
}

/** Who went another way was not harmed by that: only what broke or was owed is an alarm. It opens the first of its numbers. */
function had(step: MapStep, hurts: boolean, behind: (which: 'had' | 'broken') => Behind) {
  const missing = Math.max(0, step.due - step.people);
  if (missing === 0) return { text: formatCount(step.people), behind: behind('had') };
  const text = WORDS.without(formatCount(step.people), formatCount(missing));
  const owed = step.broken + step.skipped['we-skipped'] + step.skipped['partner-skipped'];
  return {
    text,
    tone: hurts && owed > 0 ? 'alert' : 'plain',
    behind: behind(step.broken === missing ? 'broken' : 'had'),
  } as const;
}

function felt({ voices, people, due }: MapStep, behind: (which: 'unhappy') => Behind) {
  const answers = voices.unhappy + voices.neutral + voices.happy;
  if (answers === 0) return { text: people + due === 0 ? WORDS.nobody : WORDS.nobodyAnswered, tone: 'quiet' } as const;
  const isAlert = voices.unhappy >= 5 && voices.unhappy > voices.happy;
  const text = WORDS.unhappy(formatCount(voices.unhappy), formatCount(answers));
  return { text, tone: isAlert ? 'alert' : 'plain', behind: voices.unhappy > 0 ? behind('unhappy') : null } as const;
}

function timeRow(
  { contract, lived }: MapInput,
  id: string,
  step: MapStep | null,
  row: (label: string, planned: string, of: (Partial<PlannedLived> & { readonly text: string }) | null) => PlannedLived,
): PlannedLived {
  const promise = [...contract.promises].sort((a, b) => a.withinMs - b.withinMs).find(({ to }) => to === id);
  const kept = lived?.promises.find((one) => one.promise === promise?.id);
  const wait = step === null ? null : (kept?.wait ?? step.wait);
  const planned = promise === undefined ? WORDS.asTheyLike : WORDS.within(formatDuration(promise.withinMs));
  if (step === null || wait === null || wait.n === 0) return row(WORDS.rows.time, planned, null);
  const isLate = promise !== undefined && wait.medianMs > promise.withinMs;
  return row(WORDS.rows.time, planned, {
    text: WORDS.half(formatDuration(wait.medianMs), 2 * wait.n < step.people ? formatCount(wait.n) : null),
    tone: isLate ? 'alert' : 'plain',
    behind: isLate ? { kind: 'map-promise', promise: promise.id, is: 'late' } : null,
  });
}

function meantFeeling(cells: Step['cells'], { contract }: MapInput): string {
  const lane = contract.lanes.find(({ kind }) => kind === 'emotion');
  const text = lane === undefined ? undefined : cells[lane.id]?.[0]?.text;
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text.replace('−', '-'));
  if (!Number.isFinite(value)) return WORDS.none;
  return WORDS.feelings[Math.round(Math.max(-2, Math.min(2, value))) + 2] ?? WORDS.none;
}

function offMapRows({ activity, people, touches, channels, voices, compared }: OffMapStep): readonly PlannedLived[] {
  const answers = voices.unhappy + voices.neutral + voices.happy;
  const behind: Behind = { kind: 'map-off', activity };
  const row = (label: string, lived: string, tone: PlannedLived['tone'] = 'plain', who: Behind | null = null) => ({
    ...{ label, planned: WORDS.none, lived, tone, behind: who },
  });
  return [
    row(
      WORDS.rows.did,
      touches > people ? WORDS.times(formatCount(touches), formatCount(people)) : formatCount(people),
      'plain',
      behind,
    ),
    row(
      WORDS.rows.channels,
      listed(channels.map(({ channel, people: n }) => `${channelOf(channel).name} ${formatCount(n)}`)) || WORDS.none,
    ),
    answers === 0
      ? row(WORDS.rows.felt, WORDS.nobodyAnswered, 'quiet')
      : row(WORDS.rows.felt, WORDS.unhappy(formatCount(voices.unhappy), formatCount(answers))),
    ...(compared === null
      ? []
      : [
          row(
            WORDS.rows.followed,
            [VERDICT_WORDS[compared.verdict], comparedWords(compared)].filter((one) => one !== '').join(': '),
            compared.verdict === 'hurts' ? 'alert' : 'plain',
          ),
        ]),
  ];
}
