import { type Card, type JourneyContract, type Lane, type Passage, placedSteps, type Rule } from '@continuo/core';
import { usualCardId } from './card-ids.ts';
import { writeDuration } from './duration.ts';
import { jsonText, type Tree, type TreeMap, treeOf, yamlText } from './tree.ts';
import { LANE_TITLES, PASSAGE_AGAIN, PASSAGE_AGAIN_VALUES, USUAL_SILENCE_MS } from './words.ts';
import { few, type StepWriting, some, writeStage } from './write-steps.ts';

/**
 * The map as a file that reads back as the same map. Fields stand in a fixed order and what is usual is left out, so that two
 * versions differ only where the map does. Ids are written: a step keeps its own when its title changes.
 */
export function writeJourneyFile(contract: JourneyContract, format: 'yaml' | 'json'): string {
  const tree = treeOfJourney(contract);
  return format === 'json' ? jsonText(tree) : yamlText(tree);
}

function treeOfJourney(contract: JourneyContract): TreeMap {
  const at: StepWriting = { lanes: contract.lanes, mayOmit: omittable(contract) };
  return treeOf([
    ['journey', contract.title],
    ['key', contract.key],
    ['level', contract.level === 'journey' ? undefined : contract.level],
    ['parent', some(contract.parent)],
    ['leads to', few(contract.leadsTo)],
    ['for', few(contract.meantFor)],
    ['brand', some(contract.brand)],
    ['country', some(contract.country)],
    ['partner', some(contract.partner)],
    ['owner', some(contract.owner)],
    ['review', writeReview(contract)],
    ['status', contract.status === 'draft' ? undefined : contract.status],
    ['question', some(contract.question)],
    ['passage', writePassage(contract.passage)],
    ['closed', contract.isClosed || undefined],
    ['lanes', contract.lanes.length === 0 ? undefined : contract.lanes.map(writeLane)],
    ['stages', contract.stages.length === 0 ? undefined : contract.stages.map((stage) => writeStage(at, stage))],
    ['promises', contract.promises.length === 0 ? undefined : contract.promises.map(writePromise)],
    ['rules', contract.rules.length === 0 ? undefined : contract.rules.map(writeRule)],
  ]);
}

function writeReview({ review }: JourneyContract): string | undefined {
  if (review === null) return undefined;
  const every = `every ${review.everyDays} ${review.everyDays === 1 ? 'day' : 'days'}`;
  return review.nextDay === null ? every : `${every}, next ${review.nextDay}`;
}

function writePassage(passage: Passage): TreeMap | undefined {
  const tree = treeOf([
    ['by', passage.by === (passage.property === null ? 'silence' : 'property') ? undefined : passage.by],
    ['property', some(passage.property)],
    ['silence', passage.silenceMs === USUAL_SILENCE_MS ? undefined : writeDuration(passage.silenceMs)],
    ['at most', passage.atMostMs === null ? undefined : writeDuration(passage.atMostMs)],
    ['starts', few(passage.starts)],
    ['again', passage.again === 'after-end' ? undefined : PASSAGE_AGAIN[PASSAGE_AGAIN_VALUES.indexOf(passage.again)]],
  ]);
  return tree.size === 0 ? undefined : tree;
}

function writeLane({ id, kind, title }: Lane): Tree {
  if (id === kind && title === LANE_TITLES[kind]) return kind;
  return treeOf([
    ['lane', title],
    ['kind', kind === 'text' ? undefined : kind],
    ['id', id],
  ]);
}

function writePromise({ id, from, to, withinMs, says }: JourneyContract['promises'][number]): TreeMap {
  return treeOf([
    ['from', from],
    ['to', to],
    ['within', writeDuration(withinMs)],
    ['says', some(says)],
    ['id', id],
  ]);
}

function writeRule(rule: Rule): TreeMap {
  if ('step' in rule)
    return treeOf([
      [rule.kind, rule.step],
      ['id', rule.id],
    ]);
  return treeOf([
    [rule.kind === 'within' ? 'response' : rule.kind, [rule.a, rule.b]],
    ['within', rule.kind === 'within' ? writeDuration(rule.withinMs) : undefined],
    ['id', rule.id],
  ]);
}

/** A card may do without its id when that is the usual one and nothing else could be given it. */
function omittable(contract: JourneyContract): (card: Card, usual: string) => boolean {
  const usuals = new Map<string, number>();
  const actual = new Map<string, number>();
  const count = (counts: Map<string, number>, id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { step } of placedSteps(contract))
    for (const [lane, cards] of Object.entries(step.cells))
      cards.forEach((card, i) => {
        count(usuals, usualCardId(step.id, lane, i + 1));
        count(actual, card.id);
      });
  return (card, usual) => card.id === usual && usuals.get(usual) === 1 && actual.get(usual) === 1;
}
