import type { JourneyContract, Step } from '@continuo/core';
import type { FileProblem, ReadResult } from '../file/problem.ts';
import { unreadable } from '../file/problem.ts';
import { MapBuilder } from './builder.ts';

const MOST_LINES = 5_000;
const US = new Set(['us', 'we', 'company', 'staff', 'support', 'system', 'shop', 'team']);

/** Reads Mermaid's `journey` text: sections are stages, tasks are steps, scores 1 to 5 become emotions −2 to +2, actors say who acts. */
export function readMermaid(text: string): ReadResult<JourneyContract> {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (lines.length > MOST_LINES)
    return unreadable('The text is too long for a map.', `At most ${MOST_LINES} lines are read.`);
  const builder = new MapBuilder();
  const problems: FileProblem[] = [];
  let title = 'A journey from Mermaid';
  let isIn = false;
  let isFront = false;
  lines.forEach((raw, i) => {
    const line = raw.trim();
    const bad = (words: string, todo: string): void => void problems.push({ line: i + 1, path: '', words, todo });
    if (line === '---' && !isIn) isFront = !isFront;
    else if (isFront) title = /^title:\s*(.+)$/.exec(line)?.[1] ?? title;
    else if (line === '' || line.startsWith('%%') || line.startsWith('```')) return;
    else if (!isIn) {
      if (line === 'journey') isIn = true;
      else bad(`“${line.slice(0, 60)}” is not the beginning of a journey.`, 'The first line is “journey”.');
    } else if (/^acc(?:Title|Descr)\b/.test(line)) return;
    else if (/^title(?:\s|$)/.test(line)) title = line.slice(5).trim() || title;
    else if (/^section(?:\s|$)/.test(line)) builder.stage(line.slice(7).trim());
    else addTask(builder, line, bad);
  });
  if (!isIn && problems.length === 0) return unreadable('There is no journey in it.', 'The first line is “journey”.');
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 100) };
  return builder.finish({ title });
}

function addTask(builder: MapBuilder, line: string, bad: (words: string, todo: string) => void): void {
  const [, title, score, actors] = /^([^:]+?)\s*:\s*([^:]*?)\s*(?::\s*(.*))?$/.exec(line) ?? [];
  const value = Number(score);
  if (title === undefined || score === undefined || score === '' || !Number.isFinite(value)) {
    bad(`“${line.slice(0, 60)}” is not a task.`, 'A task is “I pay: 4: Me”: title, score from 1 to 5, who acts.');
    return;
  }
  const names = (actors ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const step = builder.step({ title, ...whoActs(names) });
  if (value < 1 || value > 5)
    builder.notes.push(`The score ${score} of “${step.title}” lies outside 1 to 5 and was taken to the nearest.`);
  builder.card(step, builder.lane('emotion', null), String(Math.max(-2, Math.min(2, Math.round(value) - 3)) + 0));
}

/** Only when everybody named is of ours (or a partner) is it not the customer who acts. */
function whoActs(names: readonly string[]): { readonly actor: Step['actor'] } {
  const folded = names.map((name) => name.toLowerCase());
  if (folded.length > 0 && folded.every((name) => US.has(name))) return { actor: 'us' };
  return { actor: folded.length > 0 && folded.every((name) => name.startsWith('partner')) ? 'partner' : 'customer' };
}
