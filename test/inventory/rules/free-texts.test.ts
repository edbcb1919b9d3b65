import { parseCellName, placeKey, type Cell } from "../../../src/cells";
import type { Options } from "../../../src/options";
import { read, readWith, sheet, withFacts, type SheetSpec } from "../workbook-of";
import { errors, head, other, parc, posts, words } from "./remarked-schools";

/** The sheet with the comment of a cell. */
function commented(spec: SheetSpec, name: string, text: string): SheetSpec {
  const { row, column } = parseCellName(name)!;
  const own = withFacts(spec, {});
  return (file) => ({
    ...own(file),
    facts: { ...own(file).facts!, comments: new Map([[placeKey(row, column), text]]) },
  });
}

describe("a comment on a number that another table shows too", () => {
  const lent = "dont 2 prêtés par la mairie, à ne pas compter";
  const copy = sheet("Copie", [
    ["Commune", "École", "Effectif", "Postes clients standard"],
    ["Beure", "École du Bourg", 20, 12],
    ["Pirey", "École du Pont", 40, 9],
  ]);
  const of = (name: string, ...rows: (string | number)[][]): SheetSpec =>
    sheet(name, [["Commune", "École", "Effectif", "Postes clients standard"], ...rows]);
  const own = of("Parc", ["Beure", "École du Bourg", 20, 12], ["Pirey", "École du Pont", 40, 9]);

  test.each([
    ["the first", commented(own, "D2", lent), copy],
    ["the last", own, commented(copy, "D2", lent)],
  ])("is asked, whichever of the two is billed: in %s", (_which, first, last) => {
    const result = read(first, last);
    expect([errors(result), posts(result)]).toEqual([["error undue-note D2"], [0, 9]]);
    const answered = readWith(words("state", lent, "in-service"), first, last);
    expect([errors(answered), posts(answered)]).toEqual([[], [12, 9]]);
  });

  it("is asked of a fiche that a recapitulation repeats", () => {
    const fiche = (name: string, commune: string, school: string, pupils: number, computers: number): SheetSpec =>
      sheet(name, [
        ["Commune", commune],
        ["École", school],
        ["Effectif", pupils],
        [],
        ["Matériel", "En service"],
        ["Pack logiciel", 1],
        ["Poste client standard", computers],
      ]);
    const result = read(
      commented(fiche("Fiche 1", "Beure", "École du Bourg", 20, 12), "B7", lent),
      fiche("Fiche 2", "Pirey", "École du Pont", 40, 9),
      own,
    );
    expect([errors(result), posts(result)]).toEqual([["error undue-note B7"], [0, 9]]);
  });
});

