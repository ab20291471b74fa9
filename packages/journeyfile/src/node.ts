export type { ExportFormat, ImportFormat } from './formats/convert.ts';
export { EXPORT_FORMATS, exportJourney, IMPORT_FORMATS, importFormatOf, importJourney } from './formats/convert.ts';
export type { Starter } from './starters.ts';
export { starters } from './starters.ts';
