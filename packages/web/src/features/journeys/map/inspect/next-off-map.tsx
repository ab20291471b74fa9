import { findStep, type JourneyContract, type JourneyMap } from '@continuo/core';
import { comparedWords, formatCount, type MapColumn, VERDICT_WORDS } from '@continuo/diagram';
import { ChannelMark } from '../../../../ui/channel-mark.tsx';
import { classes } from '../../../../ui/classes.ts';
import { Glyph } from '../../../../ui/glyph.tsx';
import { INSPECTOR_WORDS as WORDS } from '../../../../words/inspector.ts';
import { FigureButton } from '../figures.tsx';
import styles from './inspector.module.css';

const GLYPHS = { better: 'good', hurts: 'harm', 'no-difference': 'none', 'too-few': 'none' } as const;
const TONES = { better: 'good', hurts: 'alert', 'no-difference': 'quiet', 'too-few': 'quiet' } as const;

/** What customers did here that nobody designed, and what followed for them. */
export function NextOffMap({
  column,
  lived,
  contract,
}: {
  readonly column: MapColumn;
  readonly lived: JourneyMap;
  readonly contract: JourneyContract;
}) {
  if (column.kind === 'off-map') {
    const after = lived.offMap.find(({ activity }) => activity === column.activity)?.after ?? null;
    const title = after === null ? undefined : findStep(contract, after)?.title;
    return title === undefined ? null : <p className="meta">{WORDS.instead(title)}</p>;
  }
  const next = lived.offMap.filter(({ after, people }) => after === column.step && people > 0).slice(0, 6);
  return (
    <section className={styles.part}>
      <h3>{WORDS.next}</h3>
      {next.length === 0 ? (
        <p className="meta">{WORDS.nothingNext}</p>
      ) : (
        <>
          <ul>
            {next.map(({ activity, people, channels, compared }) => (
              <li key={activity} className={styles.next}>
                <span className={styles.plus}>
                  <Glyph kind="plus" size={10} />
                </span>
                {channels[0] && <ChannelMark channel={channels[0].channel} />}
                <span>
                  <FigureButton
                    figure={{ text: formatCount(people), behind: { kind: 'map-off', activity } }}
                    what={`${activity}: ${formatCount(people)}`}
                  />{' '}
                  {activity}
                </span>
                {compared && (
                  <span
                    className={classes(styles.verdict, styles[TONES[compared.verdict]])}
                    title={comparedWords(compared)}
                  >
                    <Glyph kind={GLYPHS[compared.verdict]} size={11} />
                    {VERDICT_WORDS[compared.verdict]}
                  </span>
                )}
                {compared && comparedWords(compared) !== '' && (
                  <span className={`meta ${styles.followed}`}>{comparedWords(compared)}</span>
                )}
              </li>
            ))}
          </ul>
          <p className="meta">{WORDS.goesWith}</p>
        </>
      )}
    </section>
  );
}
