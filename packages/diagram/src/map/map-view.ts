import type { Behind } from '@continuo/core';

/** What is shown: what we designed, both, or what customers lived. */
export type MapLayer = 'planned' | 'both' | 'lived';

/** Goes well ✓, hurts ▲, not known ○. */
export type MapStatus = 'good' | 'alert' | 'none';

/** Names of the definitions behind the numbers; their words are in `MAP_DEFINITIONS`. */
export type DefinitionKey =
  | 'people'
  | 'got-it'
  | 'as-promised'
  | 'felt'
  | 'tried'
  | 'steady'
  | 'as-planned'
  | 'had'
  | 'harm'
  | 'another-way'
  | 'not-yet'
  | 'off-map'
  | 'compared'
  | 'channel'
  | 'time'
  | 'status'
  | 'coverage'
  | 'returning';

/** A lived number: its words, what it counts and who stands behind it. */
export interface Figure {
  /** "443", "61 of 100", "44 min". */
  readonly text: string;
  readonly n: number;
  /** Of how many; null: it is no part of a whole (a time, a count on its own). */
  readonly of: number | null;
  /** "between 57 and 65 of 100"; null: exact, or too few to say. */
  readonly sure: string | null;
  readonly definition: DefinitionKey;
  /** Input of the question `people`; null: nobody can be listed. */
  readonly behind: Behind | null;
}

/** Words with a tone: `alert` is harm to customers and gets ▲, `strong` stands out, `quiet` steps back. */
export interface ToneText {
  readonly text: string;
  readonly tone: 'plain' | 'strong' | 'quiet' | 'alert' | 'quote';
  readonly behind: Behind | null;
}

export interface MapSentence {
  /** What customers got. */
  readonly lead: string;
  /** The worst moment, how many it hit and since when, how many went as planned; joined as they are, spaces included. */
  readonly rest: readonly ToneText[];
}

export interface MapFact {
  readonly key: 'got-it' | 'as-promised' | 'felt' | 'tried' | 'steady';
  /** "Got what they came for". */
  readonly label: string;
  readonly status: MapStatus;
  /** "61 of 100"; "not known". */
  readonly value: string;
  /** "390 of 640; was 84 of 100". */
  readonly note: string;
  /** Null when not known. */
  readonly figure: Figure | null;
  /** Only of `felt`. */
  readonly voices: VoiceFigures | null;
}

export interface VoiceFigures {
  readonly unhappy: Figure;
  readonly neutral: Figure;
  readonly happy: Figure;
}

export type MapColumn =
  | {
      readonly kind: 'step';
      /** `step:<id>`. */
      readonly id: string;
      readonly step: string;
      readonly title: string;
      /** Index in `MapView.stages`. */
      readonly stage: number;
      readonly status: MapStatus;
      /** Events of the workspace were seen for it; null: not asked (nothing lived is known). */
      readonly isConnected: boolean | null;
    }
  | {
      readonly kind: 'off-map';
      /** `off:<activity>`. */
      readonly id: string;
      readonly activity: string;
      readonly title: string;
      readonly stage: number;
      readonly status: MapStatus;
      readonly isConnected: true;
    };

export interface MapStage {
  readonly id: string;
  readonly title: string;
  /** Null on the planned layer: no status without lived. */
  readonly status: MapStatus | null;
  /** "goes well", "hurts", "not known". */
  readonly words: string;
  /** First column and how many. Stages without a column are left out. */
  readonly from: number;
  readonly columns: number;
}

/** Who comes again and where most of them come in. */
export interface MapLoop {
  readonly text: string;
  readonly figure: Figure;
  /** Column indexes: from the last one back to where they come in; `to` null: not known where. */
  readonly from: number;
  readonly to: number | null;
}

/** What a card rests on, faded already: `heard` older than twelve months reads `think`. */
export interface MapCard {
  /** Id in the contract; null: it comes from what customers said or from a count. */
  readonly id: string | null;
  readonly lane: string | null;
  readonly text: string;
  readonly evidence: 'think' | 'heard' | 'measured';
  /** "we think", "we heard (14, Oct 2026)", "we measured", "we heard in Mar 2025: too old to count". */
  readonly words: string;
  readonly felt: 'unhappy' | 'neutral' | 'happy' | null;
  /** The journey it was said in, for its story; null: none. */
  readonly run: string | null;
}

export interface ChannelPart {
  readonly channel: string;
  /** Name as people read it: "Phone". */
  readonly name: string;
  /** Null: planned, nobody counted. */
  readonly figure: Figure | null;
  /** 0 … 1 of all customers of the cell; 0 without a figure. */
  readonly share: number;
  readonly isPlanned: boolean;
  /** Lived, but not what we planned: gets "+". */
  readonly isExtra: boolean;
}

