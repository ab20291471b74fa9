interface JourneysTable {
  readonly workspace: number;
  readonly id: number;
  readonly key: string;
  readonly createdMs: number;
  readonly updatedMs: number;
  readonly draft: string;
  readonly draftSeq: number;
  /** Newest published version; 0: none. */
  readonly version: number;
}

interface JourneyEditsTable {
  readonly workspace: number;
  readonly journey: number;
  readonly seq: number;
  readonly atMs: number;
  readonly actor: string;
  readonly client: string;
  readonly edit: string;
}

interface JourneyVersionsTable {
  readonly workspace: number;
  readonly journey: number;
  readonly version: number;
  readonly contract: string;
  readonly touchpoints: string;
  readonly note: string;
  readonly actor: string;
  readonly publishedMs: number;
  readonly fromMs: number | null;
}

interface JourneyStepsTable {
  readonly workspace: number;
  readonly journey: number;
  readonly step: string;
  readonly number: number;
}

interface JourneyDefinitionsTable {
  readonly workspace: number;
  readonly definition: number;
  readonly journey: number;
  readonly kind: string;
  /** Of a draft: 0. */
  readonly version: number;
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly digest: string;
  readonly contract: string;
  readonly status: string;
  readonly sources: string | null;
  readonly builtVersion: number | null;
  readonly error: string | null;
}

interface JourneyGapMarksTable {
  readonly workspace: number;
  readonly journey: number;
  readonly gap: string;
  readonly action: string;
  readonly reason: string;
  readonly actor: string;
  readonly atMs: number;
}

interface TouchpointsTable {
  readonly workspace: number;
  readonly key: string;
  readonly touchpoint: string;
}

/** Tables of maps, as code sees them. */
export interface JourneyTables {
  readonly journeys: JourneysTable;
  readonly journeyEdits: JourneyEditsTable;
  readonly journeyVersions: JourneyVersionsTable;
  readonly journeySteps: JourneyStepsTable;
  readonly journeyDefinitions: JourneyDefinitionsTable;
  readonly journeyGapMarks: JourneyGapMarksTable;
  readonly touchpoints: TouchpointsTable;
}
