import { drawn } from "./drawn";
import { heard, saidBy, structureOf, within, type Element } from "./heard";
import { drawnOn } from "./page-content";
import { PdfFile, type PdfDictionary } from "./pdf-file";
import { documents } from "./example-documents";

type Name = keyof typeof documents;

interface ReadDocument {
  readonly file: PdfFile;
  readonly document: Element;
  readonly lines: readonly string[];
}

const known = new Map<Name, Promise<ReadDocument>>();

function read(name: Name): Promise<ReadDocument> {
  const reading = known.get(name) ?? drawAndRead(name);
  known.set(name, reading);
  return reading;
}

async function drawAndRead(name: Name): Promise<ReadDocument> {
  const file = new PdfFile(await drawn(documents[name]));
  const document = structureOf(file);
  return { file, document, lines: heard(document) };
}

/** What is heard from a line to another one. */
function between(lines: readonly string[], first: string, last: string): string[] {
  const from = lines.indexOf(first);
  return lines.slice(from, lines.indexOf(last, from) + 1);
}

/** What pages draw that is told to nobody, page by page, line by line. */
function untold(file: PdfFile): string[] {
  return file.pages.map((page) =>
    drawnOn(file, page)
      .flatMap(({ marks, text }) => (text !== null && marks[0]?.tag === "Artifact" ? [text] : []))
      .join("\n"),
  );
}

describe("a blind accountant hears each amount under its heading, in the order in which the sighted read", () => {
  test("the bases, the total and the annex of an état are heard in the order in which they are read", async () => {
    const { lines } = await read("an état of 10 communes");
    expect(
      between(lines, "Pack logiciel / école · Quantité : 10", "Serveur standard / école · Total : 2 633,30 €"),
    ).toEqual([
      "Pack logiciel / école · Quantité : 10",
      "Pack logiciel / école · Prix unitaire : 211,00 €",
      "Pack logiciel / école · Part de la CAGB : 2 110,00 €",
      "Pack logiciel / école · Total : 2 110,00 €",
      "Serveur standard / école · Quantité : 10",
      "Serveur standard / école · Prix unitaire : 263,33 €",
      "Serveur standard / école · Quotes-parts des communes : 2 633,30 €",
      "Serveur standard / école · Total : 2 633,30 €",
    ]);
    expect(between(lines, "Commune 03 · SIREN : 212 510 200", "Commune 03 · Total : 1 543,56 €")).toEqual([
      "Commune 03 · SIREN : 212 510 200",
      "Commune 03 · Écoles : 1",
      "Commune 03 · Part de la CAGB : 511,39 €",
      "Commune 03 · Quote-part : 1 032,17 €",
      "Commune 03 · Total : 1 543,56 €",
    ]);
  });

  test("a fiche is heard in order: its amount, its lines, then the CAGB's part under the same headings", async () => {
    const { lines } = await read("a fiche of three schools");
    const [start, end] = ["H2 Quote-part de la commune", "École 2 · Accès Portail éducatif/enfant · Quantité : 57"];
    expect(lines.slice(0, lines.indexOf(start)).join("\n")).toMatch(
      /H1 Avanne-Aveney\n.*\nQuote-part que la CAGB vous demandera de rembourser 3 096,51 €\n/,
    );
    const heardOnce = between(lines, start, end);
    expect(heardOnce.slice(0, 10)).toEqual([
      start,
      "H3 École 1",
      "Installations du 2 novembre 2013 au 1ᵉʳ novembre 2014 (payées une fois)",
      "Poste client standard · Quantité : 8",
      "Poste client standard · Prix unitaire : 31,60 €",
      "Poste client standard · Montant : 252,80 €",
      "Sous-total des installations · Montant : 252,80 €",
      "Maintenance de l’année (matériel en service au 1ᵉʳ novembre 2014)",
      "Serveur standard / école · Quantité : 1",
      "Serveur standard / école · Prix unitaire : 263,33 €",
    ]);
    expect(between(heardOnce, "Quote-part de la commune · Montant : 3 096,51 €", end)).toEqual([
      "Quote-part de la commune · Montant : 3 096,51 €",
      "Trois mille quatre-vingt-seize euros et cinquante et un centimes. Montants nets.",
      "H2 Pris en charge par la CAGB : vous n’en devez rien",
      "École 1 · Accès Portail éducatif/enfant · Quantité : 57",
      "École 1 · Accès Portail éducatif/enfant · Prix unitaire : 5,27 €",
      "École 1 · Accès Portail éducatif/enfant · Montant : 300,39 €",
      "École 1 · Pack logiciel / école · Quantité : 1",
      "École 1 · Pack logiciel / école · Prix unitaire : 211,00 €",
      "École 1 · Pack logiciel / école · Montant : 211,00 €",
      end,
    ]);
  });

  test("blocks side by side are heard whole, one after the other: letterheads, parties, boxes to sign", async () => {
    const { document } = await read("an état of 10 communes");
    expect(within(document, "Div").map(saidBy)).toEqual([
      "VILLE DE BESANÇON Département TIC Affaire suivie par ………",
      "Exercice 2014 État n° 2014-01, version 1 · établi le ……… Bordereau n° ……… · titre n° ………",
      "Créancier Ville de Besançon Adresse : ……… SIREN 212 500 565 · SIRET ………",
      "Débiteur Communauté d’agglomération du Grand Besançon (CAGB) Adresse : ……… SIREN 242 500 361 · SIRET ………",
      "Certifié exact, quantités constatées Département TIC Qualité : ……… Prénom, nom : ……… le ………",
      "Visa du service des finances Qualité : ……… Prénom, nom : ……… le ………",
      expect.stringMatching(/^L’ordonnateur Pour le Maire et par délégation, .* le ………$/),
    ]);
    const fiche = await read("a fiche of one line");
    expect(within(fiche.document, "Div").map((box) => saidBy(box.kids[0]!))).toEqual([
      ...["1 école", "1 poste", "100,0 %", "0,0 %"],
      ...["Qui, quand, comment", "Une quantité vous étonne ?", "Contester"],
    ]);
  });
});

