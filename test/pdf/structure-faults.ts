import { broken } from "./archive-faults";
import { structureOf, within, type Element } from "./heard";
import { drawnOn } from "./page-content";
import type { PdfDictionary, PdfFile, PdfValue } from "./pdf-file";

/** The rules of PDF/A-2a and PDF/UA-1 on structure that a file breaks: by their clauses, as veraPDF numbers them. */
export function structureFaults(file: PdfFile): string[] {
  const { catalog, pages } = file;
  const root = file.dictionary(catalog.StructTreeRoot) as PdfDictionary | null;
  if (root === null) return ["6.7.3.3 structure", "7.1 all that is drawn is in the structure, or told to nobody"];
  const document = structureOf(file);
  const preferences = file.dictionary(catalog.ViewerPreferences) as PdfDictionary | null;
  return [
    ...broken({
      "6.7.2.2 marked": file.dictionary(catalog.MarkInfo).Marked === true,
      "6.7.4 language": /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(String(catalog.Lang)),
      "7.1 the title is shown": preferences?.DisplayDocTitle === true,
      "7.1 all that is drawn is in the structure, or told to nobody": pages.every((page) =>
        drawnOn(file, page).every(({ marks }) => {
          const [artifacts, said] = [
            marks.filter(({ tag }) => tag === "Artifact"),
            marks.filter((one) => one.mcid !== null),
          ];
          return artifacts.length + said.length === 1;
        }),
      ),
      "7.1 elements know what they are in": isTree(file, root),
      "7.1 what is drawn knows its element": pages.every((page) => isFound(file, root, page)),
    }),
    ...faultsOfElements(document),
  ];
}

/** Returns whether each element names the one that holds it. */
function isTree(file: PdfFile, root: PdfDictionary): boolean {
  const holds = (parent: PdfDictionary): boolean =>
    file.list(parent.K).every((kid) => {
      const element = file.dictionary(kid);
      return typeof kid === "number" || element.S === undefined || (file.get(element.P) === parent && holds(element));
    });
  return holds(root);
}

/** Returns whether each piece of a page is in one element, which the structure finds from the page. */
function isFound(file: PdfFile, root: PdfDictionary, page: PdfDictionary): boolean {
  const numbers = file.list(file.dictionary(root.ParentTree).Nums);
  const at = numbers.findIndex((key, index) => index % 2 === 0 && key === page.StructParents);
  const elements = file.list(numbers[at + 1]);
  const pieces = new Set(drawnOn(file, page).flatMap(({ marks }) => marks.flatMap(({ mcid }) => mcid ?? [])));
  return [...pieces].every((mcid) => holdsPiece(file, file.dictionary(elements[mcid]), page, mcid));
}

function holdsPiece(file: PdfFile, element: PdfDictionary | null, page: PdfDictionary, mcid: number): boolean {
  if (element === null) return false;
  return file.list(element.K).some((kid: PdfValue) => {
    if (typeof kid === "number") return kid === mcid && file.get(element.Pg) === page;
    const { MCID, Pg } = file.dictionary(kid);
    return MCID === mcid && file.get(Pg) === page;
  });
}

/** What an element may hold, of those that we use. */
const kids: Readonly<Record<string, RegExp>> = {
  Document: /^(H\d|P|Div|Table|Figure)$/,
  Div: /^P$/,
  Table: /^TR$/,
  TR: /^T[HD]$/,
  TD: /^H\d$/,
  TH: /^$/,
};

function faultsOfElements(document: Element): string[] {
  const all = [document, ...everyElement(document)];
  const levels = all.flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type[1])] : []));
  const tables = within(document, "Table");
  return broken({
    "6.7.3.4 and 7.2 elements are where they may be": all.every(({ type, kids: own }) =>
      own.every((kid) => typeof kid === "string" || (kids[type] ?? /^$/).test(kid.type)),
    ),
    "7.2 tables are even": tables.every((table) => new Set(within(table, "TR").map(widthOf)).size === 1),
    "7.4.2 headings go down by one": levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1),
    "7.5 headings of tables say what they are over": tables.every((table) =>
      within(table, "TH").every(({ scope }) => scope === "/Column" || scope === "/Row"),
    ),
    "7.5 each cell has a heading": tables.every(isHeaded),
  });
}

function everyElement(element: Element): Element[] {
  return element.kids.flatMap((kid) => (typeof kid === "string" ? [] : [kid, ...everyElement(kid)]));
}

const widthOf = (row: Element): number =>
  row.kids.reduce((sum, kid) => sum + (typeof kid === "string" ? NaN : kid.span), 0);

/** Returns whether each cell that is alone in its column has a heading: that of its row, or the first one above it. */
function isHeaded(table: Element): boolean {
  const above: (Element | undefined)[] = [];
  return within(table, "TR").every((row) => {
    let column = 0;
    let isNamed = false;
    return (row.kids as readonly Element[]).every((cell) => {
      const at = column;
      column += cell.span;
      if (cell.scope === "/Row") isNamed = true;
      if (cell.scope === "/Column") above[at] = cell;
      return cell.type === "TH" || cell.span > 1 || cell.kids.length === 0 || isNamed || above[at] !== undefined;
    });
  });
}
