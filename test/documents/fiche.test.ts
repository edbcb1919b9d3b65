import { Decimal } from "decimal.js";
import { mailingCsv } from "../../src/documents";
import { createDirectory, type Commune, type TariffRow } from "../../src/tariff";
import { readCsv } from "../../src/workbook/files/read-csv";
import { makeSheets } from "../at-once";
import * as given from "../statement/fixtures";
import { Spreadsheet } from "./evaluate";
import { columnOf, inputOf, sheet, sheetsOf, textsOf } from "./fixtures";

const directory = createDirectory(given.campaign);

function member(insee: string): Commune {
  const match = directory.findByInsee(insee);
  if (match.kind !== "found") throw new Error(`${insee} is no member.`);
  return match.commune;
}

/** The fiche of a commune that has one school with a workstation. */
function ficheOf(commune: Commune, prestation = "POSTE_STD"): string[] {
  const host = given.school(commune, "École primaire");
  const reading = given.reading([host], [given.quantity(host, prestation, "maintenance", 3)]);
  return textsOf(sheet(sheetsOf(reading), `fiche-${commune.insee}-${commune.siren}`));
}

describe("a fiche names its debtor", () => {
  const underTitle = (insee: string) => ficheOf(member(insee)).find((text) => text.startsWith("Ordiclasse · campagne"));

  test("a fiche begins with the name of its commune in large type, then its SIREN and INSEE code", () => {
    expect(ficheOf(member("25112"))).toContain("Chalezeule");
    expect(underTitle("25112")).toBe(
      "Ordiclasse · campagne 2014 · situation au 1ᵉʳ novembre 2014 · SIREN\u00a0212\u00a0501\u00a0126 · INSEE 25112",
    );
  });

  test("a SIREN that was worked out, and not published, is to be verified", () => {
    expect(underTitle("25034")).toContain("SIREN\u00a0212\u00a0500\u00a0342 (à vérifier)");
  });

  test("a commune that a merger ends before the next campaign leads to the one that pays from then on", () => {
    const toLesAuxons = "À partir du 1ᵉʳ janvier 2015, Les Auxons (INSEE 25035, SIREN\u00a0200\u00a0048\u00a0437).";
    expect(ficheOf(member("25034"))).toContain(toLesAuxons);
    expect(ficheOf(member("25035"))).toContain(toLesAuxons);
    // Mamirolle merges too, but in 2025.
    expect(ficheOf(member("25364")).join()).not.toContain("À partir du");
  });
});