describe("a remark that says that a school, or a row, may not be due is asked", () => {
  test.each([
    "école fermée en juillet",
    "Fermée le 05/07/2014",
    "fermeture du site à la rentrée",
    "École transférée à Morre, matériel parti",
    "Groupe scolaire : École transférée à Morre en septembre",
    "regroupée avec l'école voisine",
    "plus d'élèves depuis juillet",
    "n'est plus adhérente",
    "a quitté le dispositif",
    "sortie de la convention",
    "doublon",
    "annulé",
    "ne pas facturer (don)",
    "dont 2 installés en mars 2014",
    "pas encore livré",
    "p.m., en dépôt à la médiathèque",
    "ne rien émettre",
    "n'a pas rouvert en septembre",
    "école en sommeil depuis la rentrée",
    "sort du dispositif",
    "facturation suspendue",
    "offert par la Ville",
    "compté à tort",
    "entretenu par un autre",
    "infogérance Axians",
    "contrat avec Axians",
    "matériel du Département",
    "parc privé",
    "saisi deux fois",
  ])("« %s »", (remark) => {
    const result = read(parc(["Beure", "École du Bourg", 20, 12, remark], other));
    expect([errors(result), posts(result)]).toEqual([["error undue-remark E2"], [0, 9]]);
  });

  test.each([
    "annule et remplace la fiche du 6 octobre",
    "le présent état annule et remplace celui transmis le 15 octobre",
    "fermeture d'une classe",
    "armoire fermée à clé",
    "une salle fermée le mercredi",
    "RAS",
    "12 dont 2 HS",
    "câblage refait en 2012",
    "rendez-vous pris",
    "prêt rendu le 12/09",
    "matériel réformé non compris",
    "une imprimante qui ne marche plus",
    "12 postes, relevés en octobre",
    "8 postes en salle informatique, 4 en BCD",
    "merci de vérifier les chiffres",
    "entretenu par la Ville",
    "matériel de la salle 2",
    "contrat à renouveler",
    "réseau géré par le rectorat",
    "☐ Maintenance assurée par un tiers",
  ])("a remark without an effect is not asked about: « %s »", (remark) => {
    const result = read(parc(["Beure", "École du Bourg", 20, 12, remark], other));
    expect([errors(result), posts(result)]).toEqual([[], [12, 9]]);
  });

  test("once for its column, which says nothing or takes the rows that speak out", () => {
    const spec = parc(["Beure", "École du Bourg", 20, 12, "fermée"], other, [
      "Beure",
      "École du Haut",
      5,
      3,
      "fusionnée",
    ]);
    const result = read(spec);
    expect(errors(result)).toEqual(["error undue-remark E2", "error undue-remark E4"]);
    const billed = readWith(words("header", "Observations", "in-service"), spec);
    expect([errors(billed), posts(billed)]).toEqual([[], [12, 9]]);
    const out = readWith(words("header", "Observations", "out"), spec);
    expect([errors(out), posts(out), out.quantity("École du Haut", "PORTAIL")]).toEqual([[], [0, 9], 0]);
  });

  test("a row whose remark may mean that it is not due is billed once accepted, and left out once set aside", () => {
    const spec = parc(["Beure", "École du Bourg", 20, 12, "doublon"], other);
    const place = { file: null, sheet: "Parc" };
    const accepted = readWith({ accepted: [{ ...place, cell: "E2", code: "undue-remark", was: "doublon" }] }, spec);
    expect([errors(accepted), posts(accepted)]).toEqual([[], [12, 9]]);
    const out = readWith({ setAside: [{ ...place, row: 2, reason: "closed" }] }, spec);
    expect([errors(out), posts(out)]).toEqual([[], [0, 9]]);
  });

  const apart = [
    sheet("Parc", [
      ["Commune", "École", "Postes clients standard", "Postes clients standard installés", "Observations"],
      ["Beure", "École du Bourg", 12, 2, "école fermée"],
      ["Pirey", "École du Pont", 9, 1, null],
    ]),
    sheet("Effectifs", [
      ["Commune", "École", "Effectif"],
      ["Beure", "École du Bourg", 20],
      ["Pirey", "École du Pont", 40],
    ]),
  ];

  test("a remark that a school may not be due is asked with all that other tables show of it", () => {
    const result = read(...apart);
    expect([errors(result), result.quantity("École du Bourg", "PORTAIL")]).toEqual([["error undue-remark E2"], 0]);
  });

  test("a remark that a school may not be due is still asked when its row alone is set aside", () => {
    const result = readWith({ setAside: [{ file: null, sheet: "Parc", row: 2, reason: "fermée" }] }, ...apart);
    expect([errors(result), result.quantity("École du Bourg", "PORTAIL")]).toEqual([["error undue-remark E2"], 0]);
  });

  test("a column of remarks that excludes its rows leaves other rows billed as before", () => {
    const result = readWith(words("header", "Observations", "out"), ...apart);
    expect(errors(result)).toEqual([]);
    expect(result.quantities).toEqual([
      "Pirey/25454|ecoledupont PACK maintenance 1",
      "Pirey/25454|ecoledupont PORTAIL maintenance 40",
      "Pirey/25454|ecoledupont POSTE_STD installation 1",
      "Pirey/25454|ecoledupont POSTE_STD maintenance 9",
    ]);
  });
});

