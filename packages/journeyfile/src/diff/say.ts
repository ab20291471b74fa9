import type { Evidence, JourneyContract, Matcher, Passage, Rule, Step, TimePromise } from '@continuo/core';
import { writeDuration } from '../file/duration.ts';
import { writeEvidence } from '../file/evidence.ts';
import { endsWord } from '../file/write-steps.ts';

export const quoted = (text: string): string => `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;
export const listed = (texts: readonly string[]): string =>
  texts.length === 0 ? 'none' : texts.map(quoted).join(', ');
export const orNone = (text: string | null): string => (text === null ? 'none' : quoted(text));
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function matchersSay(matchers: readonly Matcher[]): string {
  if (matchers.length === 0) return 'nothing';
  return matchers
    .map(({ events, where, channels }) => {
      const tests = where.map(({ property, test, values }) =>
        test === 'exists'
          ? `${property} is there`
          : `${property} is ${test === 'is-not' ? 'not ' : ''}${values.join(' or ')}`,
      );
      const by = channels.length === 0 ? [] : [`by ${channels.join(' or ')}`];
      return [
        events.map(quoted).join(' or '),
        ...(tests.length === 0 ? [] : [`where ${tests.join(' and ')}`]),
        ...by,
      ].join(' ');
    })
    .join('; ');
}

export function againSay(atMost: number | null): string {
  return atMost === null ? 'any number of times' : atMost === 1 ? 'once' : `up to ${atMost} times`;
}

export const endSay = (ends: Step['ends']): string => (ends === null ? 'none' : endsWord(ends));

export function evidenceSay(evidence: Evidence): string {
  return writeEvidence(evidence);
}

export function promiseSays({ from, to, withinMs, says }: TimePromise, title: (id: string) => string): string {
  return `${title(to)} at most ${writeDuration(withinMs)} after ${title(from)}${says === null ? '' : `, told as ${quoted(says)}`}`;
}

export function ruleSays(rule: Rule, title: (id: string) => string): string {
  switch (rule.kind) {
    case 'absent':
      return `${title(rule.step)} never happens`;
    case 'contains':
      return `${title(rule.step)} always happens`;
    case 'starts':
      return `it starts with ${title(rule.step)}`;
    case 'ends':
      return `it ends with ${title(rule.step)}`;
    case 'response':
      return `after ${title(rule.a)} comes ${title(rule.b)}`;
    case 'precedence':
      return `before ${title(rule.b)} came ${title(rule.a)}`;
    case 'succession':
      return `${title(rule.a)} and ${title(rule.b)} go together, in this order`;
    case 'xor':
      return `either ${title(rule.a)} or ${title(rule.b)}, never both`;
    case 'within':
      return `after ${title(rule.a)} comes ${title(rule.b)} within ${writeDuration(rule.withinMs)}`;
  }
}

export function passageSays(passage: Passage, title: (id: string) => string): string {
  const by =
    passage.by === 'case'
      ? 'one a case'
      : passage.by === 'property'
        ? `one for each ${passage.property ?? '…'}`
        : 'one until it is silent';
  const parts = [by, `over after ${writeDuration(passage.silenceMs)} of silence`];
  if (passage.atMostMs !== null) parts.push(`at most ${writeDuration(passage.atMostMs)} long`);
  if (passage.starts.length > 0) parts.push(`begins with ${passage.starts.map(title).join(' or ')}`);
  parts.push(
    { 'after-end': 'again after an end', 'at-start': 'again at every start', once: 'only once' }[passage.again],
  );
  return parts.join(', ');
}

export function reviewSays(review: JourneyContract['review']): string {
  if (review === null) return 'none';
  return `every ${review.everyDays} days${review.nextDay === null ? '' : `, next ${review.nextDay}`}`;
}
