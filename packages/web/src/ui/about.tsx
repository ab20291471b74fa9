import { Info } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { DEFINITIONS, type DefinitionName } from '../words/definitions.ts';
import { UI_WORDS } from '../words/ui.ts';
import styles from './overlay.module.css';
import { Popover } from './popover.tsx';

/** The "i" beside a number: what it counts, of whom, and what it does not say. */
export function About({ name }: { readonly name: DefinitionName }) {
  return <AboutThis {...DEFINITIONS[name]} />;
}

/** The same with words that come from elsewhere. */
export function AboutThis(definition: {
  readonly name: string;
  readonly means: string;
  readonly limits: string | null;
}) {
  return (
    <Popover
      label={definition.name}
      trigger={
        <Button className={styles.about ?? ''} aria-label={UI_WORDS.about(definition.name)}>
          <Info size={14} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      }
    >
      <h3>{definition.name}</h3>
      <p>{definition.means}</p>
      {definition.limits && <p className="meta">{definition.limits}</p>}
    </Popover>
  );
}
