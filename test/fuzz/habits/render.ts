import { writeXlsx } from "hucre/xlsx";
import { Canvas } from "./canvas";
import type { Drawing } from "./model";
import { firstFile, type Place } from "./places";

/** A written file. */
export interface RenderedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is written, the file of the inventory first, and what each of its cells is, by `[file]Sheet!A1`. */
export interface Rendered {
  readonly files: readonly RenderedFile[];
  readonly places: ReadonlyMap<string, Place>;
}

/** Writes a drawing as .xlsx files. */
export async function render(drawing: Drawing): Promise<Rendered> {
  const places = new Map<string, Place>();
  const names = [...new Set([firstFile, ...drawing.sheets.map(({ file }) => file ?? firstFile)])];
  const files = names.map(async (name): Promise<RenderedFile> => {
    const own = drawing.sheets.filter(({ file }) => (file ?? firstFile) === name);
    return { name, bytes: await writeXlsx({ sheets: own.map((sheet) => new Canvas(sheet, places).draw()) }) };
  });
  return { files: await Promise.all(files), places };
}
