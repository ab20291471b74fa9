import type { MapStep, OffMapStep } from '@continuo/core';
import { channelOf } from '../theme/channels.ts';
import { counted, formatCount, formatDuration } from '../words/format.ts';
import type { Source } from './columns.ts';
import { type MapContext, nothing } from './context.ts';
import { behindStep, countFigure, voiceFigures } from './figure.ts';
import type { ChannelPart, Figure, MapCell } from './map-view.ts';
import { answersOf, cameTo, isHarm, TRIED_SHARE } from './status.ts';

/** A step of which something lived is known; null: not connected, or another layer. */
export function livedStep(source: Extract<Source, { kind: 'step' }>): MapStep | null {
  return source.lived?.isConnected === true ? source.lived : null;
}

/** Channels customers used, then those planned which nobody used; one that was not planned is marked. */
export function channelsCell(source: Source, context: MapContext): MapCell {
  const { title } = source.column;
  const parts = source.kind === 'step' ? stepChannels(source, context) : offMapChannels(source.lived);
  if (parts.length === 0) return emptyOf(source, context, '');
  const said = parts.map(({ name, figure }) => (figure === null ? `${name} planned` : `${name} ${figure.text}`));
  return { kind: 'channels', label: `${title}, channels: ${said.join(', ')}`, parts };
}

function stepChannels(source: Extract<Source, { kind: 'step' }>, { input }: MapContext): ChannelPart[] {
  const planned = input.layer === 'lived' ? [] : source.placed.step.channels;
  const lived = livedStep(source);
  if (lived === null && input.layer === 'both' && input.lived !== null) return [];
  const used = lived?.channels ?? [];
  const all = used.reduce((sum, { people }) => sum + people, 0);
  const parts = used.map(({ channel, people, isPlanned }): ChannelPart => {
    const isExtra = !isPlanned && source.placed.step.channels.length > 0;
    const behind = behindStep(source.column.step, isExtra ? 'other-channel' : 'had', channel);
    const figure = countFigure(people, lived === null ? null : cameTo(lived), 'channel', behind);
    return { channel, name: channelOf(channel).name, figure, share: people / Math.max(1, all), isPlanned, isExtra };
  });
  const unused = planned.filter((channel) => !used.some((one) => one.channel === channel));
  return [
    ...parts,
    ...unused.map((channel): ChannelPart => {
      return { channel, name: channelOf(channel).name, figure: null, share: 0, isPlanned: true, isExtra: false };
    }),
  ];
}

function offMapChannels({ activity, channels }: OffMapStep): ChannelPart[] {
  const all = channels.reduce((sum, { people }) => sum + people, 0);
  return channels.map(({ channel, people }) => ({
    ...{ channel, name: channelOf(channel).name, share: people / Math.max(1, all), isPlanned: false, isExtra: false },
    figure: countFigure(people, null, 'channel', { kind: 'map-off', activity }),
  }));
}

/** How those who answered felt, and of how many. */
export function voicesCell(source: Source, context: MapContext): MapCell {
  const at = source.kind === 'step' ? livedStep(source) : source.lived;
  if (at === null) return emptyOf(source, context, '');
  const { title } = source.column;
  const answers = answersOf(at.voices);
  if (answers === 0) return nothing('nobody answered', title);
  const of = at.customers;
  const voices = voiceFigures(at.voices, answers, (felt) =>
    source.kind === 'step'
      ? behindStep(source.column.step, felt)
      : { kind: 'voice', at: { kind: 'activity', activity: source.column.activity }, felt },
  );
  const { unhappy, neutral, happy } = voices;
  const counts = `${unhappy.text} unhappy, ${neutral.text} neutral, ${happy.text} happy`;
  return {
    kind: 'voices',
    label: `${title}: ${counts}; ${formatCount(answers)} of ${counted(of, 'customer')} answered`,
    voices,
    answered: [`${formatCount(answers)} answered`, `of ${formatCount(of)}`],
  };
}