describe("a note is asked of the schools that it names", () => {
  const noted = (...notes: string[]): SheetSpec =>
    parc(["Beure", "École du Bourg", 20, 12], ["Pirey", "École du Pont", 40, 9], [], ...notes.map((note) => [note]));

  test("a note below a table about the schools that it names is settled by its text", () => {
    const note = "NB : Beure, École du Bourg : école transférée à Pirey";
    const result = read(noted(note));
    expect([errors(result), posts(result)]).toEqual([["error undue-note A5"], [0, 9]]);
    expect(posts(readWith(words("state", note, "in-service"), noted(note)))).toEqual([12, 9]);
    const out = readWith(words("state", note, "out"), noted(note));
    expect([errors(out), posts(out)]).toEqual([[], [0, 9]]);
  });

  test.each(["Nota : ", "Source : ", "Voir : ", "Page 2 : ", "NB : ", ""])(
    "a note of equipment that came after the day of count is asked, whatever word is before its colon: « %s »",
    (opening) => {
      const late = read(noted(`${opening}le serveur de l’École du Bourg a été posé le 5 novembre 2014`));
      expect([errors(late), posts(late)]).toEqual([["error undue-remark A5"], [0, 9]]);
      const before = read(noted(`${opening}le serveur de l’École du Bourg a été posé le 5 octobre 2013`));
      expect([errors(before), posts(before)]).toEqual([[], [12, 9]]);
    },
  );

  test("a note that begins by the place of a school is about it", () => {
    const note = "NB : à Beure, école fermée depuis juillet";
    expect(posts(read(noted(note)))).toEqual([0, 9]);
  });

  test("a note that names no school concerns all those of its sheet, and one without an effect changes nothing", () => {
    expect(posts(read(noted("(*) hors convention depuis septembre")))).toEqual([0, 0]);
    expect(errors(read(noted("Tableau relu avec Mme Fermé", "Légende : HS = hors service")))).toEqual([]);
    expect(errors(read(noted("Pour mémoire, prochaine réunion le 4 décembre.")))).toEqual([]);
    expect(posts(read(noted("Pour mémoire (hors convention)")))).toEqual([0, 0]);
  });

  test("a note that names a commune of another sheet is asked of its schools, and of none of its own sheet", () => {
    const printers = sheet("Imprimantes", [
      ["Commune", "École", "Imprimantes jet d’encre"],
      ["Pirey", "École du Pont", 2],
      [],
      ["Beure : regroupée avec Pirey"],
    ]);
    const both = parc(
      ["Beure", "École du Bourg", 20, 12],
      ["Beure", "École du Haut", 8, 3],
      ["Pirey", "École du Pont", 40, 9],
    );
    const result = read(both, printers);
    expect([errors(result), posts(result)]).toEqual([["error undue-note A4"], [0, 9]]);
    expect(result.quantity("École du Haut", "POSTE_STD")).toBe(0);
    expect(result.quantity("École du Pont", "IMPRIMANTE")).toBe(2);
  });

  test("a note beside a line of a form is asked of that line, and below it of its school", () => {
    const form = (beside: Cell, ...below: Cell[][]): SheetSpec =>
      sheet("Fiche", [
        ["École du Bourg"],
        ["Commune", "Beure"],
        ["Élèves", 47],
        ["Postes clients standard", 6, beside],
        ["Serveur standard", 1],
        ...below,
      ]);
    const result = read(form("dont 2 installés en mars 2014"));
    expect([errors(result), result.quantity("École du Bourg", "SERVEUR_STD")]).toEqual([
      ["error correcting-text C4"],
      1,
    ]);
    const closed = read(form(null, ["Observations", "École fermée en juillet"]));
    expect([errors(closed), closed.quantity("École du Bourg", "SERVEUR_STD")]).toEqual([["error undue-note B6"], 0]);
  });
});

test("a note right above a form, apart from the one above it, is of that form", () => {
  const form = (school: string, count: number): Cell[][] => [
    ["École :", school],
    ["Commune :", "Beure"],
    ["Effectif :", 30],
    ["Matériel", "En service"],
    ["Postes clients standard", count],
    [],
  ];
  const spec = sheet("Fiches", [
    ...form("École du Bourg", 12),
    ["École fermée en juillet 2014"],
    ...form("École du Pont", 9),
    ...form("École du Haut", 5),
  ]);
  expect([errors(read(spec)), posts(read(spec))]).toEqual([["error undue-note A7"], [12, 0]]);
  const out = readWith(words("state", "École fermée en juillet 2014", "out"), spec);
  expect([errors(out), posts(out)]).toEqual([[], [12, 0]]);
});

