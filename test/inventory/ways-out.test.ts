import { firstOf, pointsOf, waysOut, type Point } from "../../src/inventory";
import type { MessageCode } from "../../src/messages";
import { adviceWordings, parseOptions, type Options } from "../../src/options";
import { builtInConvention, builtInGrids } from "../../src/tariff";
import { atDepth } from "../depth";
import { readUnder } from "./own-convention";
import { cases } from "./points-cases";
import { readWorkbooks, sheet, workbook, type Read } from "./workbook-of";

const pointsFor = (read: Read, code: MessageCode): Point[] =>
  pointsOf(read.reading.anomalies).filter((point) => point.code === code && point.severity === "error");

/** The errors, by what they are and where they stand. */
const errorsOf = (read: Read): string[] =>
  read.reading.anomalies
    .filter(({ severity }) => severity === "error")
    .map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`);

/** The entry that a point's advice gives, with what a person says, as an options file has it. */
function entryOf(point: Point, as: string | null, isFrench: boolean): Partial<Record<string, readonly unknown[]>> {
  const ways = waysOut(point, false);
  const offers = ({ toFill: says }: (typeof ways)[number]): boolean =>
    says === null ? as === null : as !== null && (says.values.includes(as) || says.values.includes("…"));
  const way = ways.find(offers) ?? ways.find(({ toFill: says }) => says?.field === "commune" && as !== null);
  if (way === undefined) throw new Error(`${point.code} has no way out: ${JSON.stringify(ways)}`);
  const { list, entry, toFill: says } = way;
  const kind = way.list === "words" ? way.entry.kind : null;
  const said = as !== null && isFrench ? adviceWordings(list, kind, [as])[0] : as;
  return { [list]: [says === null ? entry : { ...entry, [says.field]: said }] };
}

describe("a point's advice, followed word for word, settles it, and brings no error of its own", () => {
  const inFrench = cases.filter(({ as }) => as !== null).map((one) => ({ ...one, isFrench: true }));
  const asWritten = cases.map((one) => ({ ...one, isFrench: false }));
  const without = asWritten.filter(({ as }) => as === null);
  test.each(atDepth([...without, ...inFrench], [...asWritten, ...inFrench]))(
    "$code: $as, in French words: $isFrench",
    ({ code, sheets, as, choices = 1, year, isFrench }) => {
      const reading = (options: Partial<Options>) => readWorkbooks([workbook(sheets)], year, options);
      let read = reading({});
      expect(errorsOf(read).map((error) => error.split(" ")[0])).toContain(code);
      const before = errorsOf(read);
      let said: Record<string, readonly unknown[]> = {};
      for (let made = 0; made < choices && pointsFor(read, code).length > 0; made += 1) {
        const [list, entries] = Object.entries(entryOf(pointsFor(read, code)[0]!, as, isFrench))[0]!;
        said = { ...said, [list]: [...(said[list] ?? []), ...entries!] };
        const parsed = parseOptions(said, "options.json");
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
        read = reading(parsed.value);
      }
      expect(pointsFor(read, code)).toEqual([]);
      // Where the equipment of a school is set aside, its pupils are asked of.
      const own = errorsOf(read).filter(
        (error) => !before.includes(error) && !error.startsWith("pupils-of-set-aside "),
      );
      expect(own).toEqual([]);
    },
  );
});

describe("the choice offered for a column that is asked about", () => {
  const offered = (heading: string, label: string | null): readonly string[] => {
    const rows = label === null ? ["Serveur standard", "Serveur spécifique"] : ["Prestation", "Quantité"];
    const cells = label === null ? [1, 0] : [label, 3];
    const spec = sheet("Parc", [
      ["Commune", "École", "Effectif", ...rows, heading],
      ["Beure", "École du Bourg", 90, ...cells, label === null ? "20/02/2014" : 2],
      ["Pirey", "École du Pont", 80, ...cells, label === null ? "20/02/2014" : 3],
    ]);
    const read = readWorkbooks([workbook([spec])]);
    const asked = pointsOf(read.reading.anomalies).find(({ severity }) => severity === "error");
    return waysOut(asked!, false)[0]!.toFill!.values;
  };

  test("is first an entry for the dates of all that its rows count", () => {
    expect(offered("Date d’installation", null)).toEqual(["entry", "ignored", "…"]);
  });

  test("is a quantity, and no prestation, where the rows name theirs", () => {
    expect(offered("Nombre", "Poste client standard")).toEqual(["quantity", "quantity installation", "ignored", "…"]);
  });
});

test("two texts of a column of remarks are offered one by one, before the column, and together", () => {
  const rows = ["remplacé par le n° 5", "rendu au magasin", null].map((remark, at) => [
    "Beure",
    "École du Bourg",
    `A${at}`,
    "Poste client standard",
    remark,
  ]);
  const registre = sheet("Registre", [["Commune", "École", "N° inventaire", "Matériel", "Observations"], ...rows]);
  const [point] = pointsFor(readWorkbooks([workbook([registre])], 2014), "leaving-remark");
  const ways = waysOut(point!, false);
  expect(ways.map(({ entry }) => entry)).toEqual([
    { word: "remplacé par le n° 5", kind: "state" },
    { word: "rendu au magasin", kind: "state" },
    { word: "Observations", kind: "header" },
  ]);
  expect(firstOf(ways)).toEqual(ways.slice(0, 2));
});

test("a column of lots can only be ignored, once the quantities are written by unit", () => {
  const lignes = sheet("Lignes", [
    ["Commune", "École", "Prestation", "Nature", "Quantité", "Unité"],
    ["Beure", "École du Bourg", "Poste client standard", "Maintenance", 14, "poste"],
    ["Beure", "École du Bourg", "Logiciel spécifique", "Maintenance", 3, "lot de 5 licences"],
  ]);
  const read = readWorkbooks([workbook([lignes])], 2014);
  expect(read.messages.join()).toContain("(« lot de 5 licences ») : écrivez d’abord ces quantités à l’unité");
  const [point] = pointsFor(read, "unclear-header");
  expect(waysOut(point!, false).map(({ toFill: says }) => says?.values)).toEqual([["ignored"]]);
});

test("« Posés le » beside a count of what was installed is not offered as the entry of all that the row counts", () => {
  const parc = sheet("Parc", [
    [
      "Commune",
      "École",
      "Élèves",
      "Packs logiciels",
      "Postes clients standard",
      "Postes clients standard installés",
      "Posés le",
    ],
    ["Pugey", "École des Tilleuls", 66, 1, 8, 3, "04/03/2014"],
    ["Beure", "École du Bourg", 40, 1, 5, 0, null],
  ]);
  const [point] = pointsFor(readWorkbooks([workbook([parc])], 2014), "unclear-header");
  expect(waysOut(point!, false).map(({ toFill: says }) => says?.values)).toEqual([["ignored", "…"]]);
});

test("the rows of who left the convention are first set aside, since when being the reason", () => {
  const [first, ...others] = builtInConvention(2014).members;
  const members = [{ ...first!, name: "Bonnat", to: { year: 2013, month: 8, day: 31 } }, ...others];
  const parc = sheet("Parc", [
    ["Commune", "École", "Effectif", "Postes clients standard"],
    ["Bonnat", "École", 20, 12],
  ]);
  const read = readUnder(builtInGrids[0]!, { members }, [parc]);
  const [point] = pointsFor(read, "commune-no-longer");
  expect(waysOut(point!, false)).toMatchObject([
    { list: "setAside", entry: { row: 2, reason: "n’est plus membre après le 31/08/2013" } },
    { list: "communes" },
  ]);
});
