import type { LaneKind } from '@continuo/core';

/** What a row (or column) of a spreadsheet holds, by its label. */
export type RowMeaning =
  | { readonly row: 'journey' | 'stage' | 'step' }
  | { readonly row: 'by' | 'owed' | 'optional' | 'ends' | 'matters' | 'channels' | 'events' | 'went wrong' }
  | { readonly row: 'lane'; readonly kind: LaneKind };

const WORDS: readonly (readonly [meaning: RowMeaning, words: string])[] = [
  [{ row: 'journey' }, 'journey|journey map|map|title'],
  [{ row: 'stage' }, 'stage|stages|phase|phases|episode|episodes|journey stage|journey phase'],
  [{ row: 'step' }, 'step|steps|activity|activities|moment|moments|interaction|interactions|journey step|step title'],
  [{ row: 'by' }, 'by|actor|who'],
  [{ row: 'owed' }, 'owed'],
  [{ row: 'optional' }, 'optional'],
  [{ row: 'ends' }, 'ends|end'],
  [{ row: 'matters' }, 'matters|moment that matters|moment of truth|moments that matter|moments of truth'],
  [{ row: 'channels' }, 'channel|channels|communication channels'],
  [{ row: 'events' }, 'events|event'],
  [{ row: 'went wrong' }, 'went wrong|failures'],
  [
    { row: 'lane', kind: 'actions' },
    'what they do|actions|action|user actions|user action|customer actions|customer action|doing|process|tasks|user tasks',
  ],
  [{ row: 'lane', kind: 'thoughts' }, 'what they think|thoughts|thought|thinking|user thoughts|thoughts and feelings'],
  [
    { row: 'lane', kind: 'emotion' },
    'how it should feel|emotion|emotions|emotional journey|emotional state|experience|feeling|feelings|satisfaction|sentiment|mood',
  ],
  [
    { row: 'lane', kind: 'expectations' },
    'what they expect|expectations|user expectations|customer expectations|goals|user goals|customer goals|needs|customer needs|user needs|jobs to be done',
  ],
  [{ row: 'lane', kind: 'promises' }, 'what we promise|promises'],
  [
    { row: 'lane', kind: 'pains' },
    'what hurts|pains|pain|pain points|pain point|painpoints|problems|problem|frustrations|barriers|issues',
  ],
  [{ row: 'lane', kind: 'gains' }, 'what helps|gains|gain|gain points|delights'],
  [
    { row: 'lane', kind: 'frontstage' },
    'what they see of us|frontstage|front stage|onstage|frontstage actions|touchpoints|touchpoint|evidence|physical evidence',
  ],
  [
    { row: 'lane', kind: 'backstage' },
    'what happens behind|backstage|back stage|backstage actions|backstage processes|internal processes|processes',
  ],
  [
    { row: 'lane', kind: 'systems' },
    'systems|system|support processes|support systems|supporting systems|it systems|tools',
  ],
  [
    { row: 'lane', kind: 'owner' },
    'who answers for it|owner|owners|process ownership|responsible|departments|department',
  ],
  [{ row: 'lane', kind: 'kpi' }, 'what we aim for|kpi|kpis|metric|metrics|key metrics'],
  [{ row: 'lane', kind: 'quotes' }, 'in their words|quotes|quote|verbatims|voice of the customer'],
  [{ row: 'lane', kind: 'image' }, 'pictures|images|image|storyboard|photos'],
  [{ row: 'lane', kind: 'text' }, 'notes|note|text'],
];
const MEANINGS = new Map(WORDS.flatMap(([meaning, words]) => words.split('|').map((word) => [word, meaning] as const)));

/** What a label says, whatever its case and punctuation; null: it is a name of its own. */
export function meaningOf(label: string): RowMeaning | null {
  return MEANINGS.get(foldLabel(label)) ?? null;
}

export function foldLabel(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Which tool wrote a sheet with these labels, by words that its public help pages show; null: none that is known. None of the three
 * publishes its column layout, so this only says where a sheet seems to come from; how it is read does not depend on it.
 */
export function toolOf(labels: readonly string[]): { readonly tool: string; readonly by: readonly string[] } | null {
  const folded = labels.map(foldLabel);
  const having = (words: readonly string[]): string[] => words.filter((word) => folded.includes(word));
  const smaply = having(['dramatic arc', 'emotional journey', 'storyboard', 'backstage', 'stages', 'steps']);
  if (smaply.includes('dramatic arc') || (smaply.includes('emotional journey') && smaply.length > 2))
    return { tool: 'Smaply', by: smaply };
  const uxpressia = having([
    'user goals',
    'customer goals',
    'process and channels',
    'process',
    'experience',
    'problems',
    'ideas opportunities',
    'ideas',
    'user expectations',
    'touchpoints',
  ]);
  if (uxpressia.includes('experience') && uxpressia.length > 2) return { tool: 'UXPressia', by: uxpressia };
  const theydo = having([
    'phase',
    'phases',
    'insights',
    'insight',
    'opportunities',
    'opportunity',
    'solutions',
    'solution',
  ]);
  const blocks = theydo.filter((word) => !word.startsWith('phase'));
  return theydo.length > blocks.length && blocks.length > 1 ? { tool: 'TheyDo', by: theydo } : null;
}
