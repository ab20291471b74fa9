import { type JourneyContract, placedSteps, type Step } from '@continuo/core';
import { emotionOf } from './step-emotion.ts';

const ACTORS: Readonly<Record<Step['actor'], string>> = { customer: 'Me', us: 'Us', partner: 'Partner' };

/** The map as Mermaid `journey` text. It knows stages, titles, who acts and one score a step (3 where no emotion is planned); the rest is lost. */
export function writeMermaid(contract: JourneyContract): string {
  const lines = ['journey', `    title ${plain(contract.title, false)}`];
  let stage: string | null = null;
  for (const placed of placedSteps(contract)) {
    if (placed.stage.id !== stage) lines.push(`    section ${plain(placed.stage.title, false)}`);
    stage = placed.stage.id;
    lines.push(
      `      ${plain(placed.step.title, true)}: ${(emotionOf(contract, placed.step) ?? 0) + 3}: ${ACTORS[placed.step.actor]}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Mermaid ends a text at “:”, “;” and “#”, and takes “%%” for a comment; no way to escape them works in all its versions. */
function plain(text: string, isTask: boolean): string {
  const said = text
    .replace(/[:;#]/g, isTask ? ' –' : ',')
    .replace(/%%/g, '%')
    .replace(/\s+/g, ' ')
    .trim();
  // A task must not look like another statement.
  return isTask && (said === '' || /^(?:title|section|acc(?:Title|Descr)|journey|---|```|%)/.test(said))
    ? `… ${said}`.trim()
    : said;
}
