import type { Held, Privacy } from '@continuo/contract';
import { HELD, type HeldTable } from '@continuo/state';
import { countHeld, HELD_IN_WAREHOUSE } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { STAFF_RULES } from './staff-rules.ts';

/** What is held, with how many rows of it this workspace has now; what concerns customers first. */
export async function privacyOf(services: Services, workspace: number): Promise<Privacy> {
  const { state, warehouse, outbox } = services;
  const [switches, ofState, ofWarehouse, endpoints] = await Promise.all([
    services.switches(workspace),
    state.held.count(state.db, workspace),
    countHeld(warehouse, workspace),
    state.webhooks.list(state.db, workspace),
  ]);
  const held = [...linesOf(HELD_IN_WAREHOUSE, ofWarehouse), ...linesOf(HELD, ofState)];
  const on = endpoints.filter(({ status }) => status === 'on');
  return {
    switches,
    held: ['customers', 'both', 'staff', 'nobody'].flatMap((about) => held.filter((line) => line.about === about)),
    staff: STAFF_RULES,
    outside: [
      ...(outbox.hasMail
        ? [{ who: 'The mail server the operator set up', what: 'e-mails, with their addresses' }]
        : []),
      ...on.map(({ url, types }) => ({ who: new URL(url).host, what: `webhooks: ${types.join(', ')}` })),
    ],
  };
}

function linesOf(tables: Readonly<Record<string, HeldTable>>, counts: ReadonlyMap<string, number>): Held[] {
  return Object.entries(tables).map(([id, { fields, ...table }]) => ({
    id,
    ...table,
    many: counts.get(id) ?? null,
    fields: Object.entries(fields).map(([name, what]) => ({ name, what })),
  }));
}

const ABOUT = {
  customers: 'Customers',
  both: 'Customers and staff',
  staff: 'Staff',
  nobody: 'Nobody in particular',
} as const;

/** A cell of a Markdown table: one line, no bars. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');

/** The privacy sheet as a text for people: what is held, why, how long, who sees it. */
export function sheetMarkdown({ held, switches, outside }: Privacy, workspace: string): string {
  const parts = Object.entries(ABOUT).map(([about, title]) => {
    const lines = held.filter((line) => line.about === about);
    const rows = lines.map(({ what, why, until, seenBy, many }) =>
      [what, why, until, seenBy, many === null ? '' : String(many)].map(cell).join(' | '),
    );
    const fields = lines.map(({ what, fields: all }) => `- **${what}**: ${all.map((one) => one.what).join('; ')}.`);
    const head = '| What | Why | How long | Who sees it | Rows now |\n|---|---|---|---|---:|';
    return `## ${title}\n\n${head}\n${rows.map((row) => `| ${row} |`).join('\n')}\n\nIn detail:\n\n${fields.join('\n')}`;
  });
  const off = [switches.freeText ? [] : ['free text'], switches.personLevel ? [] : ['single customers']].flat();
  return `${[
    `# Privacy sheet of ${workspace}`,
    'Made from what the system really holds: a test fails when anything is kept that has no line here.',
    off.length === 0 ? 'Nothing is switched off.' : `Switched off: ${off.join(' and ')}.`,
    ...parts,
    '## Who else receives data',
    outside.length === 0
      ? 'Nobody: no mail server and no webhook is set up.'
      : outside.map(({ who, what }) => `- **${who}**: ${what}`).join('\n'),
  ].join('\n\n')}\n`;
}

/** What the system can show about employees, as a text for a works council. */
export function staffMarkdown({ staff }: Privacy, workspace: string): string {
  const list = (rules: Privacy['staff']['shows']): string =>
    rules.map(({ says, how }) => `- **${says}.** ${how}`).join('\n');
  return `${[
    '# What this system can show about employees',
    `Workspace: ${workspace}`,
    '## It shows',
    list(staff.shows),
    '## It never shows',
    list(staff.never),
  ].join('\n\n')}\n`;
}
