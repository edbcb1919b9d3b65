import { remembered } from "../../cells";
import { childOf, childrenOf, newElement, rootOf, type Document, type Element } from "./xml";

/** The lists of a style sheet that a cell's format points into, in the standard's order. */
const lists = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"] as const;
type List = (typeof lists)[number];

/** First number of the formats that are the workbook's own; those below are built in, the same everywhere. */
const firstOwnFormat = 164;

/** The font of the workbook's « Normal » style: generated sheets are drawn in it, as Excel itself would. */
export interface BaseFont {
  readonly name: string;
  readonly size: number;
}

/** Returns the base font of a style sheet. */
export function baseFontOf(styles: Document): BaseFont {
  const root = rootOf(styles);
  const normal = entries(root, "cellStyleXfs")[0] ?? entries(root, "cellXfs")[0];
  const font = entries(root, "fonts")[Number(normal?.getAttribute("fontId") ?? 0)];
  const name = font === undefined ? null : childOf(font, "name")?.getAttribute("val");
  const size = font === undefined ? null : Number(childOf(font, "sz")?.getAttribute("val"));
  return { name: name || "Calibri", size: size || 11 };
}

/**
 * Moves to a style sheet the cell formats of another one, which is left without them, keeping all of its own where they are. What is
 * there already is used again, so that a second run adds nothing. Returns, for each format of `added`, its number in `styles`.
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
  // Cells without a format stay on the workbook's own default one.
  return [0, ...mergeList(root, "cellXfs", moved.slice(1))];
}

/** The lists that a cell's format points into, and the attribute that holds the place. */
const pointedLists = [
  ["fonts", "fontId"],
  ["fills", "fillId"],
  ["borders", "borderId"],
] as const;

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

/** Adds number formats, known by their code; a code that the workbook lacks takes a number that it does not use. */
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

/** Returns what an element says, whatever the prefixes and the order of its attributes. */
function fingerprint(element: Element): string {
  const attributes: string[] = [];
  for (let index = 0; index < element.attributes.length; index++) {
    const { name, value } = element.attributes.item(index)!;
    if (name !== "xmlns" && !name.startsWith("xmlns:")) attributes.push(`${name}=${value}`);
  }
  return `${element.localName}[${attributes.sort().join(" ")}](${childrenOf(element).map(fingerprint).join()})`;
}
