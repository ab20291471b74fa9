import type { Theme } from '@continuo/core';
import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Choice, TextField } from '../../../ui/field.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { FEEDBACK_WORDS, LANGUAGE_WORDS } from '../../../words/feedback.ts';
import { isWhole, themeKey, themeWordsOf, titleOfPhrase, typedOf, type WordsTyped, withWord } from './theme-draft.ts';
import styles from './themes.module.css';
import { forgetThemes } from './use-themes.ts';

const WORDS = FEEDBACK_WORDS.themes;
type Body = NonNullable<NonNullable<Parameters<typeof client.call<'putTheme'>>[1]>['body']>;
const NEW: Theme = { key: '', title: '', words: [{ language: '', any: [], not: [] }] };

/** One theme, new (`theme` null) or known; `phrase` is a suggestion to make one of, or to add to one of `all`. */
export function ThemeForm({
  theme,
  phrase = null,
  all,
  onClose,
}: {
  readonly theme: Theme | null;
  readonly phrase?: string | null;
  readonly all: readonly Theme[];
  readonly onClose: () => void;
}) {
  const [key, setKey] = useState(theme?.key ?? '');
  const fresh =
    phrase === null
      ? NEW
      : { key: '', title: titleOfPhrase(phrase), words: [{ language: '', any: [phrase], not: [] }] };
  const [title, setTitle] = useState((theme ?? fresh).title);
  const [typed, setTyped] = useState(typedOf((theme ?? fresh).words));
  const words = themeWordsOf(typed);
  const save = useMutation({
    mutationFn: () => {
      const own =
        key ||
        themeKey(
          title,
          all.map((one) => one.key),
        );
      return client.call('putTheme', { params: { key: own }, body: { key: own, title: title.trim(), words } as Body });
    },
    onSuccess: async () => {
      announce(WORDS.saved(title.trim()));
      await forgetThemes();
      onClose();
    },
  });
  const into = (next: string) => {
    const known = all.find((one) => one.key === next);
    const whole = known && phrase !== null ? withWord(known, phrase) : fresh;
    setKey(next);
    setTitle(whole.title);
    setTyped(typedOf(whole.words));
  };
  const set = (at: number, change: Partial<WordsTyped>) =>
    setTyped(typed.map((one, place) => (place === at ? { ...one, ...change } : one)));
  const free = ['', ...Object.keys(LANGUAGE_WORDS)].find((language) => !typed.some((one) => one.language === language));
  return (
    <Dialog title={theme ? WORDS.edit : WORDS.add} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole(title, words)) save.mutate();
        }}
      >
        {phrase !== null && all.length > 0 && (
          <Choice
            label={WORDS.form.into}
            value={key}
            options={[{ id: '', text: WORDS.form.newTheme }, ...all.map((one) => ({ id: one.key, text: one.title }))]}
            onChange={into}
          />
        )}
        <TextField label={WORDS.form.title} value={title} onChange={setTitle} />
        {typed.map((one, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name while their language is being chosen
          <fieldset key={place} className={styles.language}>
            <legend className="sr">{nameOfLanguage(one.language)}</legend>
            <div className={styles.languageHead}>
              <Choice
                label={WORDS.form.language}
                value={one.language}
                options={languageOptions(one.language, typed)}
                onChange={(language) => set(place, { language })}
              />
              {typed.length > 1 && (
                <IconButton
                  look="ghost"
                  name={WORDS.form.removeLanguage(nameOfLanguage(one.language))}
                  onPress={() => setTyped(typed.filter((_, at) => at !== place))}
                >
                  <X size={15} aria-hidden="true" />
                </IconButton>
              )}
            </div>
            <TextField
              label={WORDS.form.any}
              help={WORDS.form.anyHelp}
              value={one.any}
              onChange={(any) => set(place, { any })}
            />
            <TextField
              label={WORDS.form.not}
              help={WORDS.form.notHelp}
              value={one.not}
              onChange={(not) => set(place, { not })}
            />
          </fieldset>
        ))}
        {free !== undefined && (
          <div>
            <Button look="ghost" onPress={() => setTyped([...typed, { language: free, any: '', not: '' }])}>
              {WORDS.form.addLanguage}
            </Button>
          </div>
        )}
        {save.error && <ProblemBox error={save.error} />}
        {!isWhole(title, words) && <p className="meta">{WORDS.form.needs}</p>}
        <div className={styles.end}>
          <Button onPress={onClose}>{WORDS.form.cancel}</Button>
          <Button look="primary" type="submit" isDisabled={!isWhole(title, words) || save.isPending}>
            {save.isPending ? WORDS.form.saving : WORDS.form.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function nameOfLanguage(language: string): string {
  return language === '' ? WORDS.form.anyLanguage : (LANGUAGE_WORDS[language] ?? language);
}

/** Languages that no other row has. */
function languageOptions(own: string, typed: readonly WordsTyped[]) {
  const all = new Set(['', ...Object.keys(LANGUAGE_WORDS), own]);
  return [...all]
    .filter((language) => language === own || !typed.some((one) => one.language === language))
    .map((id) => ({ id, text: nameOfLanguage(id) }));
}
