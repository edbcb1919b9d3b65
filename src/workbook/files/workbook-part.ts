import { addTo, quoteSheetName } from "../../cells";
import { checksumName } from "../checksum";
import {
  copiesOf,
  copyMark,
  formulaOfText,
  keyIn,
  keyName,
  numberedFormulas,
  originalsOf,
  recordPrefix,
  textOfName,
  type WorkbookName,
} from "../generated-names";
import { damaged } from "./opened-file";
import { relationshipsPath, type Package } from "./package";
import { checkWorkbookMarkup, sheetKinds } from "./workbook-markup";
import { attributeOf, childOf, childrenOf, newElement, rootOf, type Document, type Element } from "./xml";

/** A sheet as its workbook lists it. */
interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  /** The path of its part when it is a worksheet; null for a chart sheet or a macro sheet. */
  readonly path: string | null;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly key: string | null;
  /** The checksum of its cells as they were written; null when it has none. */
  readonly checksum: string | null;
  /** Formulas of the names that hold its run record, in order. */
  readonly record: readonly string[];
}

/** A defined name; `sheet` is the zero-based index of the sheet to which it belongs, null for the workbook. */
export interface DefinedName extends WorkbookName {
  readonly sheet: number | null;
  readonly hidden?: boolean;
}

/** The elements that precede those that we insert, in the order of the standard. */
const beforeNames = ["sheets", "functionGroups", "externalReferences"];
const beforeCalculation = [...beforeNames, "definedNames"];

/** The part `xl/workbook.xml`: list of sheets, names, recalculation on opening. All its other content is kept. */
export class WorkbookPart {
  private readonly document: Document;
  private readonly root: Element;
  private readonly links: Document;
  private readonly kinds: Map<string, { kind: string; target: string }>;

  /** Opens the part at `pack.workbookPath()`. Throws when it is malformed. */
  constructor(
    private readonly pack: Package,
    private readonly path: string,
  ) {
    this.document = pack.xml(path);
    this.root = rootOf(this.document);
    this.links = pack.xml(relationshipsPath(path));
    this.kinds = new Map(pack.relationships(path).map((link) => [link.id, link]));
    this.check();
  }

  /** Throws when a sheet has no part, or two sheets share a part or a name: sheets would be ignored or read twice. */
  private check(): void {
    const elements = this.sheetElements();
    if (elements.length === 0) throw damaged(this.path);
    checkWorkbookMarkup(this.root, this.path);
    const links = elements.map((element) => this.kinds.get(attributeOf(element, "id") ?? ""));
    if (links.some((link) => link !== undefined && !sheetKinds.has(link.kind)))
      throw damaged(relationshipsPath(this.path));
    const targets = links.map((link) => link?.target);
    const names = elements.map((element) => element.getAttribute("name")?.toLowerCase());
    for (const listed of [targets, names])
      if (listed.includes(undefined) || new Set(listed).size < listed.length) throw damaged(this.path);
  }

  get date1904(): boolean {
    const value = childOf(this.root, "workbookPr")?.getAttribute("date1904");
    return value === "1" || value === "true";
  }

  /** Returns the sheets, in the order of their tabs. */
  sheets(): SheetEntry[] {
    const names = this.namesBySheet();
    return this.sheetElements().map((element, place) => {
      const own = names.get(place) ?? [];
      const link = this.kinds.get(attributeOf(element, "id") ?? "");
      return {
        name: element.getAttribute("name") ?? "",
        sheetId: Number(element.getAttribute("sheetId")),
        path: link?.kind === "worksheet" ? link.target : null,
        visibility: visibilityOf(element.getAttribute("state")),
        key: keyIn(own),
        checksum: textOfName(own, checksumName),
        record: numberedFormulas(own, recordPrefix),
      };
    });
  }

  /** Returns the paths of its sheets of all kinds, in the order of their tabs. */
  sheetParts(): string[] {
    return this.sheetElements().map((element) => this.kinds.get(attributeOf(element, "id") ?? "")!.target);
  }

