import type { Cell } from "../../../src/cells";
import type { Options } from "../../../src/options";
import { readWith, sheet, type Read, type SheetSpec } from "../workbook-of";

const effectifs = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "École du Bourg", 10],
]);

/** Machines of one school in service for long, with what stands under one more heading. */
function register(header: string, cells: readonly Cell[], extra: readonly string[] = []): SheetSpec {
  return sheet("Registre", [
    ["Commune", "École", "Matériel", "Date de mise en service", header, ...extra],
    ...cells.map((cell) => ["Beure", "École du Bourg", "Poste client standard", "15/09/2009", cell]),
  ]);
}

function readStates(cells: readonly Cell[], options: Partial<Options> = {}): Read {
  return readWith(options, register("État", cells), effectifs);
}

const posts = (result: Read): number => result.quantity("École du Bourg", "POSTE_STD");

describe("a state that says a machine is out takes it out, with an info", () => {
  it.each([
    ...[
      "Réformé",
      "réformée",
      "HS",
      "H.S.",
      "hors service",
      "Rebut",
      "mis au rebut",
      "Volé",
      "Perdu",
      "Retiré",
      "Sorti",
    ],
    ...[
      "Sorti du parc",
      "Cédé",
      "Cédée à la commune",
      "Donné",
      "Vendu",
      "Déclassé",
      "Détruit",
      "Remplacé",
      "Remplacé en 2013",
    ],
    ...["HS, non réparable", "Volé (plainte du 12/09/2013)", "Retirée le 12/03/2014"],
  ])("« %s »", (state) => {
    const result = readStates([state, "en service"]);
    expect(posts(result)).toBe(1);
    expect(result.anomalies("Registre")).toEqual(["info out-without-date E2"]);
    expect(result.rows("Registre").reasons).toEqual({ withdrawn: 1 });
  });
});

describe("a state that says a machine waits leaves it out, with a warning", () => {
  it.each(["En stock", "stock", "réserve", "En réserve", "Non utilisé", "non utilisée", "inutilisé"])(
    "« %s »",
    (state) => {
      const result = readStates([state, "en service"]);
      expect(posts(result)).toBe(1);
      expect(result.anomalies("Registre")).toEqual(["warning in-stock E2"]);
    },
  );
});

describe("a machine that fails or is lent is billed, with a warning", () => {
  it.each(["En panne", "en réparation", "prêt", "Prêtée", "à réformer", "En service, à réformer", "Panne disque"])(
    "« %s »",
    (state) => {
      const result = readStates([state, "en service"]);
      expect(posts(result)).toBe(2);
      expect(result.anomalies("Registre")).toEqual(["warning in-repair E2"]);
    },
  );
});

describe("a machine in service is billed, without a word", () => {
  it.each([
    ...["En service", "actif", "Utilisé", "Affecté", "affectée au directeur", "neuf", "Neuf (2014)", "Bon état", "Bon"],
    ...[
      "OK",
      "RAS",
      "en service depuis 2012",
      "Fonctionnel",
      "En production",
      "en place",
      "non réformé",
      "public",
      null,
      "-",
    ],
  ])("« %s »", (state) => {
    const result = readStates([state, "en service"]);
    expect(posts(result)).toBe(2);
    expect(result.anomalies("Registre")).toEqual([]);
  });
});

describe("any other state is asked, and bills nothing until its word is said", () => {
  it.each([
    "au garage",
    "En attente",
    "mauvais état",
    "?",
    "2014",
    "En service (HS le 12/10/2014)",
    "En cours de réforme",
  ])("« %s »", (state) => {
    const result = readStates([state, "en service", state]);
    expect(posts(result)).toBe(1);
    expect(result.anomalies("Registre")).toEqual(["error unknown-state E2", "error unknown-state E4"]);
    const words = result.reading.anomalies
      .filter(({ code }) => code === "unknown-state")
      .map(({ params }) => params["word"]);
    expect(words).toEqual([state, state]);
  });

  it.each([
    ["in-service", 3, []],
    ["nothing", 3, []],
    ["out", 1, ["info out-without-date E2", "info out-without-date E4"]],
    ["stock", 1, ["warning in-stock E2", "warning in-stock E4"]],
  ] as const)("said once to be « %s », it is settled for all its cells", (as, billed, anomalies) => {
    const result = readStates(["Au garage", "en service", "AU  GARAGE"], {
      words: [{ word: "au garage", kind: "state", as }],
    });
    expect(posts(result)).toBe(billed);
    expect(result.anomalies("Registre")).toEqual(anomalies);
  });

  it("a choice for a known word wins over what it usually means", () => {
    const result = readStates(["prêt"], { words: [{ word: "Prêt", kind: "state", as: "out" }] });
    expect(posts(result)).toBe(0);
  });
});

