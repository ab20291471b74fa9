import type { Behind } from '@continuo/core';
import type { TokenName } from '../theme/tokens.ts';
import type { Weight } from './text-width.ts';

/** A colour of the theme, or nothing. */
export type Paint = TokenName | 'none';

/** What every part of a drawing may carry. */
export interface Common {
  readonly className?: string;
  /** Shown by the browser when the pointer rests on it. */
  readonly title?: string;
  /** Written as `data-<key>`. Keys are lower case letters and hyphens. */
  readonly data?: Readonly<Record<string, string>>;
  /** 0 … 1. */
  readonly opacity?: number;
}

export interface Stroke {
  readonly stroke?: Paint;
  readonly strokeWidth?: number;
  readonly strokeOpacity?: number;
  /** Lengths of dash and gap. Dashes mean "planned" and nothing else. */
  readonly dash?: readonly number[];
  readonly roundEnds?: boolean;
}

export interface Fill {
  readonly fill?: Paint;
  readonly fillOpacity?: number;
}

export interface Group extends Common {
  readonly kind: 'group';
  readonly children: readonly SceneNode[];
  /** Moves the children. */
  readonly x?: number;
  readonly y?: number;
  readonly scale?: number;
  /** The focus stop this group is the body of. */
  readonly stop?: string;
}

export interface Rect extends Common, Stroke, Fill {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
  /** Fills with 45° lines of the stroke colour instead of the fill: what is missing or not measured. */
  readonly hatch?: Paint;
}

export interface Path extends Common, Stroke, Fill {
  readonly kind: 'path';
  readonly d: string;
}

export interface Text extends Common {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** px, never under 12. */
  readonly size: number;
  readonly weight: Weight;
  readonly fill: Paint;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly italic?: boolean;
  /** Colour of a 4 px outline that keeps the text readable over lines. */
  readonly halo?: Paint;
}

export interface Line extends Common, Stroke {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Circle extends Common, Stroke, Fill {
  readonly kind: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}

export type SceneNode = Group | Rect | Path | Text | Line | Circle;

/** One thing a person can walk to with the keys and open. */
export interface FocusStop {
  readonly id: string;
  /** Said in full: what it is, its numbers with their units. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whose number it is: the input of the question `people`. Null: nobody stands behind it. */
  readonly behind: Behind | null;
  /** Stops the arrow keys lead to. */
  readonly next: Readonly<Partial<Record<'right' | 'left' | 'up' | 'down', string>>>;
}

/** A drawing: what is to be seen, what is to be said, what can be walked to. Sizes in CSS px, never scaled. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly SceneNode[];
  /** In reading order. */
  readonly stops: readonly FocusStop[];
  /** What the drawing leaves out, in plain words; to be shown below it. */
  readonly notes: readonly string[];
}
