import type { VoiceFigures } from '@continuo/diagram';
import { Face } from '../../../ui/face.tsx';
import { FELT_WORDS } from '../../../words/marks.ts';
import { FigureButton } from './figures.tsx';
import styles from './map-say.module.css';

/** Three faces with their counts, each of which opens its people. */
export function FeltFigures({ voices, size = 15 }: { readonly voices: VoiceFigures; readonly size?: number }) {
  return (['unhappy', 'neutral', 'happy'] as const).map((felt) => (
    <span key={felt} className={styles.voice}>
      <Face felt={felt} size={size} />
      <FigureButton figure={voices[felt]} what={`${voices[felt].text} ${FELT_WORDS[felt]}`} />
    </span>
  ));
}