describe("several columns of states", () => {
  it("the one that says the most decides", () => {
    const rows = sheet("Registre", [
      ["Commune", "École", "Matériel", "Mise en service le", "État", "Statut"],
      ["Beure", "École du Bourg", "Poste client standard", "15/09/2009", "Bon état", "Réformé"],
      ["Beure", "École du Bourg", "Poste client standard", "15/09/2009", "OK", "En service"],
    ]);
    expect(posts(readWith({}, rows, effectifs))).toBe(1);
  });
});

describe("item rows with states", () => {
  it("leave out what a state says is out, their natures written or not", () => {
    const rows = sheet("Lignes", [
      ["Commune", "École", "Prestation", "Nature", "Quantité", "État"],
      ["Beure", "École du Bourg", "Poste client standard", "Maintenance", 5, "En service"],
      ["Beure", "École du Bourg", "Poste spécifique", "Maintenance", 2, "Réformé"],
      ["Beure", "École du Bourg", "Imprimante jet d’encre", "Maintenance", 2, "au garage"],
    ]);
    const result = readWith({}, rows, effectifs);
    expect(posts(result)).toBe(5);
    expect(result.quantity("École du Bourg", "POSTE_SPEC")).toBe(0);
    expect(result.anomalies("Lignes")).toEqual(["info out-without-date F3", "error unknown-state F4"]);
  });
});

it("« Moyen » is the state of a machine, and heads no row of averages", () => {
  const machine = (number: string, state: string): Cell[] => [
    number,
    "Entité racine > Beure",
    state,
    "Poste client standard",
    "Beure > École du Bourg > Salle",
    "2012-09-15",
  ];
  const export_ = sheet("glpi", [
    ["Nom", "Entité", "État physique", "Type", "Lieu", "Date de mise en service"],
    machine("PC-01", "Bon"),
    machine("PC-02", "Moyen"),
    machine("PC-03", "Moyen"),
  ]);
  expect(posts(readWith({}, export_, effectifs))).toBe(3);
});

