import { addAnalyses, type SheetModel } from "../../../src/documents";
import type { Options } from "../../../src/options";
import { compareStatements, type Comparison } from "../../../src/statement";
import { campaignOf } from "../../../src/tariff";
import * as given from "../../statement/fixtures";
import { Spreadsheet } from "../evaluate";
import { rowOf, sheet } from "../fixtures";
import { documents, nowhere, of, read } from "./statements";
import { bill, inventory } from "./town";

const { countsA, golden, stateOf } = given;

describe("« Comparaison » tells a difference by its causes", () => {
  const before = stateOf(golden);
  const statement = of({ ...countsA, "POSTE_STD m": 16 });
  const after = { ...statement, campaign: campaignOf(2015) };
  const comparison = {
    comparison: compareStatements(before, after),
    file: "parc-2014.xlsx",
    campaignFrom: "journal",
    errors: { before: 0, after: 0 },
  } as const;
  const models = addAnalyses(documents, { comparison }, nowhere);
  const summary = sheet(models, "comparaison");

  test("« Comparaison » gives for each commune its schools, both amounts and the four effects, with a link to its fiche", () => {
    const row = rowOf(summary, "Chalezeule");
    // 2 workstations more: 2 × 36.86 = 73.72, from 1 011.05 to 1 084.77.
    expect(row.slice(1, 11).map((cell) => cell?.value)).toEqual([
      "25112",
      1,
      1,
      1011.05,
      1084.77,
      73.72,
      73.72,
      0,
      0,
      0,
    ]);
    expect(row[0]?.link?.sheet).toBe("Fiche Chalezeule");
    expect(row[7]?.formula).toBe("ROUND(SUM('Comparaison (détail)'!L6:L6),2)");
    expect(row[6]?.formula).toMatch(/^ROUND\(F\d+-E\d+,2\)$/);
  });

  test("« Comparaison » goes line by line, down to one more machine", () => {
    const detail = sheet(models, "comparaison-detail");
    const line = rowOf(detail, "POSTE_STD");
    expect(line.map((cell) => cell?.value)).toEqual([
      ...["Chalezeule", "École élémentaire", "Poste client standard", "POSTE_STD", "Maintenance", "Commune"],
      ...[14, 16, 36.86, 36.86, 73.72, 73.72, 0, null, null],
    ]);
    const place = detail.rows.findIndex(({ cells }) => cells === line);
    const changed = new Spreadsheet(models, new Map([[`${detail.name}!${place},7`, 17]]));
    const total = summary.rows.findIndex(({ cells }) => cells[0]?.value === "Total du titre");
    expect(changed.value(summary.name, total, 7)).toBeCloseTo(110.58, 4); // 3 × 36.86
    // The amount after is the other documents': the effects no longer make the difference, and it is said.
    expect(changed.value(summary.name, total + 1, 6)).toBe(-36.86);
  });

  test("it says what is compared, how, and under which tariff", () => {
    const all = read(summary);
    expect(all).toContain(
      "Cette campagne est comparée à la campagne 2014, facturée d’après le fichier « parc-2014.xlsx ».",
    );
    expect(all).toContain("Même tarif pour les deux : Délibération n° 58, récépissé préfectoral du 14 novembre 2014.");
    expect(all).toContain("(quantité 2015 − quantité 2014) × prix 2014");
    expect(all).not.toMatch(/Les options ne sont pas les mêmes|Non facturé/);
  });

  test("errors, a missing price, other options, a campaign taken for the year before are told", () => {
    const other = of({ ...countsA, "TABLETTE m": 2 }, { besancon: "left-out" }, given.splitGrid);
    const told = {
      comparison: compareStatements(before, { ...other, campaign: campaignOf(2015) }),
      file: "2014.xlsx",
      campaignFrom: "year-before",
      errors: { before: 2, after: 1 },
    } as const;
    const all = read(sheet(addAnalyses([], { comparison: told }, nowhere), "comparaison"));
    expect(all).toContain(
      "le fichier « 2014.xlsx », qui ne dit pas son année : on le prend pour celui de l’année d’avant.",
    );
    expect(all).toContain("Non facturé, car à corriger : 2 points (2014), 1 point (2015).");
    expect(all).toContain(
      "Prix absent du tarif 2014, compté pour 0 : Tablette, maintenance à la charge de la CAGB ; Tablette, maintenance à la charge de la commune.",
    );
    expect(all).toMatch(
      /Les options ne sont pas les mêmes\. 2014 : celles par défaut\. 2015 : Besançon : non facturée\./,
    );
  });

  test("two states of one campaign are called « avant » and « après »", () => {
    const same = {
      comparison: compareStatements(before, statement),
      file: "a.xlsx",
      campaignFrom: "journal",
      errors: { before: 0, after: 0 },
    } as const;
    expect(read(sheet(addAnalyses([], { comparison: same }, nowhere), "comparaison"))).toContain("Montant avant");
  });
});

