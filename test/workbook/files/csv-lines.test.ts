import { openWorkbookFile } from "../../../src/workbook";
import { message } from "../../../src/messages";

const heading = "Commune;École;Effectif;Serveur standard;Postes;Imprimantes";
const bourg = "Beure;École du Bourg;30;1;8;0";
const primaire = "Arguel;École primaire;20;0;3;1";

const open = (text: string) => openWorkbookFile(new TextEncoder().encode(text), "parc.csv");
/** The lines that a file is refused for, by what is wrong with them; the rows that are read, and the lines told, of any other. */
async function opened(text: string) {
  const result = await open(text);
  if (!result.ok) {
    const { separator, cut, short } = result.anomaly.params;
    return [result.anomaly.code, { separator, cut, short }];
  }
  const told = result.workbook.anomalies.filter(({ code }) => code === "csv-short-lines");
  return [result.workbook.cells.sheets[0]!.rows.length, ...told.map(({ params }) => params.lines)];
}
const broken = (lines: { readonly separator?: string; readonly cut?: string; readonly short?: string }) => [
  "csv-broken-lines",
  { separator: "", cut: "", short: "", ...lines },
];
const text = (...lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");

describe("a line written with another separator is refused at its line", () => {
  it.each([
    ["commas", text(heading, "Beure,École du Bourg,30,1,8,0", primaire), "2"],
    ["commas and spaces", text(heading, bourg, "Arguel, École primaire, 20, 0, 3, 1"), "3"],
    ["tabs", text(heading, bourg, "Arguel\tÉcole primaire\t20\t0\t3\t1"), "3"],
    ["blanks between", text(heading, bourg, "Arguel,École primaire,20,,,"), "3"],
    ["a comma in front", text(heading, bourg, ",École primaire,20,0,3,1"), "3"],
    ["the heading's", text(heading.replaceAll(";", ","), bourg, primaire), "1"],
    ["several lines", text(heading, bourg.replaceAll(";", ","), primaire, bourg.replaceAll(";", "|")), "2, 4"],
    ["separators added behind", text(heading, `${bourg.replaceAll(";", ",")};;;;;`, primaire), "2"],
    ["below a blank line", text(heading, bourg, "", primaire.replaceAll(";", ",")), "4"],
    ["semicolons among commas", text(heading.replaceAll(";", ","), bourg, primaire.replaceAll(";", ",")), "2"],
  ])("%s", async (_, file, separator) => {
    expect(await opened(file)).toEqual(broken({ separator }));
  });
});

describe("a sound text full of commas is read", () => {
  it.each([
    ["quoted fields", text(heading, `"Beure";"École du Bourg, rue A, B, C, D, E";30;1;8;0`, primaire), 3],
    ["a quoted line", text(heading, bourg, `"Vu, le 3, à 10 h, par A, B, C"`, primaire), 4],
    ["titles above", text("Parc de la Ville, du Grand Besançon, en service, 2014, A, B", "", heading, bourg), 4],
    ["a title of years above", text("Parc, 2014", "Commune;Postes", "Beure;12"), 3],
    ["a last line of remarks", text(heading, bourg, primaire, "", "Vu par A, B, C, D, et enfin E"), 5],
    ["remarks that do not end", `${text(heading, bourg)}Vu par A, B, C, D, et enfin E.`, 3],
    ["decimal commas", text("Commune;École;Surface;Postes", "Beure;Bourg;12,5;8", "Arguel;Primaire;1,5;3"), 3],
    ["addresses", text("École;Adresse", "Bourg;3, rue A, 25000, Besançon", "Primaire;4, rue B, 25000, Besançon"), 3],
    ["lone names", text(heading, "Beure", ";École du Bourg;30;1;8;0", "Arguel", ";École primaire;20;0;3;1"), 5],
  ])("%s", async (_, file, rows) => {
    expect(await opened(file)).toEqual([rows]);
  });
});

describe("a last line that stops short, without an end of line, is a file that was cut", () => {
  it.each([
    ["in a number", `${text(heading, bourg)}Arguel;École primaire;2`, "3"],
    ["in a name", `${text(heading, bourg)}Arguel;École pr`, "3"],
    ["in its commune", `${text(heading, bourg)}Arg`, "3"],
    ["after a separator", `${text(heading, bourg)}Arguel;`, "3"],
    ["where each line ends with a separator", `a;b;\n1;12;\n2;1`, "3"],
    ["below titles", `${text("Parc", "au 01/11/2014", "", heading, bourg)}Arguel;École primaire;2`, "6"],
  ])("%s", async (_, file, cut) => {
    expect(await opened(file)).toEqual(broken({ cut }));
  });

  it.each([
    ["full", `${text(heading, bourg)}${primaire}`, 3],
    ["a remark", `${text(heading, bourg)}Source : GLPI, extraction du 3`, 3],
    ["a remark below a blank line", `${text(heading, bourg, "")}Fin`, 4],
    ["a title alone", "Parc", 1],
    ["a second table", `${text(heading, bourg, "", "Commune;Effectif")}Beure;30`, 5],
  ])("a complete file is not one that was cut: %s", async (_, file, rows) => {
    expect(await opened(file)).toEqual([rows]);
  });
});

describe("a short line elsewhere", () => {
  it("is refused where the others write their last blanks, or it is the only one", async () => {
    const padded = text(heading, "Pirey;École A;40;1;;", "Beure;École du Bourg;3", primaire, "Pirey;École B;3");
    expect(await opened(padded)).toEqual(broken({ short: "3, 5" }));
    expect(await opened(text(heading, "Beure;École du Bourg;3", primaire))).toEqual(broken({ short: "2" }));
  });

  it("is refused where a text without quotes goes on in the next line", async () => {
    expect(await opened(text(heading, "Beure;École", "du Bourg;30;1;8;0", primaire))).toEqual(
      broken({ short: "2, 3" }),
    );
  });

  it("is told where leaving out the last blanks is the habit", async () => {
    const trimmed = text(heading, bourg, "Pirey;École A;40;1", "Pirey;École B;40;1", primaire);
    expect(await opened(trimmed)).toEqual([5, "3, 4"]);
  });

  it("is silent in a title, in a table of its own, and in sixteen rows whose last column Excel leaves out", async () => {
    expect(await opened(text("Parc", "Ville;2014", "", heading, bourg, primaire))).toEqual([6]);
    expect(await opened(text(heading, bourg, primaire, "Effectifs", "Commune;Élèves", "Beure;30"))).toEqual([6]);
    const rows = Array.from({ length: 31 }, (_, index) => (index < 15 ? `${bourg};${index === 3 ? "vu" : ""}` : bourg));
    expect(await opened(text(`${heading};Remarques`, ...rows))).toEqual([32]);
  });

  it("is silent where only the heading does not end with a separator, or only rows do", async () => {
    expect(await opened(text(heading, `${bourg};`, `${primaire};`))).toEqual([3]);
    expect(await opened(text(`${heading};`, bourg, primaire))).toEqual([3]);
  });
});

it("gathers all the lines that are not whole, in both languages", async () => {
  const result = await open(`${text(heading, bourg.replaceAll(";", ","), "Beure;É", primaire)}Arg`);
  if (result.ok) throw new Error("opened");
  const { code, params } = result.anomaly;
  expect(message(code, params, "fr")).toMatch(/lignes\s: 2\. Coupée .* 5\. Plus courtes .* 3\. Dans un éditeur/);
  expect(message(code, params, "en")).toMatch(/lines: 2\. Cut .* 5\. Shorter .* 3\. In a text editor/);
});
