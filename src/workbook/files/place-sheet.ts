import type { SheetModel } from "../../documents";
import { blockName } from "../addresses";
import { clearUnseen } from "./draw-graphics";
import { relationshipsPath, type Package } from "./package";
import { bytesOf, childrenOf, rootOf, textOf } from "./xml";

/**
 * Copies a drawn sheet into another package at `target`, with what it links to (drawing, chart) under free names and
 * its cell formats renumbered by `styles`. What was at `target` is replaced.
 */
export function placeSheet(
  pack: Package,
  drawn: Package,
  path: string,
  target: string,
  styles: readonly number[],
): void {
  let text = textOf(drawn.read(path)).replace(
    /(<c r="[A-Z]+\d+"(?: t="\w+")?) s="(\d+)"/g,
    (_, start: string, style: string) => `${start} s="${styles[Number(style)]}"`,
  );
  const links = drawn.relationships(path).filter((link) => link.external);
  for (const link of links) text = addAnchor(text, link.id, link.target);
  const codeName = pack.has(target)
    ? /<sheetPr[^>]* codeName="([^"]*)"/.exec(textOf(pack.read(target)))?.[1]
    : undefined;
  // Macros know a sheet by its code name: a sheet that is replaced keeps it.
  if (codeName !== undefined) text = text.replace("<sheetPr", `<sheetPr codeName="${codeName}"`);
  pack.remove(target);
  pack.write(target, bytesOf(text));
  pack.setContentType(target, drawn.contentType(path)!);
  placeLinks(pack, drawn, path, target);
}

/** Parts a link to a place of another file, which hucre writes as one, into an address and a location. */
function addAnchor(text: string, id: string, target: string): string {
  const location = target.slice(target.indexOf("#") + 1);
  const escaped = location.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return text.replace(`r:id="${id}"`, () => `r:id="${id}" location="${escaped}"`);
}

function placeLinks(pack: Package, drawn: Package, path: string, target: string): void {
  const relationships = relationshipsPath(path);
  if (!drawn.has(relationships)) return;
  const document = drawn.xml(relationships);
  const elements = childrenOf(rootOf(document));
  if (elements.length === 0) return;
  const links = new Map(drawn.relationships(path).map((link) => [link.id, link]));
  for (const element of elements) {
    const link = links.get(element.getAttribute("Id") ?? "")!;
    if (link.external) element.setAttribute("Target", link.target.slice(0, link.target.indexOf("#")));
    else {
      const free = pack.freePath(link.target.replace(/\d+(?=\.\w+$)/, "#"));
      const part = drawn.read(link.target);
      pack.write(free, link.kind === "chart" ? bytesOf(clearUnseen(textOf(part))) : part);
      pack.setContentType(free, drawn.contentType(link.target)!);
      placeLinks(pack, drawn, link.target, free);
      element.setAttribute("Target", `/${free}`);
    }
  }
  pack.write(relationshipsPath(target), document);
}

/** What follows the ignored errors in the part of a sheet, as it is drawn. */
const afterIgnoredErrors = /(?=<(?:drawing|legacyDrawing|tableParts|extLst)[ >]|<\/worksheet>)/;

/**
 * Returns the part of a sheet in which Excel leaves alone the texts made of digits. Codes of communes are such texts, and Excel marks
 * each as a number stored as text, with a green triangle.
 */
export function leaveDigitsInText(part: string, model: SheetModel): string {
  const ranges = rangesOfDigits(model).join(" ");
  if (ranges === "") return part;
  const ignored = `<ignoredErrors><ignoredError sqref="${ranges}" numberStoredAsText="1"/></ignoredErrors>`;
  return part.replace(afterIgnoredErrors, ignored);
}

/** Returns the texts made of digits, as runs of cells down each column. */
function rangesOfDigits({ rows }: SheetModel): string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const runs: { left: number; right: number; top: number; bottom: number }[] = [];
    rows.forEach(({ cells }, row) => {
      const cell = cells[column];
      // The result of a formula is never marked.
      if (!cell || cell.formula !== undefined || typeof cell.value !== "string" || !/^\d+$/.test(cell.value)) return;
      const run = runs.at(-1);
      if (run?.bottom === row - 1) run.bottom = row;
      else runs.push({ left: column, right: column, top: row, bottom: row });
    });
    return runs.map(blockName);
  }).flat();
}
