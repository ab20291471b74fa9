export type { FileProblem, ReadResult } from './file/problem.ts';
export { problemText } from './file/problem.ts';
export type { LocatedJourney } from './file/read-journey.ts';
export { readJourneyFile, readLocatedJourney } from './file/read-journey.ts';
export { writeJourneyFile } from './file/write-journey.ts';
