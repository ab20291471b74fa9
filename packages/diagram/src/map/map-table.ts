import { count, elapsed, type Table, text } from '../table/table.ts';
import type { MapCell, MapView } from './map-view.ts';

const STATUS = { good: 'goes well', alert: 'hurts', none: 'not known' } as const;

/** The map as rows (one a step, also those not on the map) and facts as columns; null: not measured. */
export function mapTable(view: MapView): Table {
  const isPlanned = view.layer === 'planned';
  const texts = view.rows.filter(({ cells }) => cells.some(({ kind }) => TEXTS.has(kind)));
  const columns = [
    ...[text('stage', 'Stage'), text('step', 'Step'), text('on_map', 'On our map')],
    ...(isPlanned ? [] : LIVED),
    ...(view.layer === 'lived' ? [] : [elapsed('promised_ms', 'Promised')]),
    text('channels', 'Channels'),
    ...texts.map(({ id, title }) => text(id.replace(/^lane:/, ''), title)),
  ];
  const rows = view.columns.map((column, at) => {
    const cell = <Kind extends MapCell['kind']>(kind: Kind): Extract<MapCell, { kind: Kind }> | null => {
      for (const { cells } of view.rows) {
        const found = cells[at];
        if (found?.kind === kind) return found as Extract<MapCell, { kind: Kind }>;
      }
      return null;
    };
    const [customers, voices, time] = [cell('customers'), cell('voices'), cell('time')];
    const channels = cell('channels');
    const tried = column.kind === 'step' ? cell('count') : null;
    const lived = [
      ...[column.isConnected === true ? 'yes' : 'no', STATUS[column.status]],
      ...[customers?.had.n ?? null, customers?.had.of ?? null],
      customers?.harmed?.n ?? null,
      ...[voices?.voices.unhappy.n ?? null, voices?.voices.neutral.n ?? null, voices?.voices.happy.n ?? null],
      ...[time?.half?.n ?? null, tried?.figure.n ?? null],
    ];
    return [
      ...[view.stages[column.stage]?.title ?? null, column.title, column.kind === 'step' ? 'yes' : 'no'],
      ...(isPlanned ? [] : lived),
      ...(view.layer === 'lived' ? [] : [time?.promisedMs ?? null]),
      channels === null
        ? null
        : channels.parts.map(({ name, figure }) => (figure === null ? name : `${name} ${figure.text}`)).join(', '),
      ...texts.map(({ cells }) => textIn(cells[at])),
    ];
  });
  return { id: 'map', title: view.title, columns, rows };
}

const TEXTS: ReadonlySet<MapCell['kind']> = new Set(['cards', 'lines', 'emotion', 'image']);

const LIVED = [
  text('connected', 'Connected'),
  text('status', 'How it goes'),
  count('people', 'Customers'),
  count('due', 'Of'),
  count('harmed', 'Harmed'),
  count('unhappy', 'Unhappy'),
  count('neutral', 'Neutral'),
  count('happy', 'Happy'),
  elapsed('half_ms', 'Half take longer'),
  count('tried_twice', 'Had to try twice'),
];

function textIn(cell: MapCell | undefined): string | null {
  switch (cell?.kind) {
    case 'cards':
      return cell.cards.map((card) => `${card.text} (${card.words})`).join('; ');
    case 'lines':
      return cell.isMissing ? null : [cell.first, cell.second].filter((line) => line !== '').join('; ');
    case 'emotion':
      return [...(cell.intended === null ? [] : [String(cell.intended)]), cell.words]
        .filter((one) => one !== '')
        .join('; ');
    case 'image':
      return cell.src;
    default:
      return null;
  }
}
