/** Settings under which every engine answers, so that the decoders of questions see one form. */
export const ANSWER_SETTINGS = {
  // JSON.parse would round 2^53 + 1.
  output_format_json_quote_64bit_integers: 1,
  // One array: a single JSON.parse instead of one a line.
  output_format_json_array_of_rows: 1,
  session_timezone: 'UTC',
  date_time_output_format: 'iso',
} as const;

/** Rows of a JSONEachRow answer under `ANSWER_SETTINGS`. No bytes at all are no rows. */
export function decodeRows(json: string): readonly Record<string, unknown>[] {
  return json.trim() === '' ? [] : (JSON.parse(json) as Record<string, unknown>[]);
}