describe("a list is one table, however many pages it goes on over", () => {
  test.each([
    ["an état of 10 communes", 2],
    ["an état of 59 communes", 2],
    ["a fiche of one line", 2],
    ["a fiche of fifteen schools", 3],
    ["a fiche of seventy schools", 3],
    ["a rectificatif", 3],
    ["a certificat", 1],
  ] as const)("%s: %s", async (name, tables) => {
    expect(within((await read(name)).document, "Table")).toHaveLength(tables);
  });

  test("its titles, repeated on each page, are heard once", async () => {
    const { file, document } = await read("a fiche of seventy schools");
    const [schools, lines] = within(document, "Table") as [Element, Element];
    const titles = (table: Element) =>
      within(table, "TH")
        .filter(({ scope }) => scope === "/Column")
        .map(saidBy);
    expect(titles(schools)).toEqual(["Installation", "Maintenance", "Quote-part"]);
    expect(titles(lines)).toEqual(["Quantité", "Prix unitaire", "Montant"]);
    // Its titles, seventy schools, what they come to.
    expect(within(schools, "TR")).toHaveLength(72);
    const pages = untold(file);
    expect(pages.length).toBeGreaterThan(8);
    expect(pages[1]).toMatch(/ · écoles \(suite\)\nInstallation/);
    for (const page of pages.slice(3, -4)) expect(page).toMatch(/ \(suite\)\nQuantité/);
    expect(saidBy(document)).not.toContain("(suite)");
  });
});

interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly under: readonly Bookmark[];
}

function bookmarksUnder(file: PdfFile, parent: PdfDictionary): Bookmark[] {
  const found: Bookmark[] = [];
  for (let next = parent.First; next !== undefined; next = file.dictionary(next).Next) {
    const item = file.dictionary(next);
    const [page] = file.list(item.Dest);
    const title = (item.Title as string).replace(/\s/g, " ");
    found.push({ title, page: file.pages.indexOf(file.dictionary(page)) + 1, under: bookmarksUnder(file, item) });
  }
  return found;
}

describe("headings are bookmarks, each under the one of the level above, on its page", () => {
  const bookmarks = ({ file }: ReadDocument) => bookmarksUnder(file, file.dictionary(file.catalog.Outlines));
  const outline = (marks: readonly Bookmark[], depth = 0): string[] =>
    marks.flatMap(({ title, page, under }) => [`${"  ".repeat(depth)}${title}, ${page}`, ...outline(under, depth + 1)]);

  test("the headings of an état are bookmarks, each under the one of the level above, on its page", async () => {
    expect(outline(bookmarks(await read("an état of 45 communes")))).toEqual([
      "État liquidatif à l’appui du titre de recettes, 1",
      "  Annexe 1 : récapitulation par commune ; la CAGB réclame chaque quote-part (nature 70875), 2",
    ]);
  });

  test("the headings of a fiche are bookmarks, down to its schools", async () => {
    expect(outline(bookmarks(await read("a fiche of one line")))).toEqual([
      "Avanne-Aveney, 1",
      "  Quote-part de la commune, 1",
      "    École 1 · maintenance de l’année (matériel en service au 1ᵉʳ novembre 2014), 1",
      "  Pris en charge par la CAGB : vous n’en devez rien, 1",
    ]);
    const [commune] = bookmarks(await read("a fiche of seventy schools"));
    const [schools, own, borne] = commune!.under;
    expect([schools!.under, own!.under, borne!.under].map(({ length }) => length)).toEqual([0, 70, 0]);
    expect(own!.under.every(({ page }, index, all) => page >= (all[index - 1]?.page ?? schools!.page + 1))).toBe(true);
  });

  test("bookmarks open beside the pages of a PDF of several documents", async () => {
    const modeOf = async (name: Name) => (await read(name)).file.catalog.PageMode;
    expect(await modeOf("a fiche of one line")).toBe("/UseNone");
    expect(await modeOf("an état of 10 communes")).toBe("/UseOutlines");
  });
});
