import { type Block, isGoal } from '@continuo/core';
import { nearest } from '../file/nearest.ts';
import type { Finding } from './finding.ts';
import { type Checked, error, isConnected, pathOf } from './known.ts';

const MOST_MOMENTS = 3;

/** What is wrong with stages, steps, groups and cards by themselves. */
export function checkStructure(checked: Checked): Finding[] {
  const { contract, steps } = checked;
  const moments = steps.filter(({ step }) => step.matters);
  return [
    ...twice(checked),
    ...(steps.length === 0 ? [error('no-step', '', null, 'The map has no step.', 'Add one to a stage.')] : []),
    ...(moments.length > MOST_MOMENTS
      ? [
          error(
            'too-many-moments',
            '',
            moments[MOST_MOMENTS]?.step.id ?? null,
            `${moments.length} steps are marked as moments that matter.`,
            `Keep at most ${MOST_MOMENTS}: ${moments.map(({ step }) => step.title).join(' · ')}.`,
          ),
        ]
      : []),
    ...contract.stages.flatMap((stage) =>
      stage.blocks.length === 0
        ? [
            {
              severity: 'note' as const,
              code: 'empty-stage' as const,
              path: `stages › ${stage.title}`,
              id: stage.id,
              words: 'The stage has no steps.',
              todo: 'Add some, or take it out.',
            },
          ]
        : groups(stage.title, stage.blocks),
    ),
    ...steps.flatMap((placed) =>
      placed.step.isOwed && placed.step.actor === 'customer' ? [owed(pathOf(placed), placed.step.id)] : [],
    ),
    ...cells(checked),
    ...missing(checked),
  ];
}

const owed = (path: string, id: string): Finding =>
  error(
    'owed-by-customer',
    path,
    id,
    'The customer does it, so nobody owes it to them.',
    'Say “by: us” or “by: partner”, or take “owed” out.',
  );

function twice({ contract, steps }: Checked): Finding[] {
  const found: Finding[] = [];
  const seen = new Set<string>();
  const look = (kind: string, id: string, path: string): void => {
    const name = `${kind} ${id}`;
    if (seen.has(name))
      found.push(error('id-twice', path, id, `Two have the id “${id}”.`, 'Give one of them another.'));
    seen.add(name);
  };
  const visit = (path: string, blocks: readonly Block[]): void => {
    for (const block of blocks) {
      look('block', block.id, `${path} › ${block.kind === 'step' ? block.title : block.kind}`);
      if (block.kind !== 'step') visit(path, block.blocks);
    }
  };
  for (const stage of contract.stages) {
    look('block', stage.id, `stages › ${stage.title}`);
    visit(`stages › ${stage.title}`, stage.blocks);
  }
  for (const lane of contract.lanes) look('lane', lane.id, `lanes › ${lane.title}`);
  for (const promise of contract.promises) look('promise', promise.id, `promises › ${promise.id}`);
  for (const rule of contract.rules) look('rule', rule.id, `rules › ${rule.id}`);
  for (const placed of steps)
    for (const card of Object.values(placed.step.cells).flat()) look('card', card.id, pathOf(placed));
  return found;
}

function groups(stage: string, blocks: readonly Block[]): Finding[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'step') return [];
    if (block.blocks.length > 0) return groups(stage, block.blocks);
    const word = block.kind === 'any-order' ? 'any order' : block.kind;
    return [
      error(
        'empty-group',
        `stages › ${stage}`,
        block.id,
        `The “${word}” is empty.`,
        'Add steps to it, or take it out.',
      ),
    ];
  });
}

function cells({ contract, steps }: Checked): Finding[] {
  const lanes = new Map(contract.lanes.map((lane) => [lane.id, lane.kind]));
  return steps.flatMap((placed) =>
    Object.entries(placed.step.cells).flatMap(([lane, cards]) => {
      const kind = lanes.get(lane);
      const path = pathOf(placed);
      if (kind === undefined) {
        const like = nearest(lane, lanes.keys());
        const todo = like === null ? 'Add the lane, or take its cards out.' : `Did you mean “${like}”?`;
        return [error('lane-unknown', path, placed.step.id, `There is no lane “${lane}”.`, todo)];
      }
      if (kind !== 'emotion') return [];
      return cards
        .filter(({ text }) => !/^[+-]?[0-2]$/.test(text))
        .map(({ text }) =>
          error('emotion-unknown', path, placed.step.id, `“${text}” is no emotion.`, 'Write −2, −1, 0, 1 or 2.'),
        );
    }),
  );
}

function missing(checked: Checked): Finding[] {
  const { contract, steps } = checked;
  const loose = steps.filter((placed) => !isConnected(checked, placed));
  const found: Finding[] = [];
  if (steps.length > 0 && !steps.some(({ step }) => isGoal(step)))
    found.push({
      severity: 'warning',
      code: 'no-goal',
      path: '',
      id: null,
      words: 'No step says that customers got what they came for.',
      todo: 'Write “ends: goal” at the step with which they have it.',
    });
  if (contract.owner === null)
    found.push({
      severity: 'warning',
      code: 'no-owner',
      path: '',
      id: null,
      words: 'Nobody answers for this journey.',
      todo: 'Write “owner:” with a name or a role.',
    });
  if (loose.length > 0)
    found.push({
      severity: 'note',
      code: 'not-connected',
      path: '',
      id: loose[0]?.step.id ?? null,
      words: `${steps.length - loose.length} of ${steps.length} steps are connected to data.`,
      todo: `Say which events these are: ${loose.map(({ step }) => step.title).join(' · ')}.`,
    });
  return found;
}