test("« Imprimante hors convention » is of the printer alone", () => {
  const rows = sheet("Lignes", [
    ["Commune", "École", "Prestation", "Quantité", "Observations"],
    ["Beure", "École du Bourg", "Élèves", 20, null],
    ["Beure", "École du Bourg", "Postes clients standard", 12, null],
    ["Beure", "École du Bourg", "Imprimantes jet d'encre", 2, "imprimante hors convention"],
  ]);
  const out = readWith(words("state", "imprimante hors convention", "out"), rows);
  expect([errors(out), posts(out)[0], out.quantity("École du Bourg", "IMPRIMANTE")]).toEqual([[], 12, 0]);
});

describe("an event after the snapshot is asked about", () => {
  test.each([
    "mis en service le 17 novembre 2014",
    "ouverte le 17/11/2014",
    "matériel livré le 12/11/2014",
    "ouvrira en janvier 2015",
  ])("« %s »", (remark) => {
    const result = read(parc(["Beure", "École du Bourg", 20, 12, remark], other));
    expect([errors(result), posts(result)]).toEqual([["error undue-remark E2"], [0, 9]]);
  });

  test.each(["mis en service le 17 octobre 2014", "visite le 12/11/2014", "ouverte en 1974"])(
    "« %s » changes nothing",
    (remark) => {
      const result = read(parc(["Beure", "École du Bourg", 20, 12, remark], other));
      expect([errors(result), posts(result)]).toEqual([[], [12, 9]]);
    },
  );
});

