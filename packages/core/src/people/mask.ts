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