describe("a remark of a machine that speaks of leaving is asked, once for its column", () => {
  const remarks = ["rendue le 12/09", null, "écran rayé", "Sorti du bureau"];
  const asked = (options: Partial<Options> = {}): Read =>
    readWith(options, register("Observations", remarks), effectifs);

  it("a machine whose remark speaks of leaving is not billed until it is settled", () => {
    const result = asked();
    expect(posts(result)).toBe(2);
    expect(result.anomalies("Registre")).toEqual(["error leaving-remark E2", "error leaving-remark E5"]);
    const causes = result.reading.anomalies.filter(({ code }) => code === "leaving-remark");
    expect(new Set(causes.map(({ params }) => params["word"]))).toEqual(new Set(["Observations"]));
  });

  it.each(["in-service", "ignored"])("« la remarque ne dit rien » (%s): all of them count", (as) => {
    const result = asked({ mappings: [{ file: null, sheet: "Registre", cell: "E1", as }] });
    expect(posts(result)).toBe(4);
    expect(result.anomalies("Registre")).toEqual([]);
  });

  it("« ces machines sont sorties » (out): those are, the others count", () => {
    const result = asked({ mappings: [{ file: null, sheet: "Registre", cell: "E1", as: "out" }] });
    expect(posts(result)).toBe(2);
    expect(result.anomalies("Registre")).toEqual(["info out-without-date E2", "info out-without-date E5"]);
  });

  it.each(["remplace le n° 2", "Remplace EC-1004", "remplace l’ancien"])(
    "« %s » is of what came: nothing is asked",
    (remark) => {
      const result = readWith({}, register("Observations", [remark, null, null, null]), effectifs);
      expect([result.anomalies("Registre"), posts(result)]).toEqual([[], 4]);
    },
  );

  it.each(["Remplacé le poste par un neuf", "REMPLACE LE N° 2", "remplacé en mars", "HS, remplace le n° 2"])(
    "« %s » may be of what left: asked",
    (remark) => {
      const result = readWith({}, register("Observations", [remark, null, null, null]), effectifs);
      expect(result.anomalies("Registre")).toEqual(["error leaving-remark E2"]);
    },
  );

  it.each(["Dernier mouvement", "Dernière intervention", "Âge"])(
    "a remark about leaving is asked about under any uncounted heading: « %s »",
    (header) => {
      const result = readWith({}, register(header, ["réformé", null, null, null]), effectifs);
      expect([result.anomalies("Registre"), posts(result)]).toEqual([["error leaving-remark E2"], 3]);
    },
  );

  it("« Transférée à | Pelousey »: another commune than its row's is asked, unless all say the same", () => {
    const moved = readWith({}, register("Transférée à", ["Pelousey", null, null, null]), effectifs);
    expect([moved.anomalies("Registre"), posts(moved)]).toEqual([["error leaving-remark E2"], 3]);
    const alike = readWith({}, register("Antenne", ["Besançon", "Besançon", "Besançon", "Besançon"]), effectifs);
    expect([alike.anomalies("Registre"), posts(alike)]).toEqual([[], 4]);
  });

  it("« récupéré par la commune »: what somebody did, which nobody reads, is asked", () => {
    const result = readWith({}, register("Observations", ["récupéré par la commune", null, null, null]), effectifs);
    expect([result.anomalies("Registre"), posts(result)]).toEqual([["error leaving-remark E2"], 3]);
  });

  it.each(["Carbonisé (incendie du 12/05)", "Cannibalisé pour PC-01", "laissée au collège", "affecté à la mairie"])(
    "« %s » may be of what left: asked",
    (remark) => {
      const result = readWith({}, register("Observations", [remark, null, null, null]), effectifs);
      expect([result.anomalies("Registre"), posts(result)]).toEqual([["error leaving-remark E2"], 3]);
    },
  );

  it.each(["serveur", "2 postes", "idem P1", "= P1", "acheté par la commune", "financé par l’APE", "double"])(
    "« %s » says that a line is another machine, the same as another, or of another owner: asked",
    (remark) => {
      const result = readWith({}, register("Observations", [remark, null, null, null]), effectifs);
      expect([result.anomalies("Registre").length, posts(result)]).toEqual([1, 3]);
    },
  );

  it.each(["poste", "1 poste", "achetée par la Ville"])("« %s » says nothing else: nothing is asked", (remark) => {
    const result = readWith({}, register("Observations", [remark, null, null, null]), effectifs);
    expect([result.anomalies("Registre"), posts(result)]).toEqual([[], 4]);
  });

  it.each(["configuré par JP", "Payée par la mairie", "utilisé par les CP", "prise posée par le technicien"])(
    "« %s » leaves the machine where it is: nothing is asked",
    (remark) => {
      const result = readWith({}, register("Observations", [remark, null, null, null]), effectifs);
      expect([result.anomalies("Registre"), posts(result)]).toEqual([[], 4]);
    },
  );

  it("is not read where a date or a state says it already, nor in a table of quantities", () => {
    const told = sheet("Registre", [
      ["Commune", "École", "Matériel", "Date de mise en service", "Sorti le", "Observations"],
      ["Beure", "École du Bourg", "Poste client standard", "15/09/2009", "12/09/2014", "rendue"],
    ]);
    expect(readWith({}, told, effectifs).anomalies("Registre")).toEqual([]);
    const rows = sheet("Inventaire", [
      ["Commune", "École", "Élèves", "Poste client standard", "Observations"],
      ["Beure", "École du Bourg", 10, 3, "une rendue"],
    ]);
    expect(
      readWith({}, rows)
        .anomalies("Inventaire")
        .filter((told) => told.startsWith("error")),
    ).toEqual([]);
  });
});

describe("several columns of exits", () => {
  const exits = (...cells: readonly (readonly Cell[])[]): Read =>
    readWith(
      {},
      sheet("Registre", [
        ["Commune", "École", "Matériel", "Date de mise en service", "Date de sortie", "Date de réforme"],
        ...cells.map((dates) => ["Beure", "École du Bourg", "Poste client standard", ...dates]),
      ]),
      effectifs,
    );

  it("the earliest counts, wherever it stands", () => {
    expect(posts(exits(["15/09/2009", "12/12/2014", "01/06/2014"], ["15/09/2009", "01/06/2014", "12/12/2014"]))).toBe(
      0,
    );
    expect(posts(exits(["15/09/2009", null, "12/12/2014"]))).toBe(1);
  });

  it("an exit before the entry is an error on that exit", () => {
    const result = exits(["15/09/2009", "12/12/2014", "01/06/2008"]);
    expect(posts(result)).toBe(0);
    expect(result.anomalies("Registre")).toEqual(["error withdrawn-before-entered F2"]);
  });

  it("one that cannot be read is an error, whatever the other says", () => {
    expect(exits(["15/09/2009", "vers juin", "12/12/2014"]).anomalies("Registre")).toEqual([
      "error unreadable-date E2",
    ]);
  });
});

