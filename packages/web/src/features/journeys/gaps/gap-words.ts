import { type Edit, findStep, type JourneyContract, type JourneyGap, type Rule } from '@continuo/core';
import {
  channelOf,
  comparedWords,
  formatDayNear,
  formatDuration,
  formatShare,
  listed,
  VERDICT_WORDS,
} from '@continuo/diagram';
import { GAPS_WORDS as WORDS } from '../../../words/gaps.ts';

const titleOf = (id: string | null, contract: JourneyContract): string =>
  (id === null ? null : findStep(contract, id)?.title) ?? id ?? '';

/** What a gap is, in one line. Steps that are gone are named by their ids. */
export function gapTitle(gap: JourneyGap, contract: JourneyContract): string {
  const step = titleOf(gap.step, contract);
  switch (gap.kind) {
    case 'not-on-map':
      return WORDS.notOnMap(gap.activity ?? '', gap.step === null ? null : step);
    case 'other-channel':
      return WORDS.otherChannel(step, channelOf(gap.channel ?? '').name);
    case 'rule': {
      const rule = contract.rules.find(({ id }) => id === gap.rule);
      return WORDS.rule(rule === undefined ? (gap.rule ?? '') : ruleWords(rule, contract));
    }
    default:
      return WORDS.titles[gap.kind](step);
  }
}

/** A rule as people say it. */
export function ruleWords(rule: Rule, contract: JourneyContract): string {
  switch (rule.kind) {
    case 'absent':
    case 'contains':
    case 'starts':
    case 'ends':
      return WORDS.rules[rule.kind](titleOf(rule.step, contract));
    case 'within':
      return WORDS.rules.within(titleOf(rule.a, contract), titleOf(rule.b, contract), formatDuration(rule.withinMs));
    default:
      return WORDS.rules[rule.kind](titleOf(rule.a, contract), titleOf(rule.b, contract));
  }
}

/** Since when, with the shares before and since; "no change found" when none was. */
export function sinceWords({ sinceMs, change }: JourneyGap, timeZone: string, todayMs: number): string {
  if (sinceMs === null) return WORDS.noSince;
  const since = WORDS.since(formatDayNear(sinceMs, timeZone, todayMs));
  if (change === null) return since;
  const share = (part: number): string => formatShare(Math.round(1000 * part), 1000);
  return `${since}: ${WORDS.change(share(change.before), share(change.since))}`;
}

/** What followed, and how sure: harm by its nature needs no comparison. */
export function evidenceOf(gap: JourneyGap): {
  readonly tone: 'good' | 'harm' | 'none';
  readonly words: string;
  readonly compared: string;
} {
  const { compared, isHarm } = gap;
  if (compared !== null) {
    const tone = compared.verdict === 'hurts' ? 'harm' : compared.verdict === 'better' ? 'good' : 'none';
    const said = comparedWords(compared);
    return { tone, words: VERDICT_WORDS[compared.verdict], compared: said === '' ? '' : `${said}; ${WORDS.goesWith}` };
  }
  return isHarm
    ? { tone: 'harm', words: WORDS.hurts, compared: WORDS.byNature }
    : { tone: 'none', words: WORDS.neutral, compared: '' };
}

/** Proposed edits as lines people can say yes or no to. */
export function editLines(edits: readonly Edit[], contract: JourneyContract): readonly string[] {
  return edits.flatMap((edit): readonly string[] => {
    switch (edit.kind) {
      case 'set-step': {
        const step = titleOf(edit.id, contract);
        if (edit.field === 'isOptional') return [WORDS.edits.isOptional(step)];
        if (edit.field === 'isOwed') return [WORDS.edits.notOwed(step)];
        if (edit.field === 'atMost') return [WORDS.edits.again(step)];
        if (edit.field === 'channels')
          return [WORDS.edits.channels(step, listed(edit.value.map((one) => channelOf(one).name)))];
        return [WORDS.edits.other];
      }
      case 'set-promise': {
        const promise = contract.promises.find(({ id }) => id === edit.id);
        if (promise === undefined || edit.field !== 'withinMs') return [WORDS.edits.other];
        const [was, is] = [promise.withinMs, edit.value];
        return [WORDS.edits.promise(titleOf(promise.to, contract), formatDuration(was), formatDuration(is))];
      }
      case 'add-block':
        return edit.block.kind === 'step'
          ? [WORDS.edits.add(edit.block.title, edit.after === null ? null : titleOf(edit.after, contract))]
          : [WORDS.edits.group];
      case 'move-block':
        return [WORDS.edits.member(titleOf(edit.id, contract))];
      case 'remove-rule': {
        const rule = contract.rules.find(({ id }) => id === edit.id);
        return [WORDS.edits.rule(rule === undefined ? edit.id : ruleWords(rule, contract))];
      }
      default:
        return [WORDS.edits.other];
    }
  });
}
