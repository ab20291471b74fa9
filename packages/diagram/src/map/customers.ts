import { isGoal, type JourneyMap, type MapStep } from '@continuo/core';
import { counted, formatCount } from '../words/format.ts';
import type { Source } from './columns.ts';
import { type MapContext, nothing } from './context.ts';
import { behindStep, countFigure } from './figure.ts';
import type { Figure, MapCell } from './map-view.ts';
import { dueAt } from './status.ts';

type CustomersCell = Extract<MapCell, { kind: 'customers' }>;
type Gap = CustomersCell['gap'];

/** How many had the step, and why the others did not: harm, their own way, or still to come. */
export function customersCell(source: Source, context: MapContext): MapCell {
  const { lived, input } = context;
  const { title } = source.column;
  if (lived === null) return nothing('', title);
  if (source.kind === 'off-map') return offMapCell(source, lived);
  const step = source.lived;
  if (step === null || !step.isConnected) return nothing('not connected', title, true);
  const whole = Math.max(lived.people, dueAt(step), 1);
  const parts = partsOf(step, source, context, lived);
  const due = dueAt(step);
  const had = countFigure(step.people, due, 'had', behindStep(step.step, 'had'));
  const gap = gapOf(step, source.column.status === 'alert', parts.notYet, input.layer === 'lived');
  const said = gap === null ? '' : `, ${gap.text}`;
  return {
    kind: 'customers',
    label: `${title}: ${formatCount(step.people)} of ${counted(due, 'customer')}${said}`,
    had,
    harmed: countFigure(step.harmed, due, 'harm', behindStep(step.step, 'harmed')),
    lived: step.people / whole,
    harm: parts.harm / whole,
    // Their own way and the rest of the road exist only against a plan.
    anotherWay: input.layer === 'lived' ? 0 : parts.anotherWay / whole,
    notYet: input.layer === 'lived' ? 0 : parts.notYet / whole,
    planned: input.layer === 'both' && context.isForAll(source.placed) ? lived.people / whole : null,
    gap,
    isOffMap: false,
  };
}

function offMapCell(source: Extract<Source, { kind: 'off-map' }>, { people }: JourneyMap): MapCell {
  const { activity, people: n } = source.lived;
  const had = countFigure(n, people, 'off-map', { kind: 'map-off', activity });
  return {
    ...{ kind: 'customers', label: `${activity}: ${counted(n, 'customer')}, not on our map`, had, harmed: null },
    ...{ lived: n / Math.max(1, people, n), harm: 0, anotherWay: 0, notYet: 0, planned: null, gap: null },
    isOffMap: true,
  };
}

interface Parts {
  readonly harm: number;
  readonly anotherWay: number;
  readonly notYet: number;
}

/** The missing people as parts of the column: owed and missing first, then their own way, then those still to come. */
function partsOf(
  step: MapStep,
  { placed }: Extract<Source, { kind: 'step' }>,
  { columns }: MapContext,
  lived: JourneyMap,
): Parts {
  const due = dueAt(step);
  const missing = due - step.people;
  const harm = Math.min(missing, Math.max(step.broken, step.skipped['we-skipped'], step.skipped['partner-skipped']));
  const before = columns.sources.filter(
    (source): source is Extract<Source, { kind: 'step' }> =>
      source.kind === 'step' && source.placed.position <= placed.position,
  );
  const left = before.reduce((sum, { lived: at }) => sum + (at?.left?.n ?? 0), 0);
  const afterGoal = before.some(({ placed: at }) => isGoal(at.step) && at.position < placed.position);
  const mayCome = lived.statuses.open + (afterGoal ? (lived.gotIt?.n ?? 0) : 0);
  const notYet = Math.max(0, Math.min(lived.people - due - left, mayCome));
  return { harm, anotherWay: missing - harm, notYet };
}

const HARMS = [
  ['broken', 'went wrong'],
  ['we-skipped', 'without it'],
  ['partner-skipped', 'without it'],
  ['late', 'too late'],
] as const;
const OWN_WAYS = [
  ['customer-skipped', 'another way'],
  ['shortcut', 'another way'],
] as const;

/** The largest reason, harm first; the number is that of one reason, so that the people behind it are as many. */
function gapOf(step: MapStep, hurts: boolean, notYet: number, isLived: boolean): Gap {
  const count = (reason: (typeof HARMS)[number][0] | (typeof OWN_WAYS)[number][0]): number =>
    reason === 'broken' || reason === 'late' ? step[reason] : step.skipped[reason];
  const due = dueAt(step);
  const figure = (which: Parameters<typeof count>[0], definition: Figure['definition']): Figure =>
    countFigure(count(which), due, definition, behindStep(step.step, which));
  const harm = largest(HARMS, count);
  const own = isLived ? null : largest(OWN_WAYS, count);
  if (harm !== null && (hurts || own === null || count(harm[0]) >= count(own[0]))) {
    const text = `${formatCount(count(harm[0]))} ${harm[1]}`;
    return { text, tone: hurts ? 'alert' : 'quiet', figure: figure(harm[0], 'harm') };
  }
  if (own !== null) {
    const text = `${formatCount(count(own[0]))} ${own[1]}`;
    return { text, tone: 'quiet', figure: figure(own[0], 'another-way') };
  }
  if (notYet === 0 || isLived) return null;
  const text = `${formatCount(notYet)} not yet`;
  return { text, tone: 'quiet', figure: countFigure(notYet, null, 'not-yet', null) };
}

function largest<Reason extends string>(
  reasons: readonly (readonly [Reason, string])[],
  count: (reason: Reason) => number,
): readonly [Reason, string] | null {
  const [first] = [...reasons].sort((a, b) => count(b[0]) - count(a[0]));
  return first === undefined || count(first[0]) === 0 ? null : first;
}
