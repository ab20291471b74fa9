import type { SurveyEntry } from '@continuo/contract';
import { Chip } from '../../../ui/chip.tsx';
import { SURVEYS_WORDS as WORDS } from '../../../words/surveys.ts';

/** Whether customers can answer. */
export function StateChip({ status }: { readonly status: SurveyEntry['status'] }) {
  return <Chip tone={status === 'open' ? 'good' : 'plain'}>{WORDS.states[status]}</Chip>;
}