describe("« Comparaison » has a comment beside what is to be explained", () => {
  const rows = [["Beure", "École du Bourg", 60, 4, null]];
  const modelOf = (comparison: Comparison) => {
    const errors = { before: 0, after: 0 };
    const context = { comparison, file: "a.xlsx", campaignFrom: "journal", errors } as const;
    return sheet(addAnalyses([], { comparison: context }, nowhere), "comparaison");
  };
  const compared = (...comments: Options["comments"]) => {
    // Amagney: 4 × 36.86 = 147.44 more, 40 % of what it was; Beure arrives with 4 × 36.86; Chalezeule does not change.
    const [before, after] = [bill([inventory(10)]), bill([inventory(14, "2015.xlsx", rows)], 2015, { comments })];
    return modelOf(compareStatements(before.statement, after.statement));
  };
  const said = (commune: string, text: string, against = 2014): Options["comments"][number] => ({
    commune,
    against,
    text,
  });
  const beside = (model: SheetModel, name: string) =>
    model.rows
      .filter(({ cells }) => cells[0]?.value === name && typeof cells[4]?.value === "number")
      .map(({ cells }) => [11, 12].map((column) => String(cells[column]?.value ?? "").replace(/\s/g, " ")));

  test("one is wanted on what the commune owes, once; nothing is on what does not move", () => {
    const model = compared();
    // What the commune owes, what the CAGB bears, both together.
    expect(beside(model, "Amagney")).toEqual([
      ["à expliquer : commentaire attendu", ""],
      ["", ""],
      ["", ""],
    ]);
    expect(beside(model, "Chalezeule")).toEqual([
      ["", ""],
      ["", ""],
      ["", ""],
    ]);
    expect(read(model)).toContain("Communes à expliquer : 2, sans commentaire.");
    expect(read(model)).toContain("« à expliquer » : commune dont la quote-part varie de plus de 10 % et de 100 €");
    expect(read(model)).toContain("ou dans la feuille « Options Ordiclasse ».");
  });

  test("one is wanted on the quote-part alone, by as many communes as are counted, whatever the CAGB’s part does", () => {
    // Chalezeule’s CAGB part is 60 pupils × 5.27 = 316.20 more, at least. Its quote-part does not move.
    const pupils = [["Chalezeule", "École neuve", 60, 0, null]];
    const [before, after] = [bill([inventory(10)]), bill([inventory(14, "2015.xlsx", pupils)], 2015)];
    const model = modelOf(compareStatements(before.statement, after.statement));
    const communes = model.rows.filter(({ cells }) => /^\d{5}$/.test(String(cells[1]?.value)));
    const asked = communes.filter(({ cells }) => /à expliquer/.test(String(cells[11]?.value ?? "")));
    expect(asked.map(({ cells }) => cells[0]?.value)).toEqual(["Amagney"]);
    expect(read(model)).toContain("Communes à expliquer : 1, sans commentaire.");
  });

  test("it is there once written, as text, on a commune that does not move as well", () => {
    const model = compared(said("Amagney", "=4 postes de plus"), said("chalezeule", "Rien de changé"));
    expect(beside(model, "Amagney")).toEqual([
      ["écart expliqué", "=4 postes de plus"],
      ["", "=4 postes de plus"],
      ["", "=4 postes de plus"],
    ]);
    expect(beside(model, "Chalezeule").map(([, comment]) => comment)).toEqual(Array(3).fill("Rien de changé"));
    expect(rowOf(model, "=4 postes de plus")[12]?.style).toMatchObject({ numberFormat: "@", wrap: true });
    expect(read(model)).toContain("Communes à expliquer : 2, dont 1 commentée.");
    const all = compared(said("Amagney", "Quatre postes"), said("Beure", "École nouvelle"));
    expect(read(all)).toContain("Communes à expliquer : 2, dont 2 commentées.");
    expect(read(all)).not.toMatch(/commentaire attendu/i);
  });

  test("a long one makes its row as high as it needs", () => {
    const long = "Renouvellement de quatre postes à l’école primaire, prévu par la délibération. ".repeat(4);
    const heightOf = (model: SheetModel) =>
      model.rows.find(({ cells }) => cells[0]?.value === "Amagney" && cells[4] !== undefined)!.height ?? 15;
    // 4 × 79 letters, some 40 a line: 8 lines of 13.5 points.
    expect(heightOf(compared(said("Amagney", long)))).toBeGreaterThanOrEqual(8 * 13.5);
    expect(heightOf(compared(said("Amagney", "Court")))).toBe(15);
  });

  test("those on another year than that of the campaign compared are told, not dropped in silence", () => {
    const all = read(compared(said("Amagney", "Nos postes", 2015), said("Beure", "Voir 2013", 2013)));
    expect(all).toContain(
      "2 commentaires portent sur une autre année que 2014 (2013, 2015) : ils ne sont pas repris ici.",
    );
    expect(all).not.toContain("Nos postes");
    expect(read(compared(said("Amagney", "Nos postes", 2015)))).toContain(
      "1 commentaire porte sur une autre année que 2014 (2015) : il n’est pas repris ici.",
    );
    expect(read(compared(said("Amagney", "Quatre postes")))).not.toContain("autre année");
  });

  test("one on a commune that nobody bills is not lost", () => {
    expect(read(compared(said("Pirey", "Sans école")))).toContain(
      "Commentaire sur une commune qu’aucune des deux campagnes ne facture (Pirey) : Sans école",
    );
  });
});

