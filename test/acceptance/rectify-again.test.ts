import { readdir, readFile, writeFile } from "node:fs/promises";
import type { SheetCells } from "../../src/cells";
import { run } from "../cli/run-rebill";
import { readCsv } from "../../src/workbook/files/read-csv";
import { testInDepth } from "../depth";
import { openedFile } from "../opened-file";
import { faultsOf } from "../workbook/files/package-check";
import { add, times, writeCopy } from "./analyses";
import { issuedOnce } from "./issued-once";
import { expectedOf } from "./samples";

const sample = "parc-ecoles-2014";
const file = issuedOnce(sample);
const { byCommune, total } = expectedOf(sample);

/** Corrects a copy of a workbook in some cells of « Parc 01.11.2014 », against that workbook: the next one, and its PDFs beside. */
async function correct(source: string, out: string, cells: Readonly<Record<string, number>>) {
  await writeCopy(file("corrige.xlsx"), file(source), cells);
  const asked = [file("corrige.xlsx"), "--campaign", "2014", "--rectify", file(source), "--out", file(out)];
  const done = await run(
    ...asked,
    "--pdf",
    file("pdf"),
    "--csv-communes",
    file(`${out}.csv`),
    "--json",
    file(`${out}.json`),
  );
  expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: [] });
  expect(faultsOf(await readFile(file(out)))).toEqual([]);
}

beforeAll(async () => {
  await writeFile(file("note.json"), JSON.stringify({ date: "2014-11-28", bordereau: "12", titre: "345" }));
  const marked = await run(file("emis.xlsx"), "--issued", file("note.json"), "--out", file("r0.xlsx"));
  expect(marked.code).toBe(0);
  // Amagney, row 7: 14 in service and 8 installed, 12 and 6 in truth. Auxon-Dessous, row 9: 22 in service, 23 in truth.
  // Roche-lez-Beaupré, rows 127 and 128: 6 specific softwares, 8; 26 in service and 8 installed, 24 and 6.
  await correct("r0.xlsx", "r1.xlsx", { E7: 12, L7: 6, E9: 23, H127: 8, E128: 24, L128: 6 });
  // Then 13 at Amagney, and 22 at Auxon-Dessous as at first; 7 softwares at Roche-lez-Beaupré.
  await correct("r1.xlsx", "r2.xlsx", { E7: 13, E9: 22, H127: 7 });
  for (const name of ["r1.xlsx", "r2.xlsx"])
    results.set(name, (await openedFile(await readFile(file(name)), name)).cells.sheets);
});

/** The sheets of each result, opened once. */
const results = new Map<string, readonly SheetCells[]>();
const sheetOf = (workbook: string, sheet: string) => results.get(workbook)!.find(({ name }) => name === sheet)!;

/** The row of a sheet that begins with a label, as amounts: those of the columns of what was billed, of what is, of the difference. */
function amounts(workbook: string, sheet: string, label: string, columns = [5, 6, 7]): string[] {
  const row = sheetOf(workbook, sheet).rows.find((cells) => cells[0] === label)!;
  return columns.map((column) => add(Number(row[column] ?? 0).toFixed(2)));
}

const due = (insee: string) => byCommune[insee]!.due;
// 2 × 31.60 + 2 × 36.86 = 136.92, at Amagney as at Roche-lez-Beaupré; 2 × 10.53 = 21.06.
const removed = add(times(6 - 8, "31.60"), times(12 - 14, "36.86"));
const softwares = add(times(8 - 6, "10.53"));
const [workstation, software] = ["36.86", "10.53"];
const less = (amount: string) => `-${amount}`;

