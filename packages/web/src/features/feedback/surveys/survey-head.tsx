import type { SurveyShown } from '@continuo/contract';
import { counted } from '@continuo/diagram';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { client, queryClient } from '../../../api/client.ts';
import { useMay } from '../../../api/session.ts';
import { PageHead } from '../../../app/page-head.tsx';
import { useCommand } from '../../../commands/live.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import { StateChip } from './state-chip.tsx';
import styles from './surveys.module.css';
import type { SurveyDraft } from './use-survey-draft.ts';
import { keepSurvey } from './use-surveys.ts';

const WORDS = SURVEYS_WORDS.editor;

/** Title row of a survey: whether it is saved and open, and what can be done with it. */
export function SurveyHead({
  shown,
  draft,
  onSend,
  onAnswers,
}: {
  readonly shown: SurveyShown;
  readonly draft: SurveyDraft;
  readonly onSend: () => void;
  readonly onAnswers: () => void;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const mayEdit = useMay('editor');
  const [isRemoving, setRemoving] = useState(false);
  const { status, counts, canOpen } = shown;
  const title = draft.survey.title || SURVEYS_WORDS.untitled;
  const turn = useMutation({
    mutationFn: (to: 'openSurvey' | 'closeSurvey') => client.call(to, { params: { key: shown.survey.key }, body: {} }),
    onSuccess: async (reply) => {
      announce(reply.status === 'open' ? WORDS.opened(title) : WORDS.closed(title));
      await keepSurvey(reply);
    },
  });
  useCommand('survey.send', onSend);
  const isStill = draft.state === 'saved' && !turn.isPending;
  return (
    <>
      <PageHead
        title={title}
        isSmall
        before={{
          text: SURVEYS_WORDS.back,
          link: (
            <Link to="/w/$ws/feedback/surveys" params={{ ws }}>
              {SURVEYS_WORDS.back}
            </Link>
          ),
        }}
        after={
          <>
            <StateChip status={status} />
            <span className="meta" role="status">
              {mayEdit && stateWords(draft.state)}
            </span>
          </>
        }
        actions={
          <>
            {mayEdit && status !== 'draft' && draft.state !== 'saved' && (
              <Button look="primary" isDisabled={draft.state === 'saving'} onPress={draft.save}>
                {WORDS.save}
              </Button>
            )}
            {mayEdit && status !== 'open' && (
              <Button look="primary" isDisabled={!canOpen || !isStill} onPress={() => turn.mutate('openSurvey')}>
                {status === 'closed' ? WORDS.reopen : WORDS.open}
              </Button>
            )}
            {counts.answers > 0 && (
              <Button onPress={onAnswers}>
                {SURVEYS_WORDS.answers.see(counted(counts.answers, SURVEYS_WORDS.answers.answer))}
              </Button>
            )}
            <Button onPress={onSend}>
              <Send size={14} strokeWidth={1.75} aria-hidden="true" />
              {WORDS.send}
            </Button>
            {mayEdit && status === 'open' && (
              <Button isDisabled={turn.isPending} onPress={() => turn.mutate('closeSurvey')}>
                {WORDS.close}
              </Button>
            )}
            {mayEdit && status !== 'open' && counts.invited + counts.answers === 0 && (
              <Button look="ghost" onPress={() => setRemoving(true)}>
                {WORDS.remove}
              </Button>
            )}
          </>
        }
      />
      {turn.error && <ProblemBox error={turn.error} />}
      {mayEdit && status === 'open' && <p className={`meta ${styles.notice}`}>{WORDS.openKeeps}</p>}
      {isRemoving && <RemoveSurvey survey={shown} title={title} onClose={() => setRemoving(false)} />}
    </>
  );
}

function stateWords(state: SurveyDraft['state']): string {
  return state === 'refused' ? WORDS.refused : WORDS[state];
}

function RemoveSurvey({
  survey: { survey },
  title,
  onClose,
}: {
  readonly survey: SurveyShown;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => client.call('removeSurvey', { params: { key: survey.key } }),
    onSuccess: async () => {
      await navigate({ to: '/w/$ws/feedback/surveys', params: { ws } });
      queryClient.removeQueries({ queryKey: ['survey', survey.key] });
      await queryClient.invalidateQueries({ queryKey: ['surveys'] });
    },
  });
  return (
    <Dialog title={WORDS.removeTitle(title)} onClose={onClose}>
      <div className={styles.parts}>
        <p>{WORDS.removeSays}</p>
        {remove.error && <ProblemBox error={remove.error} />}
        <div className={styles.end}>
          <Button isDisabled={remove.isPending} onPress={() => remove.mutate()}>
            {WORDS.removeYes}
          </Button>
          <Button look="primary" onPress={onClose}>
            {WORDS.removeNo}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
