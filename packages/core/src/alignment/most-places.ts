/** Beyond it no automaton is built: that alone takes seconds, and memory. */
export const MOST_PLACES = 50_000;
