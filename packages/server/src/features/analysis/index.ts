export { askingFor } from './asking.ts';
export { asked, tableOf } from './drawing.ts';
export { renderAnswer } from './render.ts';
export { analysisRoutes } from './routes.ts';
export { askQuestion, questionNamed } from './service.ts';
export { withoutWords } from './without-words.ts';
