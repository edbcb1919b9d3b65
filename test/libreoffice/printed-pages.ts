import { spawnSync } from "node:child_process";
import { Package } from "../../src/workbook/files/package";
import { WorkbookPart } from "../../src/workbook/files/workbook-part";
import { childOf, childrenOf, rootOf } from "../../src/workbook/files/xml";
import type { Opened } from "./checks";

type XmlElement = ReturnType<typeof rootOf>;

/** The text of each page of a PDF, line by line. Needs poppler. */
export function pagesOf(pdf: Uint8Array): string[] {
  const run = spawnSync("pdftotext", ["-layout", "-", "-"], { input: pdf, maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`pdftotext: ${run.error?.message ?? run.stderr.toString()}`);
  return run.stdout.toString("utf8").split("\f").slice(0, -1);
}

/** Generated sheets that LibreOffice prints on other pages than those that they ask for, and how their pages begin. */
export function faultsOfPages({ bytes }: Opened, pages: readonly string[]): string[] {
  const pack = Package.open(bytes);
  const sheets = new WorkbookPart(pack, pack.workbookPath()!).sheets();
  return sheets.flatMap(({ name, path, key }) => {
    if (key === null || path === null) return [];
    const root = rootOf(pack.xml(path));
    const breaks = childOf(root, "rowBreaks");
    const wanted = 1 + (breaks === null ? 0 : childrenOf(breaks, "brk").length);
    const own = pages.filter((page) => headerOf(page)?.endsWith(printedTitle(root)));
    const count = own.length === wanted ? [] : [`${name} is printed on ${own.length} pages, not ${wanted}`];
    const borne = /^fiche/.test(key) ? faultsOfBorne(name, own) : [];
    return [...count, ...borne, ...(key === "fiches-impression" ? faultsOfFiches(own, sheets) : [])];
  });
}

/** A page that shows what the CAGB bears says so, wherever the page begins. */
function faultsOfBorne(name: string, pages: readonly string[]): string[] {
  const mute = pages.filter((page) => /Accès Portail/.test(page) && !/pris en charge par la CAGB/i.test(page)).length;
  return mute === 0 ? [] : [`${mute} pages of ${name} show what the CAGB bears without saying so`];
}

/** Each fiche starts a page, under the titles of the columns, which every page has. */
function faultsOfFiches(pages: readonly string[], sheets: readonly { readonly key: string | null }[]): string[] {
  // The first page of a long fiche lists its schools, whose lines follow on the others.
  const ofLines = pages.filter((page) => !/Qui, quand, comment/.test(page));
  const untitled = ofLines.filter((page) => !/Quantité\s+Prix unitaire/.test(page)).length;
  const communes = sheets.filter(({ key }) => key !== null && /^fiche-/.test(key)).length;
  const starts = pages.filter((page) => / · SIREN(?:\s\d{3}){3}.* · INSEE \d{5}$/m.test(page)).length;
  const shared = pages.filter(
    (page) => [...page.matchAll(/ · SIREN(?:\s\d{3}){3}.* · INSEE \d{5}$/gm)].length > 1,
  ).length;
  return [
    ...(untitled === 0 ? [] : [`${untitled} pages of « Fiches (impression) » have no titles`]),
    ...(starts === communes ? [] : [`${starts} pages start one of the ${communes} fiches`]),
    ...(shared === 0 ? [] : [`${shared} pages hold more than one fiche`]),
  ];
}

/** The first line of a page of ours, or the one under its status: the city, then what the sheet is. */
function headerOf(page: string): string | undefined {
  const lines = page.split("\n").filter((line) => line.trim() !== "");
  return lines
    .slice(0, 2)
    .find((line) => line.trim().startsWith("Ville de Besançon · Ordiclasse"))
    ?.trimEnd();
}

/**
 * The right of the sheet's header: `&R`, a size and a colour go before it, and a literal & is doubled. LibreOffice takes the first page of
 * a sheet, which has none in Excel, for that of the workbook alone.
 */
function printedTitle(root: XmlElement): string {
  const header = childOf(childOf(root, "headerFooter")!, "oddHeader")?.textContent ?? "";
  return `  ${header
    .split("&R")[1]!
    .replace(/^&\d+&K[0-9A-F]{6}/, "")
    .replaceAll("&&", "&")}`;
}
