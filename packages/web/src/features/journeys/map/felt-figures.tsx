import type { VoiceFigures } from '@continuo/diagram';
import { Frown, Meh, Smile } from 'lucide-react';
import { FELT_WORDS } from '../../../words/marks.ts';
import { FigureButton } from './figures.tsx';
import styles from './map-say.module.css';

const FACES = { unhappy: Frown, neutral: Meh, happy: Smile } as const;

/** Three faces with their counts, each of which opens its people. */
export function FeltFigures({ voices, size = 15 }: { readonly voices: VoiceFigures; readonly size?: number }) {
  return (['unhappy', 'neutral', 'happy'] as const).map((felt) => {
    const Face = FACES[felt];
    return (
      <span key={felt} className={styles.voice}>
        <Face size={size} strokeWidth={2} className={styles[felt]} aria-hidden="true" />
        <FigureButton figure={voices[felt]} what={`${voices[felt].text} ${FELT_WORDS[felt]}`} />
      </span>
    );
  });
}
