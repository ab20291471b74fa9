import {
  type AnswerOf,
  includesRole,
  type QuestionInput,
  type QuestionName,
  type Role,
  SMALL_GROUP,
} from '@continuo/contract';
import {
  isStaffProperty,
  type Moment,
  maskContacts,
  type People,
  Problem,
  shownWords,
  type Timeline,
} from '@continuo/core';

/** Who may see ids and words as they were sent. Everybody else sees made-up names and masked stories. */
const SEES_IDS: Role = 'operator';

/** Looking for a customer by id would tell who is behind a made-up name. Throws `access.denied` below operator. */
export function mayAsk<Name extends QuestionName>(role: Role, name: Name, input: QuestionInput<Name>): void {
  if (includesRole(role, SEES_IDS)) return;
  const wants = input as { readonly search?: string | null; readonly caseKey?: string | null };
  const isSearch = (name === 'people' && wants.search) || (name === 'timeline' && wants.caseKey);
  if (isSearch)
    throw new Problem('access.denied', `To find a customer by id needs the role ${SEES_IDS}; yours is ${role}.`);
}

/**
 * An answer as a role may see it. What a person is known as is in no answer: it is revealed for a purpose. Below operator
 * case keys are left out, contact details masked, and the people of groups under five not listed.
 */
export function shownTo<Name extends QuestionName>(role: Role, name: Name, answer: AnswerOf<Name>): AnswerOf<Name> {
  const isMasked = !includesRole(role, SEES_IDS);
  if (name === 'timeline') {
    const { result } = answer as AnswerOf<'timeline'>;
    return { ...answer, result: timelineFor(result, isMasked) } as AnswerOf<Name>;
  }
  if (name !== 'people' || !isMasked) return answer;
  const { result } = answer as AnswerOf<'people'>;
  const isSmall = result.people > 0 && result.people < SMALL_GROUP;
  const limits = isSmall ? [...answer.limits, SMALL_GROUP_SAYS] : answer.limits;
  return { ...answer, limits, result: maskedPeople(result, isSmall) } as AnswerOf<Name>;
}

/** Said in the limits of an answer whose people are not listed. */
export const SMALL_GROUP_SAYS = `Fewer than ${SMALL_GROUP} customers: who they are is shown to operators only.`;

function maskedPeople(people: People, isSmall: boolean): People {
  if (isSmall) return { ...people, rows: [] };
  const rows = people.rows.map((row) => ({
    ...row,
    key: '',
    attributes: Object.fromEntries(Object.entries(row.attributes).map(([name, text]) => [name, maskContacts(text)])),
  }));
  return { ...people, rows };
}

function timelineFor(timeline: Timeline, isMasked: boolean): Timeline {
  const known = new Set(timeline.identities.map(({ value }) => value));
  const withoutStaff = timeline.moments.map(withoutStaffOf);
  const moments = isMasked ? withoutStaff.map((moment) => maskedMoment(moment, known)) : withoutStaff;
  return { ...timeline, moments, identities: [] };
}

/** Who of the staff was there is told to nobody, in no role. */
function withoutStaffOf(moment: Moment): Moment {
  const kept = Object.entries(moment.properties).filter(([name]) => !isStaffProperty(name));
  return { ...moment, properties: Object.fromEntries(kept) };
}

function maskedMoment(moment: Moment, known: ReadonlySet<string>): Moment {
  const ids = new Set([...known, moment.caseKey]);
  const properties = Object.entries(moment.properties).flatMap(([name, value]) => {
    if (ids.has(String(value))) return [];
    return [[name, typeof value === 'string' ? maskContacts(value) : value] as const];
  });
  return {
    ...moment,
    caseKey: '',
    text: shownWords(moment.text),
    properties: Object.fromEntries(properties),
  };
}