describe("« Comparaison » leads from one titre to the other, an effect a step", () => {
  const { countsA, golden, grid, splitGrid, stateOf } = given;
  const bridgeOf = (comparison: Comparison) => {
    const context = { comparison, file: "a.xlsx", campaignFrom: "journal", errors: { before: 0, after: 0 } } as const;
    const models = addAnalyses(documents, { comparison: context }, nowhere);
    const model = sheet(models, "comparaison");
    const first = model.rows.findIndex(({ cells }) => cells[0]?.value === "Étape") + 1;
    const steps = model.rows.slice(first, first + 6).map(({ cells }) => cells);
    return { models, model, first, steps, sentence: String(model.rows[first - 2]!.cells[0]?.value) };
  };
  /** From, to, change: to the cent, null where a cell is blank. */
  const figuresOf = (steps: ReturnType<typeof bridgeOf>["steps"]) =>
    steps.map((cells) =>
      cells.slice(4, 7).map((cell) => (typeof cell?.value === "number" ? Number(cell.value.toFixed(2)) : null)),
    );
  const few = stateOf(golden);
  const many = { ...of({ ...countsA, "POSTE_STD m": 16 }), campaign: campaignOf(2015) };
  // Chalezeule: 1 011.05 €, and 2 × 36.86 = 73.72 more. The other commune does not change.
  const [less, more] = [few, many].map(({ total }) => total.toNumber());

  test("an increase is drawn on top of the level before it", () => {
    expect(more! - less!).toBeCloseTo(73.72, 8);
    const { steps, sentence } = bridgeOf(compareStatements(few, many));
    expect(steps.map((cells) => cells[0]?.value)).toEqual([
      ...["Titre 2014", "Effet quantités", "Effet tarifs", "Écoles arrivées", "Fin de facturation", "Titre 2015"],
    ]);
    expect(figuresOf(steps)).toEqual([
      [null, less, null],
      [less, more, 73.72],
      [more, more, 0],
      [more, more, 0],
      [more, more, 0],
      [more, more, 0],
    ]);
    expect(sentence.replace(/\s/g, " ")).toBe("De 2014 à 2015, le titre augmente de 73,72 €, du fait des quantités");
  });

  test("a decrease is drawn down to a level below", () => {
    const [first, second] = [
      { ...many, campaign: few.campaign },
      { ...few, campaign: many.campaign },
    ];
    const { steps, sentence } = bridgeOf(compareStatements(first, second));
    expect(figuresOf(steps)[1]).toEqual([more, less, -73.72]);
    expect(figuresOf(steps)[5]).toEqual([less, less, 0]);
    expect(sentence.replace(/\s/g, " ")).toBe("De 2014 à 2015, le titre diminue de 73,72 €, du fait des quantités");
  });

  test("a school that came and one that went, under another tariff: each step starts where the one before ends", () => {
    const { countsB, quantities, reading, schoolA, schoolB } = given;
    const [before, after] = [
      stateOf(reading([schoolA], quantities(schoolA, countsA)), {}, grid),
      stateOf(reading([schoolB], quantities(schoolB, countsB)), {}, splitGrid),
    ];
    const { models, model, first, steps, sentence } = bridgeOf(
      compareStatements(before, { ...after, campaign: campaignOf(2015) }),
    );
    const [titre, , , arrived, departed, last] = figuresOf(steps);
    const [old, recent] = [before, after].map(({ total }) => total.toNumber());
    expect(titre).toEqual([null, old, null]);
    expect(arrived).toEqual([old, old! + recent!, recent]);
    expect(departed).toEqual([old! + recent!, recent, -old!]);
    expect(last).toEqual([recent, recent, 0]);
    expect(sentence).toMatch(
      old! > recent! ? /diminue.*surtout du fait des écoles qui ne sont plus facturées$/ : /surtout.*arrivées$/,
    );
    // Its formulas give all of it again.
    const book = new Spreadsheet(models);
    for (let row = first; row < first + 6; row++)
      for (let column = 4; column < 7; column++) {
        const value = model.rows[row]!.cells[column]?.value;
        if (typeof value === "number") expect(book.value(model.name, row, column)).toBeCloseTo(value, 6);
      }
  });

  test("its effects are columns up and down from zero, drawn from that table on one page with it, and titled by no amount", () => {
    const { model, first, sentence } = bridgeOf(compareStatements(few, many));
    const { kind, categories, series, anchor, title } = model.charts[0]!;
    // Beside a whole titre, 73,72 € would not be seen.
    expect([kind, categories]).toEqual(["column", { column: 0, firstRow: first + 1, lastRow: first + 4 }]);
    expect(series.map((one) => [one.title, model.rows[first - 1]!.cells[one.column]?.value])).toEqual([
      ["Écart", "Écart"],
    ]);
    expect(series[0]!.labels?.at).toBe("end");
    expect(title).not.toMatch(/\d/);
    expect(sentence).not.toContain(title);
    expect(anchor.top).toBe(first + 6);
    expect(model.print.breaksBefore.filter((start) => start > first - 2 && start <= anchor.bottom)).toEqual([]);
  });

  test("the same titre: it says that nothing changes", () => {
    const same = compareStatements(few, { ...few, campaign: campaignOf(2015) });
    expect(bridgeOf(same).sentence).toBe("De 2014 à 2015, le titre ne change pas");
    const again = compareStatements(few, { ...many, campaign: few.campaign });
    expect(bridgeOf(again).sentence).toMatch(/^D’un état à l’autre, le titre augmente/);
  });
});
