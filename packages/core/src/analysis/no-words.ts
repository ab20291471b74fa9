/** Said in the limits of an answer whose words are left out because free text is switched off. */
export const NO_WORDS_SAYS = 'What customers wrote is not shown here: an admin has switched free text off.';
