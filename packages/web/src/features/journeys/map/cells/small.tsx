import { ChannelIcon } from '../../../../ui/channel-mark.tsx';
import { classes } from '../../../../ui/classes.ts';
import { Face } from '../../../../ui/face.tsx';
import { Glyph } from '../../../../ui/glyph.tsx';
import { MAP_WORDS } from '../../../../words/map.ts';
import { FigureButton } from '../figures.tsx';
import styles from './cells.module.css';
import { channelColour } from './channel-colour.ts';
import type { CellOf } from './map-cell.tsx';

const MOST_CHANNELS = 4;
const FELT = ['unhappy', 'neutral', 'happy'] as const;

/** Shares as one bar, then the names with their counts; one that was not planned gets "+". */
export function Channels({ cell: { parts } }: { readonly cell: CellOf<'channels'> }) {
  const isCounted = parts.some(({ share }) => share > 0);
  const shown = parts.length > MOST_CHANNELS ? parts.slice(0, MOST_CHANNELS - 1) : parts;
  return (
    <div className={styles.lines}>
      {isCounted && (
        <div className={styles.shares}>
          {parts.map(({ channel, share }) =>
            share > 0 ? (
              <span key={channel} style={{ width: `${100 * share}%`, background: channelColour(channel) }} />
            ) : null,
          )}
        </div>
      )}
      {shown.map(({ channel, name, figure, isExtra }) => (
        <span key={channel} className={classes(styles.channel, figure === null && styles.faint)}>
          <ChannelIcon channel={channel} size={13} />
          <span className={styles.name}>
            {isExtra && `${MAP_WORDS.grid.plus} `}
            {name}
          </span>
          {figure && <FigureButton figure={figure} what={`${name} ${figure.text}`} isInGrid />}
        </span>
      ))}
      {parts.length > shown.length && (
        <span className={styles.faint}>{MAP_WORDS.grid.more(parts.length - shown.length)}</span>
      )}
    </div>
  );
}

/** Counts of faces as bars, and of how many who answered. */
export function VoicesCell({ cell, most }: { readonly cell: CellOf<'voices'>; readonly most: number }) {
  return (
    <div className={styles.lines}>
      {FELT.map((felt) => {
        const figure = cell.voices[felt];
        return (
          <span key={felt} className={styles.voice}>
            <Face felt={felt} size={14} isNamed />
            <span className={styles.rail}>
              {figure.n > 0 && (
                <span
                  className={classes(styles.bar, styles[`bar-${felt}`])}
                  style={{ width: `${(100 * figure.n) / Math.max(1, most)}%` }}
                />
              )}
            </span>
            {figure.n === 0 ? (
              <span className={styles.faint}>{figure.text}</span>
            ) : (
              <FigureButton figure={figure} what={`${figure.text} ${felt}`} isInGrid />
            )}
          </span>
        );
      })}
      <span className={styles.faint}>{cell.answered[0]}</span>
      <span className={styles.faint}>{cell.answered[1]}</span>
    </div>
  );
}

/** How long it took, as a bar against the tick of the promise. */
export function TimeCell({ cell }: { readonly cell: CellOf<'time'> }) {
  const { half, promised, tail, tone, bar, tick } = cell;
  return (
    <div className={styles.lines}>
      <span className={styles.row}>
        {tone === 'alert' && <Glyph kind="harm" size={10} />}
        {half && (
          <span className={classes(tone === 'alert' && styles.alert)}>
            <FigureButton figure={half} what={cell.label} isInGrid />
          </span>
        )}
        {promised !== '' && (
          <span className={styles.faint}>
            <span className="sr">{MAP_WORDS.grid.promised}</span>
            {MAP_WORDS.grid.perPromise(promised)}
          </span>
        )}
      </span>
      {half && tick !== null && (
        <span className={styles.time}>
          <span
            className={classes(styles.took, tone === 'alert' && styles.tookLong)}
            style={{ width: `${92 * bar}%` }}
          />
          <span className={styles.tick} style={{ insetInlineStart: `${92 * tick}%` }} />
        </span>
      )}
      {tail !== '' && half && <span className={styles.faint}>{tail}</span>}
    </div>
  );
}

export function CountCell({ cell: { figure, of, tone, label } }: { readonly cell: CellOf<'count'> }) {
  return (
    <span className={styles.row}>
      {tone === 'alert' && <Glyph kind="harm" size={10} />}
      <span className={classes(tone === 'alert' && styles.alert)}>
        <FigureButton figure={figure} what={label} isInGrid />
      </span>
      <span className={styles.faint}>{of}</span>
    </span>
  );
}

export function Lines({ cell: { first, second, isMissing } }: { readonly cell: CellOf<'lines'> }) {
  return (
    <div className={styles.lines}>
      <span className={isMissing ? styles.faint : styles.first}>{first}</span>
      {second !== '' && <span className={styles.faint}>{second}</span>}
    </div>
  );
}

/** Pictures from elsewhere are not fetched: what a page loads must not depend on a card. */
export function Picture({ cell: { src, label } }: { readonly cell: CellOf<'image'> }) {
  if (src.startsWith('data:image/')) return <img className={styles.picture} src={src} alt={label} />;
  return <span className={styles.faint}>{MAP_WORDS.grid.picture}</span>;
}