  /** Makes the workbook open on a sheet, given by its index, in each of its windows. */
  openOn(place: number): void {
    const views = childOf(this.root, "bookViews") ?? newElement(this.root, "bookViews", {});
    if (views.parentNode === null) this.root.insertBefore(views, childOf(this.root, "sheets"));
    if (childrenOf(views).length === 0) views.appendChild(newElement(views, "workbookView", {}));
    for (const view of childrenOf(views, "workbookView")) view.setAttribute("activeTab", String(place));
  }

  /** Returns the workbook-scoped names. */
  names(): WorkbookName[] {
    return this.definedNames().filter(({ sheet }) => sheet === null);
  }

  /** Returns every name, of the workbook and of its sheets. */
  definedNames(): DefinedName[] {
    return this.nameElements().map(definedNameOf);
  }

  /** Returns the path of the part linked as `kind` (`styles`, `calcChain`), or null. */
  linkedPart(kind: string): string | null {
    return [...this.kinds.values()].find((link) => link.kind === kind)?.target ?? null;
  }

  /** Adds a sheet after the others, and a link to its part. */
  addSheet(name: string, part: string): void {
    const sheets = childOf(this.root, "sheets")!;
    const elements = this.sheetElements();
    const sheetId = Math.max(0, ...elements.map((element) => Number(element.getAttribute("sheetId")))) + 1;
    const id = this.addLink("worksheet", part);
    const element = newElement(sheets, "sheet", { name, sheetId: String(sheetId) });
    // The namespace of the attribute depends on the variant of the standard.
    const namespace = this.root.namespaceURI!.includes("purl.oclc.org")
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    element.setAttributeNS(namespace, "r:id", id);
    sheets.appendChild(element);
  }

  /** Removes sheets, by index, and their names; names that refer to them become `#REF!`, as when Excel deletes. */
  removeSheets(places: ReadonlySet<number>): void {
    if (places.size === 0) return;
    const elements = this.sheetElements();
    const removed = elements.filter((_, place) => places.has(place)).map((element) => element.getAttribute("name")!);
    const newPlace = new Map<number, number>();
    elements.forEach((element, place) => {
      if (places.has(place)) {
        this.removeLink(attributeOf(element, "id") ?? "");
        element.parentNode!.removeChild(element);
      } else newPlace.set(place, newPlace.size);
    });
    for (const name of this.nameElements()) {
      const scope = name.getAttribute("localSheetId");
      const place = scope === null ? null : newPlace.get(Number(scope));
      if (place === undefined) name.parentNode!.removeChild(name);
      else {
        if (place !== null) name.setAttribute("localSheetId", String(place));
        if (removed.some((sheet) => refersTo(name.textContent ?? "", sheet))) name.textContent = "#REF!";
      }
    }
    for (const view of childrenOf(childOf(this.root, "bookViews") ?? this.root, "workbookView"))
      for (const attribute of ["activeTab", "firstSheet"]) {
        const value = view.getAttribute(attribute);
        if (value !== null) view.setAttribute(attribute, String(newPlace.get(Number(value)) ?? 0));
      }
  }

  /** Removes all names of the given sheets, by index, and the given names of the workbook. */
  removeNames(places: ReadonlySet<number>, names: ReadonlySet<string>): void {
    for (const element of this.nameElements()) {
      const { name, sheet } = definedNameOf(element);
      if (sheet === null ? names.has(name) : places.has(sheet)) element.parentNode!.removeChild(element);
    }
  }

  /** Changes the keys of sheets, given by index. */
  changeKeys(keys: ReadonlyMap<number, string>): void {
    for (const element of this.nameElements()) {
      const { name, sheet } = definedNameOf(element);
      const key = sheet === null || name.toUpperCase() !== keyName ? undefined : keys.get(sheet);
      if (key !== undefined) element.textContent = formulaOfText(key);
    }
  }

  /** Adds names, except those of the workbook that already exist. */
  addNames(names: readonly DefinedName[]): void {
    if (names.length === 0) return;
    const taken = new Set(this.names().map(({ name }) => name.toUpperCase()));
    const parent = childOf(this.root, "definedNames") ?? this.insert("definedNames", beforeNames);
    for (const { name, sheet, formula, hidden } of names) {
      if (sheet === null && taken.has(name.toUpperCase())) continue;
      const scope = sheet === null ? {} : { localSheetId: String(sheet) };
      const element = newElement(parent, "definedName", { name, ...scope, ...(hidden ? { hidden: "1" } : {}) });
      element.textContent = formula;
      parent.appendChild(element);
    }
  }

