import {
  builtInGrids,
  codeNamed,
  headcount,
  isBareTotal,
  ItemNamer,
  namesEquipment,
  namesPupils,
  namesSomething,
  type Label,
} from "../../../src/tariff";
import { namedBy, row } from "./named";

const { rows } = builtInGrids[0]!;
const namer = new ItemNamer({ rows });

/** Made in each test, because it is what the grid decides. */
const namers = (): ItemNamer[] =>
  [rows, rows.filter(({ code }) => code !== "PORTAIL")].map((each) => new ItemNamer({ rows: each }));

describe("the pupils of a school", () => {
  it("are its headcount, whatever the prestation that bills them", () => {
    expect(namer.pupils(["effectif"], [], false)).toEqual({
      kind: "prestation",
      code: headcount,
      words: "effectif",
      weak: false,
      part: null,
      qualifiers: [],
    });
    expect(namedBy(rows)("Accès Portail éducatif/enfant")).toMatchObject({ kind: "prestation", code: headcount });
  });

  it.each([
    ["Élèves en maternelle", ["maternelle"], false, "maternelle"],
    ["Total des élèves en maternelle", ["maternelle"], true, null],
    ["Effectif mat + élém", ["maternelle", "elementaire"], false, null],
    ["Effectif", [], false, null],
  ])("« %s » are of the level: %j", (_, levels, isWhole, part) => {
    expect(namer.pupils(["eleve", ...levels], levels, isWhole)).toMatchObject({
      code: headcount,
      words: ["eleve", ...levels].join(" "),
      part,
      qualifiers: levels,
    });
  });

  it("are nothing in a grid that bills none", () => {
    expect(namers().map((each) => each.pupils(["effectif"], [], false).kind)).toEqual(["prestation", "none"]);
  });

  it("« Effectif » announces a count of something else only in such a grid, and no other word of pupils does", () => {
    expect(namers().map((each) => each.announcesCount("effectif"))).toEqual([false, true]);
    expect(namers().map((each) => each.announcesCount("eleve"))).toEqual([false, false]);
  });

  it("are of each prestation that counts them, where a grid has several", () => {
    const named = namedBy([row("PORTAIL", "Accès portail", "enfant"), row("CANTINE", "Cantine", "élève")]);
    expect([codeNamed(named("Accès portail")), codeNamed(named("Cantine"))]).toEqual(["PORTAIL", "CANTINE"]);
  });
});

describe("the item that a label names", () => {
  const named = namedBy(rows);
  const pupils = namer.pupils(["eleve"], [], false);
  const total: Label = { kind: "ambiguous", words: "total", candidates: [] };

  it.each([
    [
      "a prestation",
      named("Serveur standard"),
      { code: "SERVEUR_STD", something: true, equipment: true, total: false },
    ],
    ["equipment without a tariff", named("Tablettes"), { code: null, something: true, equipment: true, total: false }],
    ["two prestations", named("Postes"), { code: null, something: true, equipment: true, total: false }],
    ["pupils", pupils, { code: headcount, something: true, equipment: false, total: false }],
    ["« Total » alone", total, { code: null, something: false, equipment: false, total: true }],
    ["nothing", named("Salle"), { code: null, something: false, equipment: false, total: false }],
    [
      "a prestation called « Total »",
      namedBy([row("TOTAL", "Total", "unité")])("Total"),
      { code: "TOTAL", something: true, equipment: true, total: false },
    ],
  ])("%s", (_, label, expected) => {
    expect({
      code: codeNamed(label),
      something: namesSomething(label),
      equipment: namesEquipment(label),
      total: isBareTotal(label),
    }).toEqual(expected);
    expect(namesPupils(label)).toBe(expected.code === headcount);
  });
});
