import type { SheetModel } from "../../documents";
import type { Setting } from "./draw-cells";
import { clearUnseen } from "./draw-graphics";
import { drawSheet } from "./draw-sheet";
import { relationshipsPath, type Package } from "./package";
import { bytesOf, childrenOf, rootOf, textOf } from "./xml";

const worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** A sheet of another package, whose charts a generated sheet takes. */
interface ChartsSource {
  readonly pack: Package;
  readonly path: string;
}

/** Writes a generated sheet at a place of a package, with its charts under free names. What was there is replaced. */
export function placeSheet(
  pack: Package,
  target: string,
  model: SheetModel,
  setting: Setting,
  charts: ChartsSource | null,
): void {
  // Macros know a sheet by its code name: a sheet that is replaced keeps it.
  const replaced = pack.has(target) ? textOf(pack.read(target)) : "";
  const { part, files } = drawSheet(model, setting, /<sheetPr[^>]* codeName="([^"]*)"/.exec(replaced)?.[1] ?? null);
  pack.remove(target);
  pack.write(target, bytesOf(part));
  pack.setContentType(target, worksheetType);
  // The place in a file is said by the link itself.
  const links = files.map((file) => `${kind("hyperlink")} Target="${encodeURIComponent(file)}" TargetMode="External"`);
  if (charts !== null) {
    const drawing = charts.pack.relationships(charts.path).find((link) => link.kind === "drawing")!;
    links.push(`${kind("drawing")} Target="/${copyPart(pack, charts.pack, drawing)}"`);
  }
  if (links.length > 0) pack.write(relationshipsPath(target), bytesOf(relationshipsOf(links)));
}

function kind(name: string): string {
  return `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}"`;
}

function relationshipsOf(links: readonly string[]): string {
  const drawn = links.map((link, index) => `<Relationship Id="rId${index + 1}" ${link}/>`).join("");
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${drawn}</Relationships>`
  );
}

/** Copies a part of another package that a link leads to, with what it links to, under free names; returns its own. */
function copyPart(pack: Package, from: Package, link: { readonly target: string; readonly kind: string }): string {
  const free = pack.freePath(link.target.replace(/\d+(?=\.\w+$)/, "#"));
  const part = from.read(link.target);
  pack.write(free, link.kind === "chart" ? bytesOf(clearUnseen(textOf(part))) : part);
  pack.setContentType(free, from.contentType(link.target)!);
  copyLinks(pack, from, link.target, free);
  return free;
}

function copyLinks(pack: Package, from: Package, path: string, target: string): void {
  const own = relationshipsPath(path);
  if (!from.has(own)) return;
  const document = from.xml(own);
  const elements = childrenOf(rootOf(document));
  if (elements.length === 0) return;
  const links = new Map(from.relationships(path).map((link) => [link.id, link]));
  for (const element of elements)
    element.setAttribute("Target", `/${copyPart(pack, from, links.get(element.getAttribute("Id") ?? "")!)}`);
  pack.write(relationshipsPath(target), document);
}