describe("a fiche is understood at its top", () => {
  const golden = sheetsOf(given.golden);
  const fiche = sheet(golden, `fiche-${given.chalezeule.insee}-${given.chalezeule.siren}`);
  const due = fiche.rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith("Quote-part que la CAGB"));
  const amount = columnOf(fiche, "Montant");

  test("the amount due is above the detail of a fiche, and is its total", () => {
    // A commune of the golden data: 1 011,05 € (test/statement/fixtures).
    const at = fiche.rows[due]!.cells.findIndex((cell) => typeof cell?.value === "number");
    expect(fiche.rows[due]!.cells[at]).toMatchObject({ value: 1011.05 });
    const total = fiche.rows.findIndex(
      ({ cells }) => cells[0]?.value === "Quote-part de la commune" && cells[amount]?.formula !== undefined,
    );
    expect(due).toBeLessThan(total);
    expect(new Spreadsheet(golden).value(fiche.name, due, at)).toBeCloseTo(1011.05, 2);
  });

  test("nothing is to be paid on it, and the account of the payment is said", () => {
    const all = textsOf(fiche).join(" ").replace(/\s/g, " ");
    expect(all).toContain("Ne payez rien au vu de cette fiche : attendez l’avis des sommes à payer de la CAGB.");
    expect(all).toContain("Imputation usuelle du mandat : 62876.");
    expect(all).toContain("dans les deux mois de sa réception devant le tribunal administratif (CGCT, L. 1617-5)");
  });

  test("schools, pupils and postes are counted, and both parts said", () => {
    const host = given.school(member("25112"), "École primaire");
    const reading = given.reading(
      [host],
      [
        given.quantity(host, "PORTAIL", "maintenance", 100),
        given.quantity(host, "POSTE_STD", "maintenance", 10),
        given.quantity(host, "POSTE_SPEC", "maintenance", 2),
        given.quantity(host, "POSTE_STD", "installation", 3),
      ],
    );
    const texts = textsOf(sheet(sheetsOf(reading), "fiche-25112-212501126")).map((text) => text.replace(/\s/g, " "));
    // Due: 10 × 36,86 + 2 × 47,39 + 3 × 31,60 = 558,18; CAGB: 100 × 5,27 = 527,00; 558,18 / 1085,18 = 51,4 %.
    for (const said of [
      "1 école",
      "100 élèves",
      "12 postes",
      "en service : 10 standard, 2 spécifiques ; 3 posés dans l’année",
      "51,4 %",
      "à votre charge",
      "48,6 %",
    ])
      expect(texts).toContain(said);
    expect(texts).toContain("payé par la CAGB (527,00 €)");
  });

  test("workstations of a grid of one's own are counted whatever their unit, and once where both payers bear a price", () => {
    const units: Readonly<Record<string, string>> = { PORTAIL: "Élève", POSTE_STD: "Poste", POSTE_SPEC: "unité" };
    const rows = given.grid.rows.map((row) => ({ ...row, unit: units[row.code] ?? row.unit }));
    const both = { cagb: new Decimal("10.00"), commune: new Decimal("26.86") };
    const own = {
      ...given.grid,
      rows: rows.map((row) =>
        row.code === "POSTE_STD" ? { ...row, prices: { ...row.prices, maintenance: both } } : row,
      ),
    };
    const host = given.school(member("25112"), "École primaire");
    const reading = given.reading(
      [host],
      given.quantities(host, { "PORTAIL m": 100, "POSTE_STD m": 10, "POSTE_SPEC m": 2, "POSTE_STD i": 3 }),
    );
    const models = makeSheets(inputOf(reading, {}, {}, own));
    const texts = textsOf(sheet(models, "fiche-25112-212501126")).map((text) => text.replace(/\s/g, " "));
    for (const said of ["100 élèves", "12 postes", "en service : 10 standard, 2 spécifiques ; 3 posés dans l’année"])
      expect(texts).toContain(said);
    const [titles, line] = readCsv(mailingCsv(inputOf(reading, {}, {}, own).statement)).rows;
    expect(line![titles!.indexOf("élèves")]).toBe("100");
  });

  test("another kind counted in « postes » is a workstation too, and the kinds are not told apart", () => {
    const standard = given.grid.rows.find(({ code }) => code === "POSTE_STD")!;
    const mac = { ...standard, code: "POSTE_MAC", prestation: "Poste Mac", unit: "Postes" };
    const own = { ...given.grid, rows: [...given.grid.rows, mac] };
    const host = given.school(member("25112"), "École primaire");
    const counted = [...given.quantities(host, { "POSTE_STD m": 10, "POSTE_SPEC m": 2 })];
    const reading = given.reading([host], [...counted, { ...counted[0]!, prestation: "POSTE_MAC", quantity: 4 }]);
    const texts = textsOf(sheet(makeSheets(inputOf(reading, {}, {}, own)), "fiche-25112-212501126"));
    // 10 + 2 + 4
    expect(texts.map((text) => text.replace(/\s/g, " "))).toEqual(expect.arrayContaining(["16 postes", "en service"]));
  });

  test("a fiche under a grid without postes counts the two most billed prestations, or the first when both do not fit", () => {
    const ofUnits = (unit: string) => {
      const rows = given.grid.rows.flatMap((row) =>
        row.code === "IMPRIMANTE"
          ? [{ ...row, prestation: "Borne wifi", unit }]
          : ["LOGICIEL_SPEC", "PIECES", "PORTAIL"].includes(row.code)
            ? [row]
            : [],
      );
      const host = given.school(member("25112"), "École primaire");
      // 4 × 15,79 = 63,16; 5 × 10,53 = 52,65; 1 × 21,06
      const counted = given.quantities(host, { "IMPRIMANTE m": 4, "LOGICIEL_SPEC m": 5, "PIECES i": 1 });
      const models = makeSheets(inputOf(given.reading([host], counted), {}, {}, { ...given.grid, rows }));
      return textsOf(sheet(models, "fiche-25112-212501126")).map((text) => text.replace(/\s/g, " "));
    };
    expect(ofUnits("borne")).toEqual(
      expect.arrayContaining(["4 bornes · 5 logiciels", "Borne wifi · Logiciel spécifique"]),
    );
    expect(ofUnits("radioconcentrateur")).toEqual(expect.arrayContaining(["4 radioconcentrateurs", "Borne wifi"]));
  });

  test("a fiche under a grid of pupils alone, or of nothing, names what was in service by that name", () => {
    const maintained = (isKept: (row: TariffRow) => boolean, quantities: Readonly<Record<string, number>>) => {
      const rows = given.grid.rows.filter(isKept).map((row) => {
        const maintenance = { cagb: null, commune: row.prices.maintenance.commune ?? row.prices.maintenance.cagb };
        return { ...row, prices: { ...row.prices, maintenance } };
      });
      const host = given.school(member("25112"), "École primaire");
      const reading = given.reading([host], given.quantities(host, quantities));
      const models = makeSheets(inputOf(reading, {}, {}, { ...given.grid, rows }));
      const texts = ["titre", "fiche-25112-212501126"].flatMap((key) => textsOf(sheet(models, key)));
      return texts.flatMap((text) => /^Maintenance annuelle,.*|maintenance de l’année \(.*/.exec(text) ?? []);
    };
    const isOfPupils = ({ counts }: TariffRow) => counts === "pupils";
    expect(maintained(isOfPupils, { "PORTAIL m": 100 })).toEqual([
      "Maintenance annuelle, effectifs au 1ᵉʳ novembre 2014",
      "maintenance de l’année (effectifs au 1ᵉʳ novembre 2014)",
    ]);
    expect(maintained((row) => !isOfPupils(row), { "POSTE_STD m": 10 })).toEqual([
      "Maintenance annuelle, matériel au 1ᵉʳ novembre 2014",
      "maintenance de l’année (matériel en service au 1ᵉʳ novembre 2014)",
    ]);
  });

  test("a school that two communes share counts whole on both their fiches, as its lines do", () => {
    const host = given.school(member("25112"), "École primaire");
    const own = given.school(member("25364"), "École maternelle");
    const reading = given.reading(
      [host, own],
      [
        given.quantity(host, "PORTAIL", "maintenance", 57),
        given.quantity(host, "POSTE_STD", "maintenance", 14),
        given.quantity(own, "PORTAIL", "maintenance", 33),
        given.quantity(own, "POSTE_STD", "maintenance", 10),
      ],
    );
    const shares = [
      { commune: "Chalezeule", weight: 3 },
      { commune: "Mamirolle", weight: 2 },
    ];
    const sharingKeys = [{ commune: "Chalezeule", school: "École primaire", shares }];
    const models = sheetsOf(reading, { sharingKeys });
    const key = models.find((model) => model.name === "Fiche Mamirolle")!.key;
    // 57 + 33 pupils, 14 + 10 workstations.
    for (const said of ["2 écoles", "90 élèves", "24 postes"]) expect(textsOf(sheet(models, key))).toContain(said);
    expect(textsOf(sheet(models, "fiche-25112-212501126"))).toContain("57 élèves");
  });

  test("a fiche of more than three schools has a table of their amounts, with live sums", () => {
    const schools = Array.from({ length: 4 }, (_one, index) => given.school(member("25112"), `École ${index}`, index));
    const reading = given.reading(
      schools,
      schools.flatMap((one) => [
        given.quantity(one, "POSTE_STD", "maintenance", 2),
        given.quantity(one, "POSTE_STD", "installation", 1),
      ]),
    );
    const models = sheetsOf(reading);
    const model = sheet(models, "fiche-25112-212501126");
    const row = model.rows.findIndex(({ cells }) => cells[0]?.value === "École 2");
    const evaluated = new Spreadsheet(models);
    // 31,60, and 2 × 36,86 = 73,72.
    expect([amount - 2, amount - 1, amount].map((column) => evaluated.value(model.name, row, column))).toEqual([
      31.6, 73.72, 105.32,
    ]);
    expect(textsOf(fiche)).not.toContain("Écoles");
  });

  test("schools come by name, accents apart and numbers by their value, whatever the order of the inventory", () => {
    const names = ["École Zola", "École Érasme", "École 10", "École Edison", "École 2"];
    const hosts = names.map((name) => given.school(member("25112"), name));
    const reading = given.reading(
      hosts,
      hosts.map((one) => given.quantity(one, "POSTE_STD", "maintenance", 1)),
    );
    const { rows, outline } = sheet(sheetsOf(reading), "fiche-25112-212501126");
    const ordered = ["École 2", "École 10", "École Edison", "École Érasme", "École Zola"];
    const headings = rows.flatMap(({ cells }, row) => (outline?.get(row) === "group" ? [cells[0]?.value] : []));
    const ofMaintenance = " · maintenance de l’année (matériel en service au 1ᵉʳ novembre 2014)";
    expect(headings.map((heading) => String(heading).replace(ofMaintenance, ""))).toEqual(ordered);
    const first = rows.findIndex(({ cells }) => cells[0]?.value === "Écoles");
    expect(rows.slice(first + 1, first + 6).map(({ cells }) => cells[0]?.value)).toEqual(ordered);
  });

  test("a fiche claims nothing when the CAGB bears all", () => {
    const texts = ficheOf(member("25112"), "PORTAIL").map((text) => text.replace(/\s/g, " "));
    expect(texts).toContain("Rien à rembourser : la CAGB prend tout en charge");
    expect(texts.join()).toContain("à qui elle émet un titre, prend tout en charge.");
    expect(texts.join()).not.toContain("vous refacture");
    expect(texts.join()).not.toMatch(/Échéance|Ne payez rien/);
    expect(texts).toContain("Zéro euro. Montants nets.");
  });

  test("the City's own says that it reimburses its share too", () => {
    expect(ficheOf(member("25056")).join()).toContain(
      "La Ville, qui émet le titre, rembourse aussi sa propre quote-part à la CAGB.",
    );
  });

  test("codes, sources and the way back are on the screen alone", () => {
    const { print, rows } = fiche;
    const printed = rows.flatMap(({ cells }) => cells.slice(0, print.area.lastColumn + 1));
    expect(printed.filter((cell) => cell?.link !== undefined)).toEqual([]);
    expect(printed.map((cell) => cell?.value)).not.toContain("POSTE_STD");
    expect(rows.flatMap(({ cells }) => cells.map((cell) => cell?.value))).toContain("POSTE_STD");
    expect(print.footer[2]).toBe("Chalezeule · page &P / &N");
  });
});