describe("a text that corrects a number is asked", () => {
  test.each([
    "Beure, École du Bourg : lire 22 élèves au lieu de 20",
    "À ajouter : 2 postes à l'École du Bourg",
    "École du Bourg : Beure 60 %, Larnod 40 %",
    "École du Bourg : 11 postes et non 12",
    "2 postes de l'École du Bourg rendus le 20/10/2014, non déduits ci-dessus",
    "Beure : c'est 11 postes, pas 12 (le chariot a été compté deux fois)",
    "Beure : il ne reste que 11 ordinateurs",
    "Beure : 2 postes appartiennent à la commune",
    "Beure : + 2 postes livrés le 20 octobre",
    "Beure : chiffre à vérifier",
    "Les effectifs sont ceux de la rentrée 2013",
    "Beure : fiche non reçue, chiffres 2013 repris",
    "Beure : nous n'en avons que 11, les deux autres sont partis à la bibliothèque",
    "Beure : compter 11 postes",
    "Les colonnes Effectif et Postes ont été interverties",
    "Les chiffres de Beure et de Pirey ont été inversés",
    "pas de réponse de Beure : chiffres de l'an passé reconduits",
    "NB : les postes sont exprimés en lots de 2",
    "Beure : même serveur que Pirey (liaison fibre)",
  ])("« %s »", (note) => {
    const result = read(sheet("Parc", [head, ["Beure", "École du Bourg", 20, 12, null], other, [], [note]]));
    expect(errors(result)).toEqual(["error correcting-text A5"]);
  });

  test.each(["11 en fait", "c'est 11", "celle de la mairie", "à vérifier"])(
    "« %s », as the comment of a number",
    (text) => {
      const result = read(commented(parc(["Beure", "École du Bourg", 20, 12], other), "D2", text));
      expect([errors(result), posts(result)]).toEqual([["error correcting-text D2"], [0, 9]]);
    },
  );

  test("a text that corrects a heading is asked about, by its comment or by the note that its mark calls", () => {
    const spec = parc(["Beure", "École du Bourg", 20, 12], other);
    expect(errors(read(commented(spec, "D1", "En lots de deux")))).toEqual(["error correcting-text D1"]);
    const starred = [...head.slice(0, 3), "Postes clients standard*"];
    const rows = [["Beure", "École du Bourg", 20, 12], other.slice(0, 4), []];
    const note = (text: string) => read(sheet("Parc", [starred, ...rows, [text]]));
    const result = note("* y compris deux postes de secours par école");
    expect([errors(result), posts(result), result.quantity("École du Bourg", "PORTAIL")]).toEqual([
      ["error correcting-text A5"],
      [0, 0],
      20,
    ]);
    expect(errors(note("* hors tablettes"))).toEqual([]);
  });

  test("a text that corrects a number changes nothing once the user says so", () => {
    const spec = parc(["Beure", "École du Bourg", 20, 11, "11 et non 12"], other);
    expect(errors(read(spec))).toEqual(["error correcting-text E2"]);
    const result = readWith(words("state", "11 et non 12", "in-service"), spec);
    expect([errors(result), posts(result)]).toEqual([[], [11, 9]]);
  });

  test.each<[string, Cell]>([
    ["Date du relevé", "12/06/2012"],
    ["Fiche reçue le", "octobre 2013"],
    ["Compté le", "30/11/2013"],
  ])("a text that dates numbers of another year is asked about, by its column: « %s | %s »", (header, day) => {
    const dated = (text: Cell) =>
      read(
        sheet("Parc", [
          [...head.slice(0, 4), header],
          ["Beure", "École du Bourg", 20, 12, text],
          [...other.slice(0, 4), "30/10/2014"],
        ]),
      );
    expect([errors(dated(day)), posts(dated(day))]).toEqual([["error correcting-text E2"], [0, 9]]);
    expect([errors(dated("28/10/2014")), posts(dated("28/10/2014"))]).toEqual([[], [12, 9]]);
  });

  test("a text that says that a correction is done is not asked about", () => {
    const remark = "erratum : lire 12 postes et non 11 (rectifié ci-dessus)";
    const result = read(parc(["Beure", "École du Bourg", 20, 12, remark], other));
    expect([errors(result), posts(result)]).toEqual([[], [12, 9]]);
  });

  test.each(["lire le compte rendu", "vu avec la directrice, et non la mairie", "oubli de clé"])(
    "« %s » has no number, and changes nothing",
    (remark) => {
      const result = read(parc(["Beure", "École du Bourg", 20, 12, remark], other));
      expect([errors(result), posts(result)]).toEqual([[], [12, 9]]);
    },
  );
});

