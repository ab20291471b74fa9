import type { Import, Mapping, Preview } from '@continuo/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client, queryClient } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { MAPPING_WORDS as WORDS } from '../../words/data.ts';
import styles from './data.module.css';
import { DryRunView } from './dry-run.tsx';
import { isKnownZone, MappingFields } from './mapping-fields.tsx';

/** True when there is enough to make events of. */
function isComplete(mapping: Mapping): boolean {
  const hasActivity = mapping.activity !== null || (mapping.activityName ?? '') !== '';
  return mapping.time !== '' && hasActivity && isKnownZone(mapping.timeZone ?? '');
}

/** Which column is what: guessed, to be checked by the person, proved by five customers. */
export function MappingEditor({ one, preview }: { readonly one: Import; readonly preview: Preview }) {
  const [mapping, setMapping] = useState<Mapping>(one.mapping ?? preview.mapping);
  const start = useMutation({
    mutationFn: () => client.call('startImport', { params: { id: one.id }, body: mapping }),
    onSuccess: async (next) => {
      queryClient.setQueryData(['import', one.id], next);
      await queryClient.invalidateQueries({ queryKey: ['import', one.id] });
    },
  });
  const complete = isComplete(mapping);
  return (
    <div className={styles.two}>
      <Card title={WORDS.title} note={preview.format.toUpperCase()}>
        <div className={styles.fields}>
          {preview.recognised && (
            <p className={styles.recognised}>
              <Glyph kind="good" /> {WORDS.recognised(preview.recognised)}
            </p>
          )}
          {preview.warnings.length > 0 && (
            <div>
              <h3>{WORDS.warnings}</h3>
              <ul>
                {preview.warnings.map((warning) => (
                  <li key={warning} className={styles.warn}>
                    {warning}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <MappingFields preview={preview} mapping={mapping} onChange={setMapping} />
          {start.error && <ProblemBox error={start.error} />}
          {!complete && <p className={styles.warn}>{WORDS.missing}</p>}
          <div className={styles.actions}>
            <Button
              look="primary"
              size="large"
              isDisabled={!complete || start.isPending}
              onPress={() => start.mutate()}
            >
              {start.isPending ? WORDS.starting : WORDS.start}
            </Button>
          </div>
        </div>
      </Card>
      <DryRunView id={one.id} mapping={mapping} isOn={complete} />
    </div>
  );
}