describe("R1 then R2 of a campaign: each page says what was billed, and what it becomes", () => {
  it.each<[string, string, string, string[]]>([
    ["r1.xlsx", "Amagney", "25014", [removed]],
    ["r1.xlsx", "Auxon-Dessous", "25034", [workstation]],
    ["r1.xlsx", "Roche-lez-Beaupré", "25495", [removed, softwares]],
  ])("%s, %s", (workbook, commune, insee, changes) => {
    const becomes = add(due(insee), ...changes);
    expect(amounts(workbook, `Rectificatif ${commune}`, "Quote-part de la commune")).toEqual([
      due(insee),
      becomes,
      add(...changes),
    ]);
  });

  it.each<[string, string, string[], string[]]>([
    ["Amagney", "25014", [removed], [workstation]],
    ["Auxon-Dessous", "25034", [workstation], [less(workstation)]],
    ["Roche-lez-Beaupré", "25495", [removed, softwares], [less(software)]],
  ])("r2.xlsx, %s: it starts from what R1 made of it", (commune, insee, first, second) => {
    const before = add(due(insee), ...first);
    expect(amounts("r2.xlsx", `Rectificatif ${commune}`, "Quote-part de la commune")).toEqual([
      before,
      add(before, ...second),
      add(...second),
    ]);
  });

  it("the debtor's list has a reduction and a complement for each, never netted, and their sums", () => {
    const list = (workbook: string, label: string) => amounts(workbook, "Quotes-parts rectifiées", label, [2, 3, 4, 5]);
    const roche = add(due("25495"), removed, softwares);
    expect(list("r1.xlsx", "Roche-lez-Beaupré")).toEqual([due("25495"), removed, softwares, roche]);
    const issued = add(due("25014"), due("25034"), due("25495"));
    expect(list("r1.xlsx", "Total des communes")).toEqual([
      issued,
      add(removed, removed),
      add(workstation, softwares),
      add(issued, removed, removed, workstation, softwares),
    ]);
  });

  it("its list for a finance package has the same lines, at its account, what falls being negative", async () => {
    const csv = readCsv(await readFile(file("r1.xlsx.csv"), "utf8")).rows;
    const shown = (amount: string) => amount.replace(".", ",");
    const line = (commune: string, rank: string, amount: string, pdf: string) => [
      ...[commune, "70", "70875", shown(amount), `2014-01 ${rank}`, `2014_ORDICLASSE_${pdf}.pdf`],
    ];
    expect(csv.slice(1).map((cells) => [2, 4, 5, 6, 7, 8].map((column) => cells[column]))).toEqual([
      line("Amagney", "R1", removed, "25014-2014-01-R1_AMAGNEY"),
      line("Auxon-Dessous", "R2", workstation, "25034-2014-01-R2_AUXON-DESSOUS"),
      line("Roche-lez-Beaupré", "R1", removed, "25495-2014-01-R1_ROCHE-LEZ-BEAUPRE"),
      line("Roche-lez-Beaupré", "R2", softwares, "25495-2014-01-R1_ROCHE-LEZ-BEAUPRE"),
    ]);
    expect(csv[1]!.slice(9)).toEqual(["réduction", "673"]);
    expect(csv[2]!.slice(9)).toEqual(["complément", null]);
  });

  it("the differences of both corrections lead from the titre issued to the last one", async () => {
    const totalOf = async (name: string) => {
      const { rectify } = JSON.parse(await readFile(file(`${name}.json`), "utf8"));
      return rectify.total;
    };
    const [r1, r2] = [await totalOf("r1.xlsx"), await totalOf("r2.xlsx")];
    const first = add(removed, removed, workstation, softwares);
    const second = add(workstation, less(workstation), less(software));
    expect(r1).toEqual({ before: total, difference: first, after: add(total, first) });
    expect(r2).toEqual({ before: add(total, first), difference: second, after: add(total, first, second) });
  });

  it("each paper has a number of its own, and no file of R2 takes the place of one of R1", async () => {
    expect((await readdir(file("pdf"))).sort()).toEqual([
      // R1 reduces, R2 claims more; then R3 reduces, R4 claims more.
      "2014_ORDICLASSE_25014-2014-01-R1_AMAGNEY.pdf",
      "2014_ORDICLASSE_25014-2014-01-R4_AMAGNEY.pdf",
      "2014_ORDICLASSE_25034-2014-01-R2_AUXON-DESSOUS.pdf",
      "2014_ORDICLASSE_25034-2014-01-R3_AUXON-DESSOUS.pdf",
      "2014_ORDICLASSE_25495-2014-01-R1_ROCHE-LEZ-BEAUPRE.pdf",
      "2014_ORDICLASSE_25495-2014-01-R3_ROCHE-LEZ-BEAUPRE.pdf",
      "2014_ORDICLASSE_CERTIFICAT-2014-01-R1_CAGB.pdf",
      "2014_ORDICLASSE_CERTIFICAT-2014-01-R3_CAGB.pdf",
      "2014_ORDICLASSE_QUOTES-PARTS-RECTIFIEES-2014-01-R1_CAGB.pdf",
      "2014_ORDICLASSE_QUOTES-PARTS-RECTIFIEES-2014-01-R3_CAGB.pdf",
      "2014_ORDICLASSE_RECTIFICATIF-2014-01-R1_CAGB.pdf",
      "2014_ORDICLASSE_RECTIFICATIF-2014-01-R3_CAGB.pdf",
      "2014_ORDICLASSE_TITRE-COMPLEMENTAIRE-2014-01-R2_CAGB.pdf",
      "2014_ORDICLASSE_TITRE-COMPLEMENTAIRE-2014-01-R4_CAGB.pdf",
    ]);
  });

  it("R2 names the titre that was issued, and the état that R1 made of it", () => {
    const texts = sheetOf("r2.xlsx", "Rectificatif")
      .rows.flat()
      .filter((cell) => typeof cell === "string")
      .join("\n")
      .replace(/\s/g, " ");
    expect(texts).toContain("État rectificatif n° 2014-01 R3");
    expect(texts).toContain("État liquidatif n° 2014-01, version 2 (après R2)");
    expect(texts).toContain("Titre n° 345, bordereau n° 12, exercice 2014, émis le 28 novembre 2014");
  });

  testInDepth("each result is what its inventory gives", async () => {
    for (const name of ["r1.xlsx", "r2.xlsx"]) {
      const verified = await run("--verify", file(name));
      expect([name, verified.code, verified.out[0]!.replace(/\s/g, " ")]).toEqual([
        ...[name, 0],
        expect.stringMatching(/^Conforme : 45 fiches/),
      ]);
    }
  });
});
