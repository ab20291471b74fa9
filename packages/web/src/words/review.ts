/** Words of the day on which a journey is looked at again. */
export const REVIEW_WORDS = {
  next: (day: string) => `Next review ${day}`,
  overdue: (day: string) => `Review overdue since ${day}`,
  none: 'No review planned',
};
