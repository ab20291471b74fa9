/** Words around every drawing. */
export const DRAWING_WORDS = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show all',
  export: 'Export',
  exportLabel: 'Export what is shown',
  formats: {
    svg: 'SVG, a drawing',
    png: 'PNG, a picture',
    pdf: 'PDF, to print',
    csv: 'CSV, a table',
    json: 'JSON, everything',
  },
  share: 'Share',
  shared: 'Link copied',
  sharedHelp: 'It opens this view, with its period and filters, for whoever can open this app.',
  table: 'Table',
  tableTitle: 'The table behind the drawing',
  hideTable: 'Hide the table',
} as const;

export const TABLE_WORDS = { notMeasured: 'not measured' } as const;
