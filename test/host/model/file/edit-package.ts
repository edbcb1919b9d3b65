import { Package } from "../../../../src/workbook/files/package";
import { WorkbookPart } from "../../../../src/workbook/files/workbook-part";
import { attributeOf, childOf, childrenOf, rootOf } from "../../../../src/workbook/files/xml";
import { renamed } from "../formula/references";
import type { HostBook } from "../state/book";
import type { HostSheet } from "../state/sheet";
import { addUserSheets } from "./add-user-sheets";
import { editCells } from "./edit-cells";
import { editNames } from "./edit-names";
import { generatedSheets } from "./generated-models";

const aside = /^(aside|prepare|gone):/;

/** The sheets that the user, or an add-in for him, added: neither documents nor what a publication holds aside. */
function addedSheets(book: HostBook): HostSheet[] {
  const documents = new Set(generatedSheets(book));
  return book.sheets.filter((sheet) => sheet.origin === null && !documents.has(sheet) && !aside.test(sheet.key ?? ""));
}

/**
 * The package as the user left it, documents apart, which are written afterwards: his cells, the names of his sheets and
 * whether they show, his names, the sheets that he added or deleted. Whatever did not change comes out byte for byte.
 */
export async function editPackage(bytes: Uint8Array, book: HostBook): Promise<Uint8Array> {
  const pack = Package.open(bytes);
  const path = pack.workbookPath()!;
  const isChanged = [
    deleteSheets(pack, path, book),
    renameSheets(pack, path, book),
    await addUserSheets(pack, path, addedSheets(book)),
    showOrHide(pack, path, book),
    changeNames(pack, path, book),
    changeCells(pack, book),
  ];
  return isChanged.includes(true) ? pack.toBytes() : bytes;
}

/** Documents that are gone are removed with the documents; the journal, which a run may leave out, is not. */
function deleteSheets(pack: Package, path: string, book: HostBook): boolean {
  const part = new WorkbookPart(pack, path);
  const kept = new Set(book.sheets.map(({ origin }) => origin?.path));
  const gone = part.sheets().flatMap(({ path: target, key }, place) => {
    const isTheirs = key === null || key === "journal";
    return target !== null && isTheirs && !kept.has(target) ? [{ place, target }] : [];
  });
  part.removeSheets(new Set(gone.map(({ place }) => place)));
  for (const { target } of gone) pack.remove(target);
  if (gone.length > 0) part.save();
  return gone.length > 0;
}

function renameSheets(pack: Package, path: string, book: HostBook): boolean {
  const changes = book.sheets.flatMap(({ origin, name }) =>
    origin !== null && origin.name !== name ? [{ path: origin.path, from: origin.name, to: name }] : [],
  );
  if (changes.length === 0) return false;
  const document = pack.xml(path);
  const root = rootOf(document);
  const targets = new Map(pack.relationships(path).map(({ id, target }) => [id, target]));
  for (const sheet of childrenOf(childOf(root, "sheets")!, "sheet")) {
    const target = targets.get(attributeOf(sheet, "id") ?? "");
    const change = changes.find((one) => one.path === target);
    if (change !== undefined) sheet.setAttribute("name", change.to);
  }
  const names = childOf(root, "definedNames");
  for (const name of names === null ? [] : childrenOf(names, "definedName")) {
    // Two sheets may have exchanged their names: each old name is looked for in the text as it was.
    const text = changes.reduce(
      (done, { from }, index) => renamed(done, from, `\u0001${index}`),
      name.textContent ?? "",
    );
    const done = changes.reduce((left, { to }, index) => renamed(left, `\u0001${index}`, to), text);
    if (done !== name.textContent) name.textContent = done;
  }
  pack.write(path, document);
  return true;
}

const states = { Visible: null, Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** Whether each of the user's sheets shows; documents do. */
function showOrHide(pack: Package, path: string, book: HostBook): boolean {
  const places = sheetsByPlace(pack, path, book);
  const document = pack.xml(path);
  let isChanged = false;
  childrenOf(childOf(rootOf(document), "sheets")!, "sheet").forEach((element, place) => {
    const sheet = places.get(place);
    if (sheet === undefined || sheet.key !== null) return;
    const state = states[sheet.visibility];
    const before = element.getAttribute("state");
    if ((before === "visible" ? null : before) === state) return;
    if (state === null) element.removeAttribute("state");
    else element.setAttribute("state", state);
    isChanged = true;
  });
  if (isChanged) pack.write(path, document);
  return isChanged;
}

function changeNames(pack: Package, path: string, book: HostBook): boolean {
  const document = pack.xml(path);
  const places = sheetsByPlace(pack, path, book);
  const before = namesText(document);
  editNames(rootOf(document), book, places);
  if (namesText(document) === before) return false;
  pack.write(path, document);
  return true;
}

/** The sheets of the host by their places in the package. */
function sheetsByPlace(pack: Package, path: string, book: HostBook): ReadonlyMap<number, HostSheet> {
  const byPath = new Map(book.sheets.map((sheet) => [sheet.origin?.path, sheet]));
  const places = new Map<number, HostSheet>();
  new WorkbookPart(pack, path).sheets().forEach((entry, place) => {
    const sheet =
      byPath.get(entry.path ?? "") ?? book.sheets.find((one) => one.origin === null && one.name === entry.name);
    if (sheet !== undefined) places.set(place, sheet);
  });
  return places;
}

function namesText(document: ReturnType<Package["xml"]>): string {
  const names = childOf(rootOf(document), "definedNames");
  return names === null
    ? ""
    : childrenOf(names)
        .map((name) => `${name.getAttribute("name")} ${name.getAttribute("localSheetId")} ${name.textContent}`)
        .join("\n");
}

function changeCells(pack: Package, book: HostBook): boolean {
  let isChanged = false;
  for (const { origin, grid, key } of book.sheets) {
    if (origin === null || key !== null || grid.touched === null || grid.touched.size === 0) continue;
    const document = pack.xml(origin.path);
    editCells(document, grid, grid.touched);
    pack.write(origin.path, document);
    isChanged = true;
  }
  return isChanged;
}
