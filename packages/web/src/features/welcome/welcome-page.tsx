import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { client, queryClient } from '../../api/client.ts';
import { useOverview } from '../../api/hooks.ts';
import { useMay } from '../../api/session.ts';
import { PageHead } from '../../app/page-head.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { DENIED_WORDS } from '../../words/data.ts';
import { WELCOME_WORDS as WORDS } from '../../words/home.ts';
import styles from './welcome.module.css';

/** First run: the sample world or a file. The sample leads straight to one customer's story. */
export function WelcomePage() {
  const { ws } = useParams({ from: '/w/$ws' });
  const { workspace } = useOverview();
  const navigate = useNavigate();
  const openStory = async () => {
    const stories = await client.call('stories');
    const run = (stories.worst ?? stories.best)?.run;
    await (run
      ? navigate({ to: '/w/$ws/stories/$run', params: { ws, run } })
      : navigate({ to: '/w/$ws/home', params: { ws } }));
  };
  const fill = useMutation({
    mutationFn: () => client.call('demo'),
    onSuccess: async () => {
      announce(WORDS.demo.done);
      await queryClient.invalidateQueries();
      await openStory();
    },
  });
  const remove = useMutation({
    mutationFn: () => client.call('removeDemo'),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const isBusy = fill.isPending || remove.isPending;
  const isGranted = useMay('admin');
  const mayImport = useMay('operator');
  return (
    <>
      <PageHead title={WORDS.title} />
      <div className={styles.page}>
        <p className={styles.lead}>{WORDS.lead}</p>
        <p>{WORDS.says}</p>
        {(fill.error ?? remove.error) && <ProblemBox error={fill.error ?? remove.error} />}
        <div className={styles.pair}>
          <Card title={WORDS.demo.title} className={styles.choice}>
            <p>{WORDS.demo.says}</p>
            <div className={styles.actions} aria-busy={isBusy}>
              {workspace.isDemo ? (
                <>
                  <Button look="primary" size="large" onPress={() => void openStory()}>
                    {WORDS.demo.open}
                  </Button>
                  {isGranted && (
                    <Button size="large" isDisabled={isBusy} onPress={() => remove.mutate()}>
                      {remove.isPending ? WORDS.demo.removing : WORDS.demo.remove}
                    </Button>
                  )}
                </>
              ) : !isGranted ? (
                <p className="meta">{DENIED_WORDS.sample}</p>
              ) : (
                <Button look="primary" size="large" isDisabled={isBusy} onPress={() => fill.mutate()}>
                  {fill.isPending ? WORDS.demo.busy : WORDS.demo.action}
                </Button>
              )}
            </div>
          </Card>
          <Card title={WORDS.own.title} className={styles.choice}>
            <p>{WORDS.own.says}</p>
            <div className={styles.actions}>
              {mayImport ? (
                <Link to="/w/$ws/data/imports" params={{ ws }} className={buttonClass('plain', 'large')}>
                  {WORDS.own.action}
                </Link>
              ) : (
                <p className="meta">{DENIED_WORDS.import}</p>
              )}
            </div>
          </Card>
        </div>
      </div>
    </>
  );
}
