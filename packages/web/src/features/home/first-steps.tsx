import { Link, useParams } from '@tanstack/react-router';
import { useOverview, useStories } from '../../api/hooks.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { HOME_WORDS } from '../../words/home.ts';
import styles from './home.module.css';

const STEPS = ['hasData', 'readStory', 'sawGraph', 'hasOwnData'] as const;

/** What to do first; each step ticks itself from what is really there. */
export function FirstSteps({ className }: { readonly className?: string | undefined }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { checklist } = useOverview();
  const stories = useStories();
  const words = HOME_WORDS.firstSteps;
  const done = STEPS.filter((step) => checklist[step]).length;
  const run = (stories.data?.worst ?? stories.data?.best)?.run;
  const links = {
    hasData: <Link to="/w/$ws/welcome" params={{ ws }} />,
    readStory: run ? (
      <Link to="/w/$ws/stories/$run" params={{ ws, run }} />
    ) : (
      <Link to="/w/$ws/customers" params={{ ws }} />
    ),
    sawGraph: <Link to="/w/$ws/paths/graph" params={{ ws }} />,
    hasOwnData: <Link to="/w/$ws/data/imports" params={{ ws }} />,
  };
  return (
    <Card title={words.title} note={words.done(done, STEPS.length)} className={className}>
      <ol>
        {STEPS.map((step) => {
          const Go = links[step];
          return (
            <li key={step} className={styles.line}>
              <span className={classes(styles.tile, checklist[step] && styles.done)}>
                <Glyph kind={checklist[step] ? 'good' : 'none'} size={13} />
              </span>
              <div>
                <b>{words[step].title}</b>
                {checklist[step] && <span className="sr">{words.tick}</span>}
                <div className="meta">{words[step].says}</div>
                {!checklist[step] && (
                  <Go.type {...Go.props} className={buttonClass('link')}>
                    {words[step].action}
                  </Go.type>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