describe("a comment is asked as a remark is", () => {
  const bare = parc(["Beure", "École du Bourg", 20, 12], other);

  test("a comment is asked about for the school of its row", () => {
    const result = read(commented(bare, "B2", "École fermée en juillet"));
    expect([errors(result), posts(result)]).toEqual([["error undue-note B2"], [0, 9]]);
  });

  test("a comment on a number is asked about for that number alone", () => {
    const result = read(commented(bare, "D2", "vendus, à ne plus facturer"));
    expect([errors(result), posts(result)]).toEqual([["error undue-note D2"], [0, 9]]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(20);
  });

  test("a comment without an effect changes nothing", () => {
    expect(errors(read(commented(bare, "B2", "vu avec la directrice")))).toEqual([]);
  });
});

describe("a school that opens after the snapshot is asked about", () => {
  const opened = (value: Cell): SheetSpec =>
    sheet("Parc", [
      ["Commune", "École", "Effectif", "Postes clients standard", "Ouverture"],
      ["Beure", "École du Bourg", 20, 12, value],
      ["Pirey", "École du Pont", 40, 9, "septembre 1998"],
    ]);

  test.each(["rentrée de septembre 2015", "01/09/2015"])("« Ouverture | %s »", (value) => {
    const result = read(opened(value));
    expect([errors(result), posts(result)]).toEqual([["error undue-remark E2"], [0, 9]]);
  });

  test("a school that opened before is not asked about", () => {
    expect([errors(read(opened("septembre 2011"))), posts(read(opened("septembre 2011")))]).toEqual([[], [12, 9]]);
  });
});

describe("a note on some of what a school has", () => {
  const note = "Deux des douze postes sont ceux de la bibliothèque : ne pas les compter.";
  const noted = sheet("Parc", [head, ["Beure", "École du Bourg", 20, 12, note], other]);

  test("is asked, and « sorti » does not take the others out", () => {
    expect(errors(read(noted))).toEqual(["error correcting-text E2"]);
    expect(errors(readWith(words("state", note, "out"), noted))).toEqual(["error correcting-text E2"]);
    expect(posts(readWith(words("state", note, "in-service"), noted))).toEqual([12, 9]);
  });

  test.each(["1 poste volé, à déduire", "NB : 3 des 12 postes ne sont arrivés que le 4 novembre 2014"])(
    "is settled by the right quantity, and not by a choice of all or nothing: « %s »",
    (remark) => {
      const result = read(sheet("Parc", [head, ["Beure", "École du Bourg", 20, 12, remark], other]));
      expect([errors(result), posts(result)]).toEqual([["error correcting-text E2"], [0, 9]]);
    },
  );

  test("is about the number that has it as a comment when it counts as many", () => {
    const text = "ces 12 postes sont déjà facturés à la campagne 2013";
    const spec = commented(sheet("Parc", [head, ["Beure", "École du Bourg", 20, 12], other]), "D2", text);
    const out = readWith(words("state", text, "out"), spec);
    expect([errors(read(spec)), errors(out), posts(out)]).toEqual([["error undue-note D2"], [], [0, 9]]);
    expect(out.quantity("École du Bourg", "PORTAIL")).toBe(20);
  });
});

describe("« sorti » of a remark on one of the rows of a school", () => {
  const added: Partial<Options> = { repeats: [{ file: null, sheet: "Parc", cell: null, as: "added" }] };
  const classes = (remark: string): SheetSpec =>
    sheet("Parc", [
      ["Commune", "École", "Classe", "Effectif", "Postes clients standard"],
      ["Beure", "École du Bourg", "CP", 20, 12],
      ["Beure", "École du Bourg", remark, 10, null],
      ["Pirey", "École du Pont", "CP", 40, 9],
    ]);

  test("takes out that row, when its text ends no school", () => {
    const remark = "CLIS (ouvre à Pâques 2015)";
    expect(posts(read(classes(remark)))).toEqual([0, 9]);
    const out = readWith({ ...words("state", remark, "out"), ...added }, classes(remark));
    expect([errors(out), posts(out), out.quantity("École du Bourg", "PORTAIL")]).toEqual([[], [12, 9], 20]);
  });

  test("takes out the school when its text ends it", () => {
    const out = readWith({ ...words("state", "école fermée", "out"), ...added }, classes("école fermée"));
    expect([errors(out), posts(out)]).toEqual([[], [0, 9]]);
  });

  test("takes out one of its prestations", () => {
    const lines = sheet("Lignes", [
      ["Commune", "École", "Prestation", "Nature", "Quantité", "Contrôle"],
      ["Beure", "École du Bourg", "Élèves", "Maintenance", 20, "OK"],
      ["Beure", "École du Bourg", "Poste client standard", "Maintenance", 12, "OK"],
      ["Beure", "École du Bourg", "Poste client standard", "Installation", 5, "à ne pas facturer"],
    ]);
    const out = readWith(words("state", "à ne pas facturer", "out"), lines);
    expect([errors(out), posts(out)]).toEqual([[], [12, 0]]);
    expect(out.quantity("École du Bourg", "POSTE_STD", "installation")).toBe(0);
  });
});

test("a heading of a form says nothing of the heading beside it: « Retirés dans l’année | Au 01/11/2014 »", () => {
  const result = read(
    sheet("Fiche", [
      ["École", "Maternelle"],
      ["Commune", "Beure"],
      ["Élèves", 30],
      [],
      ["Prestation", "Au 01/11/2013", "Installés dans l'année", "Retirés dans l'année", "Au 01/11/2014"],
      ["Postes clients standard", 5, 2, 1, 6],
    ]),
  );
  expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual([]);
  expect(result.quantity("Maternelle", "POSTE_STD")).toBe(6);
});