/** How many repeated the step more often than planned; of what is not on the map how often it was done in all. */
export function triedCell(source: Source, context: MapContext): MapCell {
  const { title } = source.column;
  if (source.kind === 'off-map') {
    const { people, touches, activity } = source.lived;
    if (touches <= people) return nothing('', title);
    const times = countFigure(touches, null, 'tried', { kind: 'map-off', activity });
    const figure = { ...times, text: `${times.text} times` };
    const of = `by ${formatCount(people)}`;
    return {
      kind: 'count',
      label: `${title}: ${figure.text} by ${counted(people, 'customer')}`,
      figure,
      of,
      tone: 'plain',
    };
  }
  const step = livedStep(source);
  if (step === null) return emptyOf(source, context, '');
  const of = cameTo(step);
  if (of === 0) return nothing('', title);
  const figure = countFigure(step.repeated, of, 'tried', behindStep(step.step, 'repeat'));
  const tone = isHarm(step.repeated, of, TRIED_SHARE) ? 'alert' : 'plain';
  const label = `${title}: ${figure.text} of ${counted(of, 'customer')} had to try twice`;
  return { kind: 'count', label, figure, of: `of ${formatCount(of)}`, tone };
}

/** How long it took against what was promised. */
export function timeCell(source: Source, context: MapContext): MapCell {
  const { title } = source.column;
  if (source.kind === 'off-map') return nothing('not measured', title);
  const held = context.promiseAt(source.column.step);
  const promisedMs = context.input.layer === 'lived' || held === null ? null : held.promise.withinMs;
  const promised = promisedMs === null ? '' : formatDuration(promisedMs);
  const step = livedStep(source);
  const wait = step === null ? null : (held?.kept?.wait ?? step.wait);
  if (step === null || wait === null || wait.n === 0) {
    const isKnown = context.lived !== null && source.kind === 'step';
    if (promisedMs === null || (isKnown && step === null && context.input.layer !== 'planned'))
      return emptyOf(source, context, source.placed.position === 0 || !isKnown ? '' : 'not measured');
    const label = `${title}: promised within ${promised}`;
    return { ...{ kind: 'time', label, half: null, promisedMs, promised }, tail: '', tone: 'plain', bar: 0, tick: 1 };
  }
  const late = held?.kept?.late ?? step.late;
  const limit = held?.promise.withinMs ?? null;
  const isLate = limit !== null && (wait.medianMs > limit || isHarm(late, held?.kept?.people ?? step.people));
  const half: Figure = {
    ...{ text: formatDuration(wait.medianMs), n: wait.medianMs, of: null, sure: null },
    definition: 'time',
    behind: isLate && held !== null ? { kind: 'map-promise', promise: held.promise.id, is: 'late' } : null,
  };
  const isLong = wait.p90Ms > (promisedMs ?? wait.medianMs);
  // Only who came from a step before has a time: where that is not even half of them, it is said of how many.
  const few = 2 * wait.n < step.people ? [`of ${formatCount(wait.n)}`] : [];
  const tail = [...(isLong ? [`1 in 10: ${formatDuration(wait.p90Ms)}`] : []), ...few].join(', ');
  const widest = Math.max(wait.medianMs, promisedMs ?? 0, 1);
  const said = [`${title}: half take longer than ${half.text}`, `1 in 10 longer than ${formatDuration(wait.p90Ms)}`];
  said.push(...few.map((words) => `${words} who came from a step before`));
  if (promisedMs !== null) said.push(`promised within ${promised}`);
  return {
    ...{ kind: 'time', label: said.join(', '), half, promisedMs, promised, tail, tone: isLate ? 'alert' : 'plain' },
    ...{ bar: promisedMs === null ? 0 : wait.medianMs / widest },
    tick: promisedMs === null ? null : promisedMs / widest,
  };
}

/** A cell about which nothing can be said: grey when the step is not connected and something lived is shown. */
function emptyOf(source: Source, { lived }: MapContext, words: string): MapCell {
  const isOff = lived !== null && source.kind === 'step' && livedStep(source) === null;
  return nothing(isOff ? 'not connected' : words, source.column.title, isOff);
}