describe("« Fiches (impression) » can be taken apart page by page", () => {
  const schools = Array.from({ length: 80 }, (_one, index) => given.school(given.besancon, `École ${index}`, index));
  const reading = given.reading(
    [...schools, given.schoolA],
    [...schools, given.schoolA].map((one) => given.quantity(one, "POSTE_STD", "maintenance", 5)),
  );
  const { rows, print } = sheet(sheetsOf(reading, { printableFiches: true }), "fiches-impression");
  const labels = rows.map(({ cells }) => cells[0]?.value);

  test("every page that goes on has the titles of its columns at its top, and the sheet repeats none", () => {
    const goingOn = print.breaksBefore.filter((row) => String(labels[row]).endsWith(" (suite)"));
    expect(goingOn.length).toBeGreaterThan(3);
    for (const row of goingOn)
      expect(rows[row]!.cells.map((cell) => cell?.value)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^Montant|^Quote-part/)]),
      );
    expect(print.titleRows).toBeNull();
  });

  test("sources, codes and the way back are not printed", () => {
    const printed = rows.flatMap(({ cells }) => cells.slice(0, print.area.lastColumn + 1));
    expect(printed.filter((cell) => cell?.link !== undefined)).toEqual([]);
    expect(printed.map((cell) => cell?.value)).not.toContain("POSTE_STD");
  });

  test("a page that goes on with a commune names it over its columns", () => {
    const starts = print.breaksBefore.map((row) => String(labels[row]));
    expect(starts.length).toBeGreaterThan(3);
    for (const start of starts) expect(start).toMatch(/^Besançon · .* \(suite\)$|^Chalezeule$/);
  });

  test("amounts are those of the fiches", () => {
    const own = sheet(sheetsOf(reading), "fiche-25112-212511200");
    const amount = columnOf(own, "Montant");
    const totalOf = (of: readonly (typeof rows)[number][]) =>
      of.find(({ cells }) => cells[0]?.value === "Quote-part de la commune" && cells[amount]?.formula !== undefined)!
        .cells[amount];
    const printed = totalOf(rows.slice(labels.lastIndexOf("Chalezeule")))!;
    // 5 × 36,86.
    expect([printed.value, totalOf(own.rows)!.value]).toEqual([184.3, 184.3]);
  });
});
