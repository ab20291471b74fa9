import { describe, expect, test } from 'vitest';
import type { RawRow } from '../formats/record.ts';
import { columnFacts } from './column-facts.ts';
import { guessMapping } from './guess-mapping.ts';
import { guessScale } from './guess-scale.ts';
import { guessTime } from './guess-time.ts';

function facts(names: readonly string[], table: readonly (readonly string[])[]) {
  const rows = table.map((values, record): RawRow => ({ record, line: record + 2, values, objectId: '', fault: null }));
  return columnFacts(names, rows);
}

/** Rows of an order log: ids that come back, few activities, times. */
const orders = Array.from({ length: 60 }, (_, i) => [
  `A-${Math.floor(i / 4)}`,
  ['bestellt', 'bezahlt', 'versandt', 'geliefert'][i % 4] as string,
  `2024-03-${String((i % 28) + 1).padStart(2, '0')} 10:00`,
  `K${Math.floor(i / 8) + (i % 3) * 40}`,
  ['Web', 'Filiale'][i % 2] as string,
]);

describe('columns are guessed by their names in many languages and by their values', () => {
  test.each([
    [['case_id', 'activity', 'timestamp', 'customer_id', 'channel']],
    [['Order', 'What happened', 'When', 'Customer', 'Channel']],
    [['Auftrag', 'Aktivität', 'Zeitpunkt', 'Kundennummer', 'Kanal']],
    [['dossier', 'activité', 'horodatage', 'utilisateur', 'canal']],
    [['pedido', 'actividad', 'fecha', 'cliente', 'canal']],
    [['pratica', 'attività', 'data', 'utente', 'canale']],
    [['zaak', 'activiteit', 'tijdstip', 'klantnummer', 'kanaal']],
    [['processo', 'atividade', 'data', 'utilizador', 'canal']],
  ])('%j', (names) => {
    const { mapping, guesses } = guessMapping(facts(names, orders));
    const [caseKey, activity, time, person, channel] = names;
    expect(mapping).toMatchObject({ caseKey, activity, time, person, channel, timeFormat: 'iso', score: null });
    for (const guess of guesses.filter(({ column }) => column !== null)) {
      expect(guess.confidence).toBeGreaterThan(0.5);
      expect(guess.reason).not.toBe('');
    }
  });

  test('start and complete in one column: keep complete, and say so', () => {
    const table = orders.map((row, i) => [...row, i % 2 === 0 ? 'start' : 'complete']);
    const names = ['case_id', 'activity', 'timestamp', 'customer', 'channel', 'lifecycle:transition'];
    expect(guessMapping(facts(names, table)).mapping.lifecycle).toEqual({
      column: 'lifecycle:transition',
      keep: 'complete',
    });
  });

  test('a column of times is no case, even when its name says order', () => {
    const table = orders.map((row) => [row[2] as string, row[1] as string, row[2] as string]);
    const { mapping } = guessMapping(facts(['timestamp', 'status', 'order_delivery_date'], table));
    expect(mapping.caseKey).toBeNull();
  });

  test.each([
    ['comment', ['Lovely', 'Never came', 'So so'], 'comment'],
    ['message', ['ERR_1', 'ERR_2', 'ERR_3'], null],
  ])('short words in a column “%s”: %j', (name, texts, text) => {
    const table = texts.map((words, i) => [`2024-05-0${i + 1}`, String(i * 3), words]);
    expect(guessMapping(facts(['date', 'score', name], table)).mapping.text).toBe(text);
  });

  test('nothing to go by: no time, and nobody', () => {
    const { mapping } = guessMapping(facts(['a', 'b'], [['1', 'x']]));
    expect(mapping).toMatchObject({ time: '', person: null, caseKey: null, activity: null, activityName: 'Row' });
    expect(guessMapping([]).mapping.time).toBe('');
  });
});

describe('time format', () => {
  test.each([
    [['2024-01-02T03:04:05Z', '2024-01-03'], 'iso', false],
    [['1709212507', '1709212508.5'], 'epoch-s', false],
    [['1709212507123'], 'epoch-ms', false],
    [['25/12/2023 10:00', '01/02/2024 10:00'], 'dd/MM/yyyy HH:mm[:ss]', false],
    [['12/25/2023 10:00:01', '01/02/2024 10:00:00'], 'MM/dd/yyyy HH:mm[:ss]', false],
    [['12/25/2023 10:00:01 PM'], 'MM/dd/yyyy hh:mm:ss a', false],
    [['5/13/2024 2:01 PM'], 'MM/dd/yyyy hh:mm a', false],
    [['25.12.2023'], 'dd.MM.yyyy', false],
    [['29-02-2016 01:16'], 'dd-MM-yyyy HH:mm[:ss]', false],
    [['4 Mar 2024'], 'dd MMM yyyy', false],
    // Could be either: the order in which neighbours lie closer is taken, and a person is asked.
    [['01/02/2024', '01/03/2024', '01/04/2024'], 'MM/dd/yyyy', true],
    [['01/02/2024', '02/02/2024', '03/02/2024'], 'dd/MM/yyyy', true],
  ])('%j', (values, format, isDayMonthOpen) => {
    expect(guessTime(values)).toMatchObject({ format, isDayMonthOpen });
  });

  test.each([[[]], [['soon', 'later']], [['1', '2', '3']], [['2024-01-01', 'x', 'y']]])('none for %j', (values) => {
    expect(guessTime(values)).toBeNull();
  });
});

describe('scale', () => {
  test.each([
    ['score', ['0', '7', '10'], '0-10'],
    ['How likely are you to recommend us?', ['9', '10', '8'], '0-10'],
    ['rating', ['1', '5', '3'], '1-5'],
    ['ces', ['1', '7', '2'], '1-7'],
    ['rating', ['1', '9', '10'], '1-10'],
    ['csat', ['80', '100', '20'], '0-100'],
    ['sentiment', ['-0.4', '0.9', '0'], '-1-1'],
    ['score', ['10 - Extremely likely', '0 - Not at all likely'], '0-10'],
    ['score', ['good', 'bad'], null],
    ['amount', ['-50', '20'], null],
    ['amount', ['500', '20'], null],
    ['score', [], null],
  ])('%s %j is %s', (name, values, scale) => {
    const [column] = facts(
      [name],
      values.map((value) => [value]),
    );
    expect(column === undefined ? null : guessScale(column)).toBe(scale);
  });
});
