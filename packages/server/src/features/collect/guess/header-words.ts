/** Parts of an event that a column can be. */
export type Role =
  | 'person'
  | 'caseKey'
  | 'activity'
  | 'time'
  | 'channel'
  | 'score'
  | 'text'
  | 'lifecycle'
  | 'messageId';

interface RoleWords {
  /** Whole names, as standards and well-known exports write them. */
  readonly exact: readonly string[];
  /** Words of a name: English, German, French, Spanish, Italian, Dutch, Portuguese. */
  readonly words: readonly string[];
}

const WORDS: Readonly<Record<Role, RoleWords>> = {
  person: {
    exact: [
      'userid',
      'user_id',
      'distinct_id',
      'customerid',
      'customer_id',
      'clientid',
      'email',
      'email address',
      'caller_id',
    ],
    words: [
      ...[
        'customer',
        'user',
        'client',
        'person',
        'member',
        'contact',
        'email',
        'mail',
        'caller',
        'requester',
        'patient',
      ],
      ...['subscriber', 'visitor', 'passenger', 'guest', 'applicant', 'respondent', 'cdid', 'account'],
      ...['kunde', 'kunden', 'kundennummer', 'nutzer', 'benutzer', 'anrufer', 'utilisateur', 'personne', 'abonné'],
      ...[
        'cliente',
        'usuario',
        'utente',
        'persona',
        'klant',
        'klantnummer',
        'gebruiker',
        'utilizador',
        'usuário',
        'pessoa',
      ],
    ],
  },
  caseKey: {
    exact: [
      'case:concept:name',
      'case_id',
      'caseid',
      'case id',
      'case',
      'ticket_id',
      'order_id',
      'trace',
      'ocel:oid',
      'sessionid',
    ],
    words: [
      ...[
        'case',
        'ticket',
        'order',
        'incident',
        'session',
        'trace',
        'invoice',
        'application',
        'claim',
        'request',
        'process',
      ],
      ...[
        'vorgang',
        'auftrag',
        'fall',
        'bestellung',
        'antrag',
        'dossier',
        'commande',
        'caso',
        'pedido',
        'ordine',
        'pratica',
      ],
      ...['zaak', 'bestelling', 'processo', 'number', 'nummer', 'invoiceno'],
    ],
  },
  activity: {
    exact: [
      'concept:name',
      'activity',
      'event',
      'event_name',
      'eventname',
      'action',
      'what happened',
      'what',
      'ocel:activity',
      'segment:activity',
    ],
    words: [
      ...[
        'activity',
        'event',
        'action',
        'step',
        'task',
        'touchpoint',
        'state',
        'stage',
        'status',
        'handling',
        'operation',
        'happened',
      ],
      ...[
        'aktivität',
        'aktivitaet',
        'ereignis',
        'vorgangsschritt',
        'schritt',
        'aktion',
        'activité',
        'événement',
        'étape',
      ],
      ...[
        'actividad',
        'evento',
        'acción',
        'paso',
        'estado',
        'attività',
        'azione',
        'fase',
        'activiteit',
        'gebeurtenis',
        'stap',
      ],
      ...['atividade', 'ação', 'etapa'],
    ],
  },
  time: {
    exact: [
      'time:timestamp',
      'timestamp',
      'time',
      'date',
      'datetime',
      'event_time',
      'ocel:timestamp',
      'created_at',
      'occurred_at',
    ],
    words: [
      ...['time', 'timestamp', 'date', 'datetime', 'created', 'occurred', 'recorded', 'at', 'when', 'end'],
      ...[
        'zeit',
        'zeitpunkt',
        'zeitstempel',
        'datum',
        'uhrzeit',
        'heure',
        'horodateur',
        'horodatage',
        'fecha',
        'hora',
        'marca',
      ],
      ...['data', 'ora', 'tijd', 'tijdstip', 'tijdstempel', 'tweet_created', 'carimbo'],
    ],
  },
  channel: {
    exact: ['channel', 'contact_type', 'via', 'origin', 'case origin', 'context.channel'],
    words: ['channel', 'medium', 'via', 'origin', 'kanal', 'canal', 'canale', 'kanaal'],
  },
  score: {
    exact: ['nps', 'nps_score', 'score', 'rating', 'csat', 'ces', 'review_score', 'satisfaction', 'nps score'],
    words: [
      ...['score', 'nps', 'csat', 'ces', 'rating', 'stars', 'recommend', 'satisfaction', 'satisfied', 'likelihood'],
      ...['bewertung', 'note', 'punkte', 'sterne', 'zufriedenheit', 'weiterempfehlung', 'recommandation', 'étoiles'],
      ...['puntuación', 'valoración', 'satisfacción', 'punteggio', 'voto', 'soddisfazione', 'cijfer', 'beoordeling'],
      ...['tevredenheid', 'nota', 'avaliação', 'satisfação', 'pontuação'],
    ],
  },
  text: {
    exact: ['comment', 'comments', 'text', 'feedback', 'verbatim', 'review_comment_message', 'message', 'body'],
    words: [
      ...[
        'comment',
        'comments',
        'text',
        'feedback',
        'verbatim',
        'message',
        'review',
        'reason',
        'answer',
        'remark',
        'why',
      ],
      ...['kommentar', 'nachricht', 'anmerkung', 'grund', 'commentaire', 'avis', 'remarque', 'comentario', 'opinión'],
      ...[
        'commento',
        'messaggio',
        'opmerking',
        'reactie',
        'toelichting',
        'comentário',
        'mensagem',
        'subject',
        'description',
      ],
    ],
  },
  lifecycle: {
    exact: ['lifecycle:transition', 'lifecycle', 'transition', 'registration_type', 'event_type'],
    words: ['lifecycle', 'transition', 'registration_type'],
  },
  messageId: {
    exact: ['messageid', 'message_id', 'event_id', 'eventid', 'uuid', 'insert_id', '$insert_id', 'submission_id'],
    words: [],
  },
};

/** Words of a column name, lower case: `contactType`, `contact_type` and `Contact type` are the same two. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-zà-ÿ0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** How much a column name sounds like a role: 1 a name known from standards, 0.7 a word of it, 0 not at all. */
export function headerScore(name: string, role: Role): { readonly score: number; readonly word: string } {
  const lower = name.trim().toLowerCase();
  const { exact, words } = WORDS[role];
  if (exact.includes(lower)) return { score: 1, word: lower };
  const own = wordsOf(name);
  const hit = own.find((word) => words.includes(word));
  if (hit === undefined) return { score: 0, word: '' };
  // One word among many says less: "Departure/Arrival time convenient" is no time.
  return { score: own.length <= 3 ? 0.7 : 0.45, word: hit };
}
