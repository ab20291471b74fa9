export { Gathering } from './gathering.ts';
export { homeRoutes } from './home-routes.ts';
export { leavePages } from './leave-pages.ts';
export { lettersRoutes } from './letter-routes.ts';
export { ensureDemoLetter, LetterPost, removeDemoLetter } from './post.ts';
export { staffPages } from './staff-pages.ts';
