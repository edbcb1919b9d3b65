import { readFileSync } from "node:fs";
import type { SheetCells, WorkbookCells } from "../../src/cells";
import { samplePath, samples, sampleYear } from "../acceptance/samples";
import type { TablePlace } from "./editable";
import { openedFile } from "../opened-file";

/** The samples whose figures are known, with the campaign that they are billed for. */
export const sampleNames = samples;
export type SampleName = (typeof samples)[number];

export function campaignYearOf(name: SampleName): number {
  return Number(sampleYear(name));
}

/** The cells of a sample, through the port that the product opens files with. */
export async function loadSample(name: SampleName): Promise<WorkbookCells> {
  const opened = await openedFile(readFileSync(samplePath(`${name}.xlsx`)), `${name}.xlsx`);
  return opened.cells;
}

/** What a sample comes to. */
export function expectedOf(name: SampleName): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(samplePath(`${name}.expected.json`), "utf8")) as Record<string, unknown>;
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** Where the tables of the samples stand, as a person sees them. */
export function placeOf(name: SampleName, sheet: SheetCells): TablePlace | null {
  const bottom = sheet.rows.length - 1;
  const place = (headerTop: number, headerBottom: number, columns: Partial<TablePlace>, bodyBottom = bottom) => ({
    headerTop,
    headerBottom,
    bodyBottom,
    commune: null,
    label: null,
    quantities: [],
    ...columns,
  });
  if (sheet.name === "Effectifs")
    return place(2, 2, { commune: 0, quantities: range(2, (sheet.rows[2]?.length ?? 0) - 1) });
  switch (name) {
    case "parc-ecoles-2014":
      return sheet.name === "Notes" ? null : place(4, 5, { commune: 0, quantities: range(2, 15) }, 145);
    case "suivi-prestations-2014":
      return place(0, 0, { commune: 0, label: 2, quantities: [4] });
    case "un-onglet-par-commune-2014":
      return sheet.name === "Sommaire"
        ? null
        : place(3, 4, { label: 0, quantities: range(1, (sheet.rows[3]?.length ?? 0) - 1) });
    case "registre-materiel-2015":
      return place(0, 0, { commune: 2, label: 1 });
    case "export-glpi-2015":
      return place(0, 0, { label: 5 });
  }
}