  /** Whether Excel saved the file before recalculating it, as it may in manual calculation mode. */
  get isLeftUncalculated(): boolean {
    const calculation = childOf(this.root, "calcPr");
    const isManual = calculation?.getAttribute("calcMode") === "manual";
    return isManual && ["0", "false"].includes(calculation?.getAttribute("calcCompleted") ?? "");
  }

  /** Makes Excel recalculate on opening, and unlinks the calculation chain, which generated sheets make obsolete. */
  recalculateOnOpening(): void {
    const calculation = childOf(this.root, "calcPr") ?? this.insert("calcPr", beforeCalculation);
    calculation.setAttribute("fullCalcOnLoad", "1");
    for (const [id, link] of this.kinds) if (link.kind === "calcChain") this.removeLink(id);
  }

  /** Adds a link to a part; returns the id of the link. */
  addLink(kind: string, part: string): string {
    const root = rootOf(this.links);
    let number = this.kinds.size + 1;
    while (this.kinds.has(`rId${number}`)) number++;
    const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
    root.appendChild(newElement(root, "Relationship", { Id: `rId${number}`, Type: type, Target: `/${part}` }));
    this.kinds.set(`rId${number}`, { kind, target: part });
    return `rId${number}`;
  }

  /** Writes the changes into the package. */
  save(): void {
    const names = childOf(this.root, "definedNames");
    if (names !== null && childrenOf(names).length === 0) this.root.removeChild(names);
    this.pack.write(this.path, this.document);
    this.pack.write(relationshipsPath(this.path), this.links);
  }

  private removeLink(id: string): void {
    const root = rootOf(this.links);
    for (const element of childrenOf(root)) if (element.getAttribute("Id") === id) root.removeChild(element);
    this.kinds.delete(id);
  }

  private sheetElements(): Element[] {
    return childrenOf(childOf(this.root, "sheets") ?? this.root, "sheet");
  }

  private nameElements(): Element[] {
    const names = childOf(this.root, "definedNames");
    return names === null ? [] : childrenOf(names, "definedName");
  }

  /** Returns the sheet-scoped names, by index of their sheet. */
  private namesBySheet(): Map<number, DefinedName[]> {
    const names = new Map<number, DefinedName[]>();
    for (const name of this.definedNames()) if (name.sheet !== null) addTo(names, name.sheet, name);
    return names;
  }

  private insert(localName: string, after: readonly string[]): Element {
    const element = newElement(this.root, localName, {});
    const previous = childrenOf(this.root).filter((child) => after.includes(child.localName!));
    this.root.insertBefore(element, previous[previous.length - 1]!.nextSibling);
    return element;
  }
}

function definedNameOf(element: Element): DefinedName {
  const place = element.getAttribute("localSheetId");
  return {
    name: element.getAttribute("name") ?? "",
    formula: element.textContent ?? "",
    sheet: place === null ? null : Number(place),
  };
}

function visibilityOf(state: string | null): SheetEntry["visibility"] {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}

function refersTo(formula: string, sheet: string): boolean {
  return formula.includes(`${quoteSheetName(sheet)}!`) || formula.startsWith(`${sheet}!`);
}

/** A generated sheet of a workbook; `place` is the zero-based position of its tab. */
export type GeneratedSheet = PlacedSheet & { readonly key: string };

type PlacedSheet = SheetEntry & { readonly place: number; readonly path: string };

/** Returns the generated worksheets, one for each key. */
export function generatedSheetsOf(sheets: readonly SheetEntry[]): GeneratedSheet[] {
  return originalsOf(placed(sheets));
}

/** Returns the new keys of copied sheets, by index. */
export function keysOfCopies(sheets: readonly SheetEntry[]): Map<number, string> {
  return new Map(copiesOf(placed(sheets)).map(({ key, place }) => [place, copyMark + key]));
}

function placed(sheets: readonly SheetEntry[]): PlacedSheet[] {
  return sheets.flatMap((sheet, place) => (sheet.path === null ? [] : [{ ...sheet, path: sheet.path, place }]));
}
