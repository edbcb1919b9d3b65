import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { cellName } from "../../src/cells";
import { Package } from "../../src/workbook/files/package";
import { WorkbookPart } from "../../src/workbook/files/workbook-part";
import { parseBlock } from "../host/model/state/area";
import { definedNames } from "../workbook/files/package-check";
import { withPart } from "../workbook/files/rich-workbook";
import { open, valueAt, type Opened } from "./checks";
import { convertAll } from "./convert";
import { rebill } from "./shipped";

/** Schools of two communes, the City's own among them: installations, maintenance, and what the CAGB bears. */
function inventory(): Promise<Uint8Array> {
  const titles = [
    "Commune",
    "École",
    "Élèves",
    "Serveur standard",
    "Postes clients standard",
    "Dont installés dans l'année",
  ];
  const rows = [
    ["Amagney", "École primaire", 100, 1, 14, 8],
    ["Besançon", "École Fontaine", 80, 1, 10, 2],
  ];
  return writeXlsx({ sheets: [{ name: "Parc", rows: [titles, ...rows] }] });
}

/** A cell that is printed of a document that is sent: where it is written in the package, and where formulas find it. */
interface PrintedCell {
  readonly path: string;
  readonly cell: string;
  readonly place: string;
}

/** What says how many, or how much, in words or among words. */
const saysFigures = /\d\s?(?:€|%|école|élève|poste)|euros?\b/;

/**
 * Faults of the documents sent once a number of one of them is typed over, each of a fiche and of the état with its annex in turn: numbers
 * that are no longer what they were, beside words that are.
 */
export async function checkHandEdits(folder: string): Promise<string[]> {
  const name = "retouches-2014";
  const [input, out] = [join(folder, `${name}.xlsx`), join(folder, `${name}-produit.xlsx`)];
  writeFileSync(input, await inventory());
  rebill(input, name, out);
  const written = await open(readFileSync(out), out);
  const sent = printedCells(written, /^(titre|fiche-\d.*)$/);
  const typed = printedCells(written, /^(titre|fiche-25014-.*)$/).filter(
    ({ place }) => typeof valueAt(written, place) === "number",
  );
  const paths = typed.map((one, index) => {
    const path = join(folder, `retouche-${index}.xlsx`);
    const value = Number(valueAt(written, one.place)) + 1;
    writeFileSync(
      path,
      withPart(written.bytes, one.path, (part) => typedOver(part, one.cell, value)),
    );
    return path;
  });
  const computed = convertAll([out, ...paths], "xlsx");
  const [untouched, ...edited] = await Promise.all(computed.map((bytes) => open(bytes, out)));
  return edited.flatMap((after, index) =>
    staleWords(sent, untouched!, after).map((fault) => `${typed[index]!.place} typed over: ${fault}`),
  );
}

/** Returns the cells of the print areas of documents, by their keys. */
function printedCells({ bytes }: Opened, wanted: RegExp): PrintedCell[] {
  const pack = Package.open(bytes);
  const areas = definedNames(bytes).filter(({ name }) => name === "_xlnm.Print_Area");
  return new WorkbookPart(pack, pack.workbookPath()!).sheets().flatMap(({ name, path, key }) => {
    if (key === null || path === null || !wanted.test(key)) return [];
    const area = areas.find(({ sheet }) => sheet === name)!.value;
    const { top, left, bottom, right } = parseBlock(area.slice(area.lastIndexOf("!") + 1).replaceAll("$", ""))!;
    const cells: PrintedCell[] = [];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const cell = cellName(row, column);
        cells.push({ path, cell, place: `'${name.replaceAll("'", "''")}'!${cell}` });
      }
    return cells;
  });
}

/** Returns the part of a sheet with a number in one of its cells, in the place of what gave it. */
function typedOver(part: string, cell: string, value: number): string {
  const written = new RegExp(`(<c r="${cell}"[^>]*>)(?:<f>[^<]*</f>)?<v>[^<]*</v></c>`);
  if (!written.test(part)) throw new Error(`${cell} holds no number.`);
  return part.replace(written, `$1<v>${value}</v></c>`);
}

/** Returns the words that say figures and are what they were, in the documents of which a number is not. */
function staleWords(cells: readonly PrintedCell[], before: Opened, after: Opened): string[] {
  const pairs = cells.map((one) => ({ ...one, was: valueAt(before, one.place), is: valueAt(after, one.place) }));
  const moved = new Set(pairs.flatMap(({ path, was, is }) => (typeof was === "number" && was !== is ? path : [])));
  return pairs.flatMap(({ path, place, was, is }) =>
    moved.has(path) && typeof was === "string" && saysFigures.test(was) && was === is
      ? [`${place} still says « ${was} »`]
      : [],
  );
}
