import { ownFill, ownFontColour } from "../gathered-facts";
import type { Area } from "./requests";

/** The kinds of marks: fill, font colour, struck through. */
export const allMarks = ["fill", "font", "struck"] as const;
export type Mark = (typeof allMarks)[number];

/** The marks of some cells: a colour, or 1 for struck through; null when they differ or Excel does not give them. */
export type MarkValues = Partial<Record<Mark, number | null>>;
/** The value for cells without a mark. */
export const unmarked = -1;

/**
 * A question about the marks of an area. A band or a column has one answer for the whole of it, « rows » has one for
 * each row, which Excel may extend to the whole row of the sheet, « cells » has one for each cell.
 */
export interface MarkQuestion extends Area {
  readonly about: "band" | "column" | "rows" | "cells";
  readonly marks: readonly Mark[];
}

/** Answers row by row. */
export type MarkAnswer = readonly (readonly MarkValues[])[];

/** Queues a reading of the marks of each row of a range. */
export function askRowMarks(range: Excel.Range, marks: readonly Mark[] = allMarks): () => MarkValues[] {
  const answer = range.getRowProperties({ format: optionsFor(marks) });
  return () => answer.value.map(({ format }) => valuesOf(format, marks));
}

/** Queues a question about marks. */
export function askMarks(range: Excel.Range, { about, marks }: MarkQuestion): () => MarkAnswer {
  if (about === "rows") {
    const answer = askRowMarks(range, marks);
    return () => answer().map((values) => [values]);
  }
  if (about === "cells") {
    const answer = range.getCellProperties({ format: optionsFor(marks) });
    return () => answer.value.map((cells) => cells.map(({ format }) => valuesOf(format, marks)));
  }
  range.load(marks.map((mark) => paths[mark]).join());
  return () => [[valuesOf(range.format, marks)]];
}

const paths = { fill: "format/fill/color", font: "format/font/color", struck: "format/font/strikethrough" } as const;

/** Returns the load options for some marks; other properties are left out. */
function optionsFor(marks: readonly Mark[]) {
  const font = {
    ...(marks.includes("font") ? { color: true } : {}),
    ...(marks.includes("struck") ? { strikethrough: true } : {}),
  };
  return {
    ...(marks.includes("fill") ? { fill: { color: true } } : {}),
    ...(Object.keys(font).length > 0 ? { font } : {}),
  };
}

/** The loaded properties of a format; no other may be read. */
interface Format {
  readonly fill?: { readonly color?: string };
  readonly font?: { readonly color?: string; readonly strikethrough?: boolean };
}

function valuesOf(format: Format | undefined, marks: readonly Mark[]): MarkValues {
  const values: MarkValues = {};
  for (const mark of marks)
    if (mark === "fill") values.fill = colourOf(format?.fill?.color, ownFill);
    else if (mark === "font") values.font = colourOf(format?.font?.color, ownFontColour);
    else values.struck = { true: 1, false: unmarked }[String(format?.font?.strikethrough)] ?? null;
  return values;
}

/** Returns the colour `#RRGGBB` as a number, `unmarked` for a default one; null for other texts, when cells differ. */
function colourOf(text: string | null | undefined, own: (colour: string) => number | null): number | null {
  const colour = /^#([0-9a-f]{6})$/i.exec(text ?? "")?.[1];
  return colour === undefined ? null : (own(colour.toUpperCase()) ?? unmarked);
}
