import { remembered } from "../../cells";
import { childOf, childrenOf, newElement, rootOf, type Document, type Element } from "./xml";

/** The lists of a style sheet that a cell format refers to, in the order of the standard. */
const lists = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"] as const;
type List = (typeof lists)[number];

/** The lowest id of a custom number format; lower ones are built in and the same everywhere. */
const firstOwnFormat = 164;

/** The font of the workbook's « Normal » style, used for generated sheets as Excel itself would. */
export interface BaseFont {
  readonly name: string;
  readonly size: number;
}

/** Returns the base font of a style sheet; Calibri 11 by default. */
export function baseFontOf(styles: Document): BaseFont {
  const root = rootOf(styles);
  const normal = entries(root, "cellStyleXfs")[0] ?? entries(root, "cellXfs")[0];
  const font = entries(root, "fonts")[Number(normal?.getAttribute("fontId") ?? 0)];
  const name = font === undefined ? null : childOf(font, "name")?.getAttribute("val");
  const size = font === undefined ? null : Number(childOf(font, "sz")?.getAttribute("val"));
  return { name: name || "Calibri", size: size || 11 };
}

/**
 * Moves the cell formats of one style sheet to another, whose own formats keep their indices. Existing entries are
 * reused, so that a second run adds nothing. Returns, for each cell format of `added`, its index in `styles`.
 */
export function mergeStyles(styles: Document, added: Document): number[] {
  const root = rootOf(styles);
  const from = rootOf(added);
  const moved = entries(from, "cellXfs");
  for (const [list, attribute] of pointedLists) {
    const places = mergeList(root, list, entries(from, list));
    for (const xf of moved) xf.setAttribute(attribute, String(places[Number(xf.getAttribute(attribute))]));
  }
  const formats = mergeFormats(root, entries(from, "numFmts"));
  for (const xf of moved) {
    const format = xf.getAttribute("numFmtId") ?? "0";
    xf.setAttribute("numFmtId", formats.get(format) ?? format);
  }
  // The default cell format stays the workbook's own.
  return [0, ...mergeList(root, "cellXfs", moved.slice(1))];
}

/** The lists that a cell format refers to, with the attribute that holds the index. */
const pointedLists = [
  ["fonts", "fontId"],
  ["fills", "fillId"],
  ["borders", "borderId"],
] as const;

/** Adds a cell format with a built-in number format, by its id; returns its index. */
export function addNumberFormat(styles: Document, id: number): number {
  const list = childOf(rootOf(styles), "cellXfs")!;
  const format = { numFmtId: String(id), fontId: "0", fillId: "0", borderId: "0", xfId: "0", applyNumberFormat: "1" };
  return mergeList(rootOf(styles), "cellXfs", [newElement(list, "xf", format)])[0]!;
}

function mergeList(root: Element, list: List, added: readonly Element[]): number[] {
  const parent = childOf(root, list) ?? insertList(root, list);
  const known = new Map<string, number>();
  childrenOf(parent).forEach((element, index) => remembered(known, fingerprint(element), () => index));
  let count = childrenOf(parent).length;
  const places = added.map((element) =>
    remembered(known, fingerprint(element), () => {
      parent.appendChild(element);
      return count++;
    }),
  );
  parent.setAttribute("count", String(count));
  return places;
}

/** Adds number formats, identified by their code, under unused ids. Returns the new id of each. */
function mergeFormats(root: Element, added: readonly Element[]): Map<string, string> {
  const moved = new Map<string, string>();
  if (added.length === 0) return moved;
  const parent = childOf(root, "numFmts") ?? insertList(root, "numFmts");
  const own = childrenOf(parent);
  const byCode = new Map(own.map((element) => [element.getAttribute("formatCode"), element.getAttribute("numFmtId")!]));
  let next = Math.max(firstOwnFormat - 1, ...own.map((element) => Number(element.getAttribute("numFmtId")))) + 1;
  for (const element of added) {
    const code = element.getAttribute("formatCode")!;
    const number = remembered(byCode, code, () => {
      const numFmtId = String(next++);
      parent.appendChild(newElement(parent, "numFmt", { numFmtId, formatCode: code }));
      return numFmtId;
    });
    moved.set(element.getAttribute("numFmtId")!, number);
  }
  parent.setAttribute("count", String(childrenOf(parent).length));
  return moved;
}

function entries(root: Element, list: List): Element[] {
  const parent = childOf(root, list);
  return parent === null ? [] : childrenOf(parent);
}

function insertList(root: Element, list: List): Element {
  const element = newElement(root, list, { count: "0" });
  const next = childrenOf(root).find((child) => {
    const place = (lists as readonly string[]).indexOf(child.localName!);
    return place === -1 || place > lists.indexOf(list);
  });
  root.insertBefore(element, next ?? null);
  return element;
}

/** Returns a text that identifies the content of an element, regardless of prefixes and attribute order. */
function fingerprint(element: Element): string {
  const attributes: string[] = [];
  for (let index = 0; index < element.attributes.length; index++) {
    const { name, value } = element.attributes.item(index)!;
    if (name !== "xmlns" && !name.startsWith("xmlns:")) attributes.push(`${name}=${value}`);
  }
  return `${element.localName}[${attributes.sort().join(" ")}](${childrenOf(element).map(fingerprint).join()})`;
}