/** One step in one lane. `label` says all of it, for those who do not see it. */
export type MapCell =
  /** Nothing to say here; `words` "not connected", "not measured" or "". */
  | { readonly kind: 'nothing'; readonly words: string; readonly label: string; readonly isOff: boolean }
  | {
      readonly kind: 'step';
      readonly label: string;
      readonly title: string;
      /** dashed: planned only; solid: lived; plus: not on our map. */
      readonly outline: 'dashed' | 'solid' | 'plus';
      readonly status: MapStatus;
      /** "connected", "not connected", "optional", "their way is better". */
      readonly foot: string;
      /** The mark before the foot; null: none. */
      readonly mark: 'good' | 'alert' | 'none' | 'linked' | null;
      /** What followed, in one sentence; empty unless compared. */
      readonly compared: string;
      readonly matters: boolean;
      readonly ends: 'goal' | 'failure' | null;
    }
  | {
      readonly kind: 'customers';
      readonly label: string;
      readonly had: Figure;
      /** Harmed in whatever way; null: not on our map, where nothing was owed. */
      readonly harmed: Figure | null;
      /** Heights as shares of `MapView.people`, 0 … 1, from below: had it, harmed without it, went another way, not yet. */
      readonly lived: number;
      readonly harm: number;
      readonly anotherWay: number;
      readonly notYet: number;
      /** Where the planned line stands; null: none (another layer, or the step may be passed over). */
      readonly planned: number | null;
      /** "171 went wrong", "96 another way", "559 not yet"; null: nothing is missing. */
      readonly gap: { readonly text: string; readonly tone: 'alert' | 'quiet'; readonly figure: Figure } | null;
      readonly isOffMap: boolean;
    }
  | { readonly kind: 'channels'; readonly label: string; readonly parts: readonly ChannelPart[] }
  | {
      readonly kind: 'voices';
      readonly label: string;
      readonly voices: VoiceFigures;
      /** "17 answered of 614", in two lines. */
      readonly answered: readonly [string, string];
    }
  | {
      readonly kind: 'time';
      readonly label: string;
      /** Half take longer; null: planned only. */
      readonly half: Figure | null;
      /** Promised, ms; null: none. */
      readonly promisedMs: number | null;
      readonly promised: string;
      /** "1 in 10: 46 h"; empty when even they are in time. */
      readonly tail: string;
      readonly tone: 'plain' | 'alert';
      /** Lengths of bar and tick, 0 … 1 of the widest of the two; without a promise there is no bar (0) and no tick. */
      readonly bar: number;
      readonly tick: number | null;
    }
  | {
      readonly kind: 'count';
      readonly label: string;
      readonly figure: Figure;
      readonly of: string;
      readonly tone: 'plain' | 'alert';
    }
  | { readonly kind: 'cards'; readonly label: string; readonly cards: readonly MapCard[] }
  | {
      readonly kind: 'emotion';
      readonly label: string;
      /** Intended, −2 … +2; null: none. */
      readonly intended: number | null;
      /** Lived, −2 … +2, only from 30 answers up; null: too few for a place on the curve. */
      readonly lived: number | null;
      /** Which face is most frequent among five answers or more; null: fewer. */
      readonly face: 'unhappy' | 'neutral' | 'happy' | null;
      /** "11 of 14 unhappy". */
      readonly words: string;
    }
  | {
      readonly kind: 'lines';
      readonly label: string;
      readonly first: string;
      readonly second: string;
      readonly isMissing: boolean;
    }
  | { readonly kind: 'image'; readonly label: string; readonly src: string; readonly text: string };

export interface MapRow {
  /** `steps customers channels voices time tried know owner` or `lane:<lane id>`. */
  readonly id: string;
  /** Lane of the contract it shows; null: built in. */
  readonly lane: string | null;
  readonly title: string;
  readonly note: string;
  /** One a column. */
  readonly cells: readonly MapCell[];
}

export interface MapView {
  readonly title: string;
  readonly layer: MapLayer;
  /** Customers who set out; null: nothing lived is known. */
  readonly people: number | null;
  /** Status of the worst fact, which it names: "hurts · as promised"; null on the planned layer. */
  readonly status: { readonly kind: MapStatus; readonly words: string } | null;
  readonly sentence: MapSentence;
  /** Five, or none on the planned layer. */
  readonly facts: readonly MapFact[];
  /** "7 of 11 steps connected, 6 of 100 answered". */
  readonly coverage: string;
  readonly stages: readonly MapStage[];
  readonly columns: readonly MapColumn[];
  readonly loop: MapLoop | null;
  readonly rows: readonly MapRow[];
  /** Which marks are in use, for the legend. */
  readonly legend: readonly ('planned' | 'lived' | 'another-way' | 'harm' | 'off-map')[];
  /** What is left out, in plain words. */
  readonly notes: readonly string[];
}
