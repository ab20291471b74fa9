import { shortened } from './shortened.ts';

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
const CALENDAR_DAY = /^\d{1,4}[.\-/]\d{1,2}[.\-/]\d{1,4}$/;
// Seven digits or more with the usual separators: phone, card and account numbers; years, prices and flight numbers stay.
const NUMBER = /(?<![\p{L}\p{N}])\(?\+?\d[\d ().\-/]{5,}\d(?![\p{L}\p{N}])/gu;

/** A customer's words with contact details hidden: e-mail addresses and long numbers become `•••`. */
export function maskContacts(text: string): string {
  return text
    .replace(EMAIL, '•••')
    .replace(NUMBER, (found) => (CALENDAR_DAY.test(found) || found.replace(/\D/g, '').length < 7 ? found : '•••'));
}

/** As much of one comment as pages show; no address or number is longer than the letters that are looked at beyond. */
const SHOWN_LETTERS = 1_000;
const LOOKED_BEYOND = 400;

/** A comment as people are shown it: contact details masked, its beginning where it is longer than 1,000 letters. */
export function shownWords(text: string): string {
  return shortened(maskContacts(text.slice(0, SHOWN_LETTERS + LOOKED_BEYOND)), SHOWN_LETTERS);
}
