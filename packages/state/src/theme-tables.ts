interface ThemesTable {
  readonly workspace: number;
  readonly key: string;
  /** JSON. */
  readonly theme: string;
}

export interface ThemeTables {
  readonly themes: ThemesTable;
}
