import { nearest } from '../file/nearest.ts';
import type { Finding } from './finding.ts';
import { type Checked, error, isConnected, pathOf } from './known.ts';

/** What is wrong with what one part of the map says of another, of other journeys, or of touchpoints. */
export function checkLinks(checked: Checked): Finding[] {
  return [...promises(checked), ...rules(checked), ...passage(checked), ...journeys(checked), ...touchpoints(checked)];
}

function unknownStep({ steps, byId }: Checked, id: string, path: string, at: string | null): Finding[] {
  if (byId.has(id)) return [];
  const like = nearest(id, byId.keys());
  const todo =
    like === null
      ? `Steps are: ${steps
          .slice(0, 30)
          .map(({ step }) => step.id)
          .join(', ')}.`
      : `Did you mean “${like}”?`;
  return [error('step-unknown', path, at, `There is no step “${id}”.`, todo)];
}

function promises(checked: Checked): Finding[] {
  return checked.contract.promises.flatMap(({ id, from, to }) => {
    const path = `promises › ${id}`;
    const unknown = [...unknownStep(checked, from, path, id), ...unknownStep(checked, to, path, id)];
    const [first, second] = [checked.byId.get(from), checked.byId.get(to)];
    if (first === undefined || second === undefined) return unknown;
    if (from === to) return [error('same-step', path, id, 'It begins and ends with the same step.', 'Name two steps.')];
    const mayTurn = first.groups.some((group) => group.kind !== 'choice' && second.groups.includes(group));
    if (first.position > second.position && !mayTurn)
      return [
        error(
          'promise-backwards',
          path,
          id,
          `“${first.step.title}” comes after “${second.step.title}”.`,
          'Swap “from” and “to”.',
        ),
      ];
    const loose = [first, second].filter((placed) => !isConnected(checked, placed));
    return loose.length === 0
      ? []
      : [
          {
            severity: 'warning' as const,
            code: 'promise-not-measured' as const,
            path,
            id,
            words: `Nobody can tell whether it is kept: ${loose.map(({ step }) => `“${step.title}”`).join(' and ')} is not connected to data.`,
            todo: 'Say which events the step is.',
          },
        ];
  });
}

function rules(checked: Checked): Finding[] {
  return checked.contract.rules.flatMap((rule) => {
    const path = `rules › ${rule.id}`;
    if ('step' in rule) return unknownStep(checked, rule.step, path, rule.id);
    const unknown = [...unknownStep(checked, rule.a, path, rule.id), ...unknownStep(checked, rule.b, path, rule.id)];
    if (rule.a === rule.b)
      unknown.push(error('same-step', path, rule.id, 'It is about the same step twice.', 'Name two steps.'));
    return unknown;
  });
}

function passage(checked: Checked): Finding[] {
  const { by, property, starts } = checked.contract.passage;
  const found = starts.flatMap((id) => unknownStep(checked, id, 'passage › starts', null));
  if (by === 'property' && property === null)
    found.push(
      error(
        'passage-property',
        'passage',
        null,
        'It does not say which property.',
        'Write “property: order_id” or the like.',
      ),
    );
  if (by !== 'property' && property !== null)
    found.push(
      error('passage-property', 'passage', null, `“${property}” is not used.`, 'Take it out, or write “by: property”.'),
    );
  return found;
}

function journeys({ contract, known }: Checked): Finding[] {
  const named = [...(contract.parent === null ? [] : [['parent', contract.parent] as const])];
  const all = [...named, ...contract.leadsTo.map((key) => ['leads to', key] as const)];
  return all.flatMap(([path, key]) => {
    // Leading back to itself is a loop and fine; being one's own parent is not.
    if (path === 'parent' && key === contract.key)
      return [
        error('journey-itself', path, null, 'A journey cannot be its own parent.', 'Name another, or take it out.'),
      ];
    if (known.journeys === undefined || key === contract.key || known.journeys.includes(key)) return [];
    const like = nearest(key, known.journeys);
    const todo = like === null ? 'Add that journey first, or take it out.' : `Did you mean “${like}”?`;
    return [error('journey-unknown', path, null, `There is no journey “${key}”.`, todo)];
  });
}

function touchpoints({ steps, known, touchpoints: catalogue }: Checked): Finding[] {
  if (known.touchpoints === undefined) return [];
  return steps.flatMap((placed) => {
    const { touchpoint, id } = placed.step;
    if (touchpoint === null || catalogue.has(touchpoint)) return [];
    const like = nearest(touchpoint, catalogue.keys());
    const todo = like === null ? 'Add it to the catalogue, or take it out.' : `Did you mean “${like}”?`;
    return [error('touchpoint-unknown', pathOf(placed), id, `There is no touchpoint “${touchpoint}”.`, todo)];
  });
}
