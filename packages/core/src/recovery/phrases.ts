/** How people ask for an answer in a comment, lower case; long enough not to be found by chance. */
export const ANSWER_PHRASES: readonly string[] = [
  ...['please answer', 'please reply', 'please respond', 'please call me', 'call me back', 'please contact me'],
  ...[
    'get back to me',
    'write back to me',
    'waiting for an answer',
    'waiting for a reply',
    'still no answer',
    'nobody answers',
  ],
  ...[
    'llámenme',
    'llamenme',
    'llámame',
    'contéstenme',
    'respóndanme',
    'espero respuesta',
    'espero su respuesta',
    'pónganse en contacto',
  ],
  ...[
    'répondez-moi',
    'rappelez-moi',
    'contactez-moi',
    "j'attends une réponse",
    'j’attends une réponse',
    'merci de me répondre',
  ],
  ...[
    'bitte antworten',
    'rufen sie mich',
    'melden sie sich bei mir',
    'bitte um rückruf',
    'bitte um antwort',
    'warte auf antwort',
  ],
  ...['por favor respondam', 'liguem-me', 'me liguem', 'aguardo resposta', 'entrem em contato', 'entrem em contacto'],
  ...['rispondetemi', 'richiamatemi', 'contattatemi', 'attendo una risposta', 'in attesa di risposta'],
  ...['bel mij terug', 'graag antwoord', 'neem contact met mij op', 'wacht op antwoord'],
  ...['proszę o odpowiedź', 'proszę o kontakt', 'czekam na odpowiedź', 'oddzwońcie'],
  ...['svara mig', 'ring mig', 'väntar på svar', 'kontakta mig'],
  ...['ответьте мне', 'перезвоните мне', 'жду ответа', 'свяжитесь со мной'],
  ...['返事をください', '連絡してください', '返信をお待ち', '電話してください'],
];

/** Whether a comment holds one of the phrases, in any case. Without phrases: those of `ANSWER_PHRASES`. */
export function holdsPhrase(text: string, phrases: readonly string[]): boolean {
  if (text === '') return false;
  const lower = text.toLowerCase();
  return (phrases.length === 0 ? ANSWER_PHRASES : phrases).some((phrase) => lower.includes(phrase.toLowerCase()));
}
