import type { Behind, Count, Share, Voices } from '@continuo/core';
import { formatCount, formatShare } from '../words/format.ts';
import { sureWords } from '../words/map-words.ts';
import type { DefinitionKey, Figure, VoiceFigures } from './map-view.ts';

type WhichAtStep = Extract<Behind, { kind: 'map-step' }>['which'];

/** Those at a step of whom this holds, by this channel or any. */
export function behindStep(step: string, which: WhichAtStep, channel: string | null = null): Behind {
  return { kind: 'map-step', step, which, channel };
}

/** A plain count. */
export function countFigure(n: number, of: number | null, definition: DefinitionKey, behind: Behind | null): Figure {
  return { text: formatCount(n), n, of, sure: null, definition, behind };
}

/** "61 of 100" with how sure it is. */
export function shareFigure(share: Count | Share, definition: DefinitionKey, behind: Behind | null): Figure {
  const sure = 'lo' in share ? sureWords(share) : null;
  return { text: formatShare(share.n, share.of), n: share.n, of: share.of, sure, definition, behind };
}

/** The three counts of how it felt. */
export function voiceFigures(
  voices: Voices,
  of: number,
  behind: (felt: 'unhappy' | 'neutral' | 'happy') => Behind,
): VoiceFigures {
  const figure = (felt: 'unhappy' | 'neutral' | 'happy'): Figure => countFigure(voices[felt], of, 'felt', behind(felt));
  return { unhappy: figure('unhappy'), neutral: figure('neutral'), happy: figure('happy') };
}