it("a date of purchase is the entry where there is no other, told once", () => {
  const rows = sheet("Registre", [
    ["Commune", "École", "Matériel", "Date d’achat"],
    ["Beure", "École du Bourg", "Poste client standard", "12/03/2014"],
    ["Beure", "École du Bourg", "Poste client standard", "12/03/2009"],
  ]);
  const result = readWith({}, rows, effectifs);
  expect(posts(result)).toBe(2);
  expect(result.quantity("École du Bourg", "POSTE_STD", "installation")).toBe(1);
  expect(result.anomalies("Registre")).toEqual(["warning purchase-as-entry D1"]);
});

describe("yes and no under a word of state say it of their rows", () => {
  const flagged = (header: string, cells: readonly Cell[]): Read => readWith({}, register(header, cells), effectifs);

  it.each(["Réformé", "HS", "Sorti"])("a yes under « %s » is out", (header) => {
    const result = flagged(header, ["x", null, "non", "oui"]);
    expect(posts(result)).toBe(2);
    expect(result.anomalies("Registre")).toEqual(["info out-without-date E2", "info out-without-date E5"]);
  });

  it("a no under « En service ? » is out, and a blank is asked where others answer", () => {
    const result = flagged("En service ?", [1, 0, 1, null]);
    expect(posts(result)).toBe(2);
    expect(result.anomalies("Registre")).toEqual(["info out-without-date E3", "error missing-state E5"]);
  });

  it("a blank in a column with only yes is a no, with a warning", () => {
    const result = flagged("En service ?", ["x", null, "x"]);
    expect(posts(result)).toBe(2);
    expect(result.anomalies("Registre")).toEqual(["warning blank-in-service E3", "info out-without-date E3"]);
  });

  it("a no under « Installé » is asked with the yeses beside it, which may be of what is in place", () => {
    const result = flagged("Installé", ["oui", "non"]);
    expect(result.anomalies("Registre").filter((each) => each.startsWith("error"))).toEqual([
      "error unknown-state E2",
      "error unknown-state E3",
    ]);
    expect([flagged("Installé", ["oui", "oui"]).anomalies("Registre"), posts(result)]).toEqual([[], 0]);
  });

  it("a yes under « Nouveau » is installed, where no date says when", () => {
    const rows = sheet("Registre", [
      ["Commune", "École", "Matériel", "N° inventaire", "Nouveau"],
      ["Beure", "École du Bourg", "Poste client standard", "P1", "x"],
      ["Beure", "École du Bourg", "Poste client standard", "P2", null],
    ]);
    const result = readWith({}, rows, effectifs);
    expect(posts(result)).toBe(2);
    expect(result.quantity("École du Bourg", "POSTE_STD", "installation")).toBe(1);
  });
});

describe("two states of a machine that disagree are asked: neither is preferred", () => {
  const twice = (first: string, second: string, states: readonly [Cell, Cell]): SheetSpec =>
    sheet("Registre", [
      ["Commune", "École", "Matériel", "Date de mise en service", first, second],
      ["Beure", "École du Bourg", "Poste client standard", "15/09/2009", ...states],
      ["Beure", "École du Bourg", "Poste client standard", "15/09/2009", "En service", "En service"],
    ]);

  it("two states that disagree are reported at each of them, and their machine is not billed meanwhile", () => {
    const result = readWith({}, twice("État", "Situation", ["HS", "En service"]), effectifs);
    expect([result.anomalies("Registre"), posts(result)]).toEqual([
      ["error states-disagree E2", "error states-disagree F2"],
      1,
    ]);
  });

  it("a state of the campaign counts rather than one of the year before", () => {
    const result = readWith({}, twice("Statut 2013", "Statut 2014", ["Réformé", "En service"]), effectifs);
    expect([result.anomalies("Registre"), posts(result)]).toEqual([[], 2]);
    const dated = twice("État au 01/11/2013", "État au 01/11/2014", ["En service", "Réformé"]);
    const last = readWith({}, dated, effectifs);
    expect([last.anomalies("Registre"), posts(last)]).toEqual([["info out-without-date F2"], 1]);
  });

  it("a state of another year alone is asked about", () => {
    const result = readWith({}, register("Statut 2013", ["En service", "HS", null, null]), effectifs);
    expect(result.anomalies("Registre")).toContain("error unclear-header E1");
  });
});

