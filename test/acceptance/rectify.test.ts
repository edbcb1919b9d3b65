import { readFile } from "node:fs/promises";
import type { RectificationJson } from "../../src/statement";
import { run } from "../cli/run-rebill";
import { faultsOf } from "../workbook/files/package-check";
import { add, times, writeCorrected } from "./analyses";
import { issuedOnce } from "./issued-once";
import { expectedOf } from "./samples";
import { openedFile } from "../opened-file";

const sample = "parc-ecoles-2014";
const file = issuedOnce(sample);

interface Rectified extends RectificationJson {
  readonly issued: { readonly file: string; readonly when: string; readonly total: string };
}

/** The sample that was issued, corrected in these cells of « Parc 01.11.2014 ». */
async function rectify(cells: Readonly<Record<string, number>>, ...more: readonly string[]): Promise<Rectified> {
  const [issued, corrected] = [file("emis.xlsx"), file("corrige.xlsx")];
  const before = await readFile(issued);
  await writeCorrected(corrected, `${sample}.xlsx`, cells);
  const asked = [corrected, "--campaign", "2014", "--rectify", issued];
  const done = await run(...asked, "--json", file("o.json"), "--overwrite", ...more);
  expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: [] });
  expect(Buffer.compare(await readFile(issued), before)).toBe(0);
  return JSON.parse(await readFile(file("o.json"), "utf8")).rectify;
}

const { total, byCommune } = expectedOf(sample);
const line = (insee: string, nature: string, issued: number, corrected: number) =>
  expect.objectContaining({
    insee,
    prestation: "POSTE_STD",
    nature,
    issued: expect.objectContaining({ quantity: issued }),
    corrected: expect.objectContaining({ quantity: corrected }),
  });

test("two workstations too many at Amagney and one too few at Auxon-Dessous give a reduction and a complement apart", async () => {
  // Amagney, row 7: 14 in service and 8 installed, 12 and 6 in truth. Auxon-Dessous, row 9: 22 in service, 23 in truth.
  const json = await rectify({ E7: 12, L7: 6, E9: 23 });
  expect(json.issued).toMatchObject({ file: "emis.xlsx", when: "2014-11-25 14:03", total });
  expect(json.lines).toEqual([
    line("25014", "installation", 8, 6),
    line("25014", "maintenance", 14, 12),
    line("25034", "maintenance", 22, 23),
  ]);
  const amagney = add(times(6 - 8, "31.60"), times(12 - 14, "36.86"));
  const auxon = add(times(23 - 22, "36.86"));
  expect(json.byCommune["25014"]!.due).toEqual({
    before: byCommune["25014"]!.due,
    difference: amagney,
    after: add(byCommune["25014"]!.due, amagney),
  });
  expect(json.byCommune["25034"]!.due.difference).toBe(auxon);
  expect(json.kind).toBe("both");
  // 2 × 31.60 + 2 × 36.86 = 136.92, and 36.86: neither is taken off the other.
  expect([json.reduction!.total, json.complement!.total]).toEqual(["136.92", "36.86"]);
  expect(json.total).toEqual({ before: total, difference: add(amagney, auxon), after: add(total, amagney, auxon) });
  expect(add(...json.lines.map(({ difference }) => difference))).toBe(json.total.difference);
});

test("the titre complémentaire names the état of origin, and asks for the difference alone", async () => {
  await rectify({ E7: 15 }, "--out", file("o.xlsx"));
  expect(faultsOf(await readFile(file("o.xlsx")))).toEqual([]);
  const opened = await openedFile(await readFile(file("o.xlsx")), "o.xlsx");
  const sheet = opened.cells.sheets.find(({ name }) => name === "Titre complémentaire")!;
  const said = sheet.rows
    .flat()
    .filter((cell) => typeof cell === "string")
    .join("\n")
    .replace(/\s/g, " ");
  expect(said).toMatch(/version 1, établi le ………, édité le 25\/11\/2014 à 14:03 : 259 016,96 €/);
  expect(said).toContain(
    "TRENTE-SIX EUROS ET QUATRE-VINGT-SIX CENTIMES (36,86 €), à réclamer par un titre complémentaire",
  );
});
