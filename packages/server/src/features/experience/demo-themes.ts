import type { Theme } from '@continuo/core';
import type { Services } from '../../platform/services.ts';

const words = (language: string, any: readonly string[], not: readonly string[] = []) => ({ language, any, not });

/** What customers of the demo's airline speak of, in the words they use. */
export const DEMO_THEMES: readonly Theme[] = [
  {
    key: 'bags',
    title: 'Bags',
    words: [
      words('en', ['bag', 'bags', 'suitcase*', 'luggage', 'baggage', 'belt'], ['baggage line', 'sleeping bag']),
      words('fr', ['valise*', 'bagage*', 'tapis']),
      words('es', ['maleta*', 'equipaje', 'cinta']),
    ],
  },
  {
    key: 'seats',
    title: 'Sitting together',
    words: [
      words('en', ['seat*', 'row', 'rows', 'window', 'sat apart', 'sit together', 'sitting apart', 'split up']),
      words('fr', ['rangée*', 'siège*', 'hublot', 'côte à côte', 'à côté']),
      words('es', ['asiento*', 'fila*', 'ventanilla']),
    ],
  },
  {
    key: 'waiting',
    title: 'Waiting and lines',
    words: [
      words('en', ['wait*', 'queue*', 'line', 'lines', 'hold music', 'on hold'], ['baggage line']),
      words('fr', ['attend*', 'attente', 'file', 'files']),
      words('es', ['espera*', 'cola', 'colas']),
    ],
  },
  {
    key: 'connection',
    title: 'The connection in Madrid',
    words: [words('', ['madrid', 'gate', 'passport*', 'connection', 'sixty minutes', 'missed*', 'correspondance'])],
  },
  {
    key: 'kindness',
    title: 'Kindness of staff',
    words: [
      words('en', ['kind', 'kindly', 'friendly', 'nice', 'smile*', 'crew', 'helped', 'thank*'], ['no thanks']),
      words('fr', ['gentil*', 'équipage', 'sourire*', 'merci', 'aimable*']),
      words('es', ['amable*', 'sonrisa*', 'gracias', 'tripulación']),
    ],
  },
  {
    key: 'price',
    title: 'Price and fees',
    words: [
      words('en', ['price*', 'fee', 'fees', 'paid', 'pay', 'cost*', 'money', 'refund*']),
      words('fr', ['prix', 'frais', 'payer', 'payé', 'rembours*']),
      words('es', ['precio*', 'tasa*', 'pagar', 'pagué', 'reembols*']),
    ],
  },
  {
    key: 'knowing',
    title: 'Nobody could say',
    words: [
      words('en', ['nobody', 'no reason', 'no answer', 'told', 'somebody who knows', 'every desk', 'desk to desk']),
      words('fr', ['personne', 'aucune réponse', 'comptoir en comptoir']),
      words('es', ['nadie', 'ninguna respuesta']),
    ],
  },
];

/** The demo's codebook, in a workspace that has none: what somebody made stays as it is. */
export async function ensureDemoThemes({ state }: Pick<Services, 'state'>, workspace: number): Promise<void> {
  await state.transaction(async (db) => {
    if ((await state.themes.list(db, workspace)).length > 0) return;
    for (const theme of DEMO_THEMES) await state.themes.put(db, workspace, theme);
  });
}

/** Takes the demo's themes out again, except those that somebody changed. */
export async function removeDemoThemes({ state }: Pick<Services, 'state'>, workspace: number): Promise<void> {
  const ours = new Map(DEMO_THEMES.map((theme) => [theme.key, JSON.stringify(theme)]));
  await state.transaction(async (db) => {
    for (const theme of await state.themes.list(db, workspace))
      if (ours.get(theme.key) === JSON.stringify(theme)) await state.themes.remove(db, workspace, theme.key);
  });
}
