import { childOf, childrenOf, newElement, type Element } from "../../../../src/workbook/files/xml";
import type { HostBook } from "../state/book";
import type { HostName } from "../state/name";
import type { HostSheet } from "../state/sheet";

/** Where the names of a workbook's own part stand, in the standard's order. */
const before = ["sheets", "functionGroups", "externalReferences"];

/**
 * Brings the names of a workbook's part to those of the host. Names of generated sheets and of our amounts are left:
 * they are written with the documents.
 */
export function editNames(root: Element, book: HostBook, places: ReadonlyMap<number, HostSheet>): void {
  const parent = childOf(root, "definedNames") ?? insertNames(root);
  const wanted = new Map<HostName, HostSheet | null>();
  for (const name of book.names) if (!isOurs(name.name, name.formula)) wanted.set(name, null);
  for (const sheet of places.values()) if (sheet.key === null) for (const name of sheet.names) wanted.set(name, sheet);
  for (const element of childrenOf(parent, "definedName")) {
    const scope = element.getAttribute("localSheetId");
    const sheet = scope === null ? null : places.get(Number(scope));
    const text = element.getAttribute("name") ?? "";
    // Excel's own names follow the sheets; a sheet that is not there takes its names with it.
    if (text.startsWith("_xlnm.") || sheet === undefined || (sheet !== null && sheet.key !== null)) continue;
    if (sheet === null && isOurs(text, element.textContent ?? "")) continue;
    const known = [...wanted].find(([name, of]) => of === sheet && name.name === text)?.[0];
    if (known === undefined) parent.removeChild(element);
    else {
      if (element.textContent !== known.formula) element.textContent = known.formula;
      wanted.delete(known);
    }
  }
  const placeOf = new Map([...places].map(([place, sheet]) => [sheet, place]));
  for (const [name, sheet] of wanted) {
    const element = newElement(parent, "definedName", {
      name: name.name,
      ...(sheet === null ? {} : { localSheetId: String(placeOf.get(sheet)) }),
      ...(name.visible ? {} : { hidden: "1" }),
    });
    element.textContent = name.formula;
    parent.appendChild(element);
  }
  if (childrenOf(parent).length === 0) root.removeChild(parent);
}

function isOurs(name: string, formula: string): boolean {
  return name.toUpperCase().startsWith("ORDICLASSE_") && formula.includes("!");
}

function insertNames(root: Element): Element {
  const element = newElement(root, "definedNames", {});
  const previous = childrenOf(root).filter((child) => before.includes(child.localName!));
  root.insertBefore(element, previous.at(-1)!.nextSibling);
  return element;
}