it.each(["Réserve TIC", "Magasin", "Prêté à la mairie", "Introuvable"])(
  "« %s » in whatever column of a register is asked, as a remark is",
  (word) => {
    const result = readWith({}, register("Affectation", ["Classe", word, "Direction", null]), effectifs);
    expect([result.anomalies("Registre"), posts(result)]).toEqual([["error leaving-remark E3"], 3]);
  },
);

describe("columns that disagree on a machine", () => {
  const parc = (rows: readonly (readonly [Cell, Cell])[]): SheetSpec =>
    sheet("Registre", [
      ["Commune", "École", "Matériel", "Date de mise en service", "État", "Position"],
      ...rows.map((states) => ["Beure", "École du Bourg", "Poste client standard", "15/09/2009", ...states]),
    ]);
  const both = parc([
    ["En service", "En service"],
    ["Réformé", "En service"],
    ["En service", "Réformé"],
  ]);
  const said = (word: string) => ({ words: [{ word, kind: "header" as const, as: "state" }] });

  it("are asked, both being states, though « En service » is a nature too", () => {
    const result = readWith({}, both, effectifs);
    expect(result.anomalies("Registre").filter((each) => each.startsWith("error"))).toEqual(
      expect.arrayContaining(["error states-disagree E3", "error states-disagree F3"]),
    );
    expect(posts(result)).toBe(1);
  });

  it("are settled by the one that the user says to go by", () => {
    expect(posts(readWith(said("Position"), both, effectifs))).toBe(2);
  });
});

describe("remarks of machines that say several things", () => {
  const remarks = ["Absent", "Vu", "Vu", "Vu", "Introuvable", "Vu", "Vu", "Vu", "Absent", "Vu", "Vu", "Vu"];
  const parc = register("Récolement", remarks);
  const said = (...words: readonly (readonly [string, string])[]) => ({
    words: words.map(([word, as]) => ({ word, kind: "state" as const, as })),
  });

  it("are asked with what nobody reads beside them, in a column of a few words", () => {
    const result = readWith({}, parc, effectifs);
    expect(result.anomalies("Registre").filter((each) => each.startsWith("error"))).toEqual([
      "error leaving-remark E2",
      "error leaving-remark E6",
      "error leaving-remark E10",
    ]);
  });

  it("are settled one by one", () => {
    const result = readWith(said(["Absent", "out"], ["Introuvable", "in-service"]), parc, effectifs);
    expect(result.anomalies("Registre").filter((each) => each.startsWith("error"))).toEqual([]);
    // 12 machines, of which the two that are « Absent » left.
    expect(posts(result)).toBe(10);
  });
});

describe("a place that is a store", () => {
  it("is asked, under a heading of places", () => {
    const places = register("Localisation physique", ["BCD", "Stock TIC", "Classe"]);
    expect(readWith({}, places, effectifs).anomalies("Registre")).toContain("error leaving-remark E3");
  });
});

describe("a machine in service whose exit date is past", () => {
  const of = (state: Cell, exit: string, options: Partial<Options> = {}, header = "État"): Read =>
    readWith(
      options,
      sheet("Registre", [
        ["Commune", "École", "Matériel", header, "Date de sortie"],
        ["Beure", "École du Bourg", "Poste client standard", state, exit],
      ]),
      effectifs,
    );

  it.each([
    ["En service", "État"],
    ["Utilisé", "État"],
    ["oui", "En service ?"],
  ])("is asked at the exit: « %s » under « %s »", (state, header) => {
    const result = of(state, "12/06/2014", {}, header);
    expect(result.anomalies("Registre")).toContain("error in-service-after-exit E2");
    expect(posts(result)).toBe(0);
  });

  it.each(["non", 0])("is not asked of « %s » under « En service ? », which says that it left", (answer) => {
    const result = of(answer, "12/06/2014", {}, "En service ?");
    expect([result.anomalies("Registre"), posts(result)]).toEqual([[], 0]);
  });

  it("is out once the date is accepted", () => {
    const at = { file: null, sheet: "Registre", cell: "E2", code: "in-service-after-exit", was: "12/06/2014" };
    const result = of("En service", "12/06/2014", { accepted: [at] });
    expect(result.anomalies("Registre").filter((each) => each.startsWith("error"))).toEqual([]);
    expect(posts(result)).toBe(0);
  });

  it("is billed until it leaves, and left out without a question where its state is of its condition", () => {
    expect(posts(of("En service", "12/12/2014"))).toBe(1);
    for (const state of ["Bon état", "Réformé", ""]) expect(of(state, "12/06/2014").anomalies("Registre")).toEqual([]);
  });
});
