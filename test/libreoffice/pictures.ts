// Takes the pictures of documents that the guide shows, from what LibreOffice prints in French. Needs `npm run build` before,
// LibreOffice Calc and poppler; `npm run pictures` does all of it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gridWith } from "../acceptance/analyses";
import { samplePath } from "../acceptance/samples";
import { printToPdf } from "./convert";
import { pagesOf } from "./printed-pages";
import { rebill, requireFreshBuild } from "./shipped";

/** Dots an inch, and the part of a page that is shown. */
const resolution = 96;
const cropped = { left: 28, top: 20, width: 737 };

interface Picture {
  readonly name: string;
  /** What the page alone begins with, under its header. */
  readonly page: RegExp;
  readonly height: number;
}

function take(pdf: string, pages: readonly string[], { name, page, height }: Picture): void {
  const number = pages.findIndex((text) => page.test(text)) + 1;
  if (number === 0) throw new Error(`No page is that of ${name}.`);
  const { left, top, width } = cropped;
  const area = ["-x", left, "-y", top, "-W", width, "-H", height].map(String);
  const of = ["-r", resolution, "-f", number, "-l", number].map(String);
  const to = join("docs/images", name);
  const done = spawnSync("pdftoppm", [...of, ...area, "-png", "-singlefile", pdf, to], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`pdftoppm: ${done.error?.message ?? done.stderr}`);
}

requireFreshBuild();
const folder = mkdtempSync(join(tmpdir(), "pictures-"));
const path = (name: string) => join(folder, name);

function picture(workbook: string, pictures: readonly Picture[]): void {
  const [pdf, bytes] = [path("pages.pdf"), printToPdf(workbook)];
  writeFileSync(pdf, bytes);
  const pages = pagesOf(bytes);
  for (const one of pictures) take(pdf, pages, one);
}

try {
  rebill("assets/inventaire-exemple.xlsx", "exemple-2014", path("2014.xlsx"));
  picture(path("2014.xlsx"), [
    { name: "recapitulatif", page: /Récapitulatif par commune\s+Ordiclasse · campagne/, height: 960 },
    { name: "classement", page: /Les communes, de la plus forte quote-part/, height: 690 },
    { name: "etat-liquidatif", page: /État liquidatif à l’appui/, height: 940 },
  ]);
  writeFileSync(path("grille.json"), JSON.stringify(gridWith({ POSTE_STD: { cagb: "10.00", commune: "26.86" } })));
  const asked = ["--compare", samplePath("parc-ecoles-2014.xlsx"), "--simulate", path("grille.json")];
  const now = "registre-materiel-2015";
  rebill(samplePath(`${now}.xlsx`), now, path("2015.xlsx"), ...asked);
  picture(path("2015.xlsx"), [
    { name: "fiche", page: /^\s*Amagney$/m, height: 890 },
    { name: "annexe", page: /Annexe à la délibération\s+Ordiclasse · campagne/, height: 1060 },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
