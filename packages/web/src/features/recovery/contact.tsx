import { useMutation } from '@tanstack/react-query';
import { Eye, Mail, Phone } from 'lucide-react';
import { useRef } from 'react';
import { client } from '../../api/client.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';
import { PERSON_WORDS } from '../../words/customers.ts';
import { Refusal } from '../accounts/refusal.tsx';
import styles from './callbacks.module.css';

const WORDS = CALLBACK_WORDS.contact;
const isAddress = (value: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);
const isNumber = (value: string): boolean => /^\+?[\d ()./-]{7,20}$/.test(value);

/** Who this is and how to reach them, shown on a press that is written down; gone again with the call-back. */
export function Contact({ person }: { readonly person: string }) {
  const shown = useRef<HTMLDivElement>(null);
  const reveal = useMutation({
    mutationFn: () => client.call('reveal', { params: { person }, body: { purpose: 'call back' } }),
    // The button is gone then: who walks by keys goes on from what it showed.
    onSuccess: () => shown.current?.focus(),
  });
  const known = reveal.data?.identities ?? [];
  const phone = known.find(({ kind, value }) => kind === 'phone' && isNumber(value))?.value;
  const mail = known.find(({ value }) => isAddress(value))?.value;
  const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <div className={styles.contact}>
      {!reveal.data && (
        <Button look="primary" isDisabled={reveal.isPending} onPress={() => reveal.mutate()}>
          <Eye {...icon} />
          {WORDS.show}
        </Button>
      )}
      <div role="status" ref={shown} tabIndex={-1}>
        {reveal.data && known.length === 0 && <p>{WORDS.none}</p>}
        {known.length > 0 && (
          <ul>
            {known.map(({ kind, value }) => (
              <li key={`${kind}:${value}`}>
                <span className="meta">{PERSON_WORDS.identity[kind] ?? kind}</span> <b>{value}</b>
              </li>
            ))}
          </ul>
        )}
        <p className="meta">{reveal.data ? WORDS.written : WORDS.says}</p>
      </div>
      <Refusal error={reveal.error} />
      {(phone ?? mail) !== undefined && (
        <div className={styles.reach}>
          {phone !== undefined && (
            <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} className={buttonClass()}>
              <Phone {...icon} />
              {WORDS.call}
            </a>
          )}
          {mail !== undefined && (
            <a href={`mailto:${mail}`} className={buttonClass()}>
              <Mail {...icon} />
              {WORDS.write}
            </a>
          )}
        </div>
      )}
    </div>
  );
}
