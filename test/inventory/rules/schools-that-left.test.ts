import type { Cell } from "../../../src/cells";
import type { Options } from "../../../src/options";
import { readWorkbooks, sheet, workbook, type Read, type SheetSpec } from "../workbook-of";

const pupils = sheet("Effectifs", [
  ["Commune", "École", "Effectif"],
  ["Beure", "École du Bourg", 20],
  ["Pirey", "École du Pont", 40],
] satisfies Cell[][]);

const said = (word: string, as: string): Partial<Options> => ({ words: [{ kind: "state", word, as }] });
const read = (parc: SheetSpec, options: Partial<Options> = {}): Read =>
  readWorkbooks([workbook([parc, pupils])], 2014, options);
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const pupilsOf = (result: Read): number[] =>
  ["École du Bourg", "École du Pont"].map((school) => result.quantity(school, "PORTAIL"));
const schoolsOf = ({ reading }: Read): string[] => reading.schools.map(({ name }) => name);

describe("a title that says that schools left, over all the machines of a school", () => {
  const title = "Écoles sorties du dispositif";
  const machine = (number: string, commune: string, school: string): Cell[] => [
    number,
    "Poste client standard",
    commune,
    school,
    "En service",
  ];
  const register = sheet("Registre", [
    ["N° inventaire", "Désignation", "Commune", "École", "État"],
    machine("A1", "Beure", "École du Bourg"),
    [title],
    machine("A2", "Pirey", "École du Pont"),
  ]);

  test("is asked, for the pupils that another sheet gives it", () => {
    const result = read(register);
    expect(errors(result)).toEqual(["error undue-note A3"]);
    expect(pupilsOf(result)).toEqual([20, 0]);
  });

  test("takes them out where the user says that they left", () => {
    const result = read(register, said(title, "out"));
    expect([errors(result), pupilsOf(result), schoolsOf(result)]).toEqual([[], [20, 0], ["École du Bourg"]]);
  });

  test("takes nothing out where the user says that they are in service", () => {
    const result = read(register, said(title, "in-service"));
    expect([errors(result), pupilsOf(result)]).toEqual([[], [20, 40]]);
    expect(result.quantity("École du Pont", "POSTE_STD")).toBe(1);
  });

  test("a title that machines left does not concern the school's pupils", () => {
    const result = read(
      sheet("Registre", [
        ["N° inventaire", "Désignation", "Commune", "École", "État"],
        machine("A1", "Beure", "École du Bourg"),
        ["Matériel réformé"],
        machine("A2", "Pirey", "École du Pont"),
      ]),
    );
    expect([errors(result), pupilsOf(result)]).toEqual([[], [20, 40]]);
  });
});

describe("a state that takes out all that a row shows of its school", () => {
  const parc = (state: string): SheetSpec =>
    sheet("Parc", [
      ["Commune", "École", "Statut", "Serveur standard", "Postes clients standard"],
      ["Beure", "École du Bourg", "Active", 1, 12],
      ["Pirey", "École du Pont", state, 1, 9],
    ]);
  const active = { word: "Active", kind: "state" as const, as: "in-service" };

  test("takes its pupils out too, where the user says what it means", () => {
    const options = { words: [active, { word: "Dormante", kind: "state" as const, as: "out" }] };
    const result = read(parc("Dormante"), options);
    expect([errors(result), pupilsOf(result), schoolsOf(result)]).toEqual([[], [20, 0], ["École du Bourg"]]);
  });
});

test("a state takes out a school of which the same row gives last year's number too", () => {
  const parc = sheet("Parc", [
    ["Commune", "École", "Statut", "Postes clients standard", "Postes clients standard (N-1)"],
    ["Beure", "École du Bourg", "Active", 12, 12],
    ["Pirey", "École du Pont", "Dormante", 9, 8],
  ]);
  const words = [
    { word: "Active", kind: "state" as const, as: "in-service" },
    { word: "Dormante", kind: "state" as const, as: "out" },
  ];
  const result = read(parc, { words });
  expect([errors(result), schoolsOf(result)]).toEqual([[], ["École du Bourg"]]);
});

test("a row that the user said to name no prestation still says what it says of each school", () => {
  const parc = sheet("Parc", [
    ["Commune", "Beure", "Pirey", "Total"],
    ["École", "École du Bourg", "École du Pont", null],
    ["Effectif", 20, 40, 60],
    ["Postes clients standard", 12, 9, 21],
    ["Serveur standard", 1, 1, 2],
    ["Pack logiciel", 1, 1, 2],
    ["Zorglub", "RAS", "ne plus facturer", 0],
  ]);
  const options = { words: [{ word: "Zorglub", kind: "prestation" as const, as: "nothing" }] };
  expect(errors(read(parc, options))).toEqual(["error undue-remark C7"]);
});

describe("a row of yes and no that nobody reads, under schools across", () => {
  const parc = sheet("Parc", [
    ["Commune", "Beure", "Pirey"],
    ["École", "École du Bourg", "École du Pont"],
    ["Ordiclasse", "oui", "non"],
    ["Effectif", 20, 40],
    ["Serveur standard", 1, 1],
    ["Postes clients standard", 12, 9],
    ["Pack logiciel", 1, 1],
  ]);
  const state = { file: null, sheet: "Parc", cell: "A3", as: "state" };

  test("is asked", () => {
    expect(errors(read(parc))).toEqual(["error unclear-answers A3"]);
  });

  test("takes a school out whole where the user says that it is a state, and that no means out", () => {
    const words = [
      { word: "oui", kind: "state" as const, as: "in-service" },
      { word: "non", kind: "state" as const, as: "out" },
    ];
    const result = read(parc, { mappings: [state], words });
    expect([errors(result), schoolsOf(result)]).toEqual([[], ["École du Bourg"]]);
  });
});

describe("a note below a table of another year that names a school", () => {
  const head: Cell[] = ["Commune", "École", "Effectif", "Postes clients standard"];
  const note = "NB : Pirey, École du Pont : hors convention";
  const parc = sheet("Parc 2014", [
    ["Parc 2013"],
    head,
    ["Beure", "École du Bourg", 21, 11],
    ["Pirey", "École du Pont", 41, 8],
    [],
    [note],
    [],
    ["Parc 2014"],
    head,
    ["Beure", "École du Bourg", 20, 12],
    ["Pirey", "École du Pont", 40, 9],
  ]);

  test("is asked though that table is left out: the school is billed in the other", () => {
    const result = readWorkbooks([workbook([parc])]);
    expect(errors(result)).toEqual(["error undue-note A6"]);
    expect([result.quantity("École du Bourg", "POSTE_STD"), result.quantity("École du Pont", "POSTE_STD")]).toEqual([
      12, 0,
    ]);
  });
});

describe("a date that the user said to be that of leaving, on a school's row", () => {
  const parc = sheet("Parc", [
    ["Commune", "École", "Sortie du dispositif", "Postes clients standard", "Postes clients standard installés"],
    ["Beure", "École du Bourg", null, 12, 2],
    ["Pirey", "École du Pont", "05/07/2014", 9, 1],
  ]);
  const exit = { mappings: [{ file: null, sheet: "Parc", cell: "C1", as: "exit" }] } satisfies Partial<Options>;

  test("says nothing of a school of which the table counts none", () => {
    const installed = sheet("Installations", [
      ["Commune", "École", "Sortie du dispositif", "Postes clients standard"],
      ["Beure", "École du Bourg", null, 0],
      ["Pirey", "École du Pont", "05/07/2014", 1],
    ]);
    const equipment = sheet("Parc", [
      ["Commune", "École", "Postes clients standard"],
      ["Beure", "École du Bourg", 12],
      ["Pirey", "École du Pont", 9],
    ]);
    const mappings = [{ file: null, sheet: "Installations", cell: "C1", as: "exit" }];
    const result = readWorkbooks([workbook([equipment, installed, pupils])], 2014, { mappings });
    expect([result.quantity("École du Bourg", "POSTE_STD"), pupilsOf(result)[0]]).toEqual([12, 20]);
  });

  test("takes out all of the school, its installations and its pupils too", () => {
    const result = read(parc, exit);
    expect([errors(result), pupilsOf(result), schoolsOf(result)]).toEqual([[], [20, 0], ["École du Bourg"]]);
    expect(result.quantity("École du Pont", "POSTE_STD", "installation")).toBe(0);
  });
});

describe("a title that is set aside", () => {
  test("is asked of the rows below it all the same", () => {
    const register = sheet("Registre", [
      ["N° inventaire", "Désignation", "Commune", "École", "État"],
      ["A1", "Poste client standard", "Beure", "École du Bourg", "En service"],
      ["Écoles zinzolines"],
      ["A2", "Poste client standard", "Pirey", "École du Pont", "En service"],
    ]);
    const setAside = [{ file: null, sheet: "Registre", row: 3, reason: "titre" }];
    expect(errors(read(register, { setAside }))).toEqual(["error unread-section A3"]);
  });

  test("is not, where it is a school's name", () => {
    const parc = sheet("Parc", [
      ["Commune", "École", "Postes clients standard"],
      ["Beure", "École du Bourg", 12],
      [null, "École Bigarreaux", null],
      ["Pirey", "École du Pont", 9],
    ]);
    const setAside = [{ file: null, sheet: "Parc", row: 3, reason: "pas d'école" }];
    expect(errors(read(parc, { setAside }))).toEqual([]);
  });
});

describe("a date of closing beside the pupils of a school", () => {
  const parc = sheet("Parc", [
    ["Commune", "École", "Pack logiciel", "Postes clients standard"],
    ["Beure", "École du Bourg", 1, 12],
    ["Pirey", "École du Pont", 1, 9],
  ] satisfies Cell[][]);
  const closing = (name: string, header: string): SheetSpec =>
    sheet(name, [
      ["Commune", "École", "Effectif", header],
      ["Beure", "École du Bourg", 20, null],
      ["Pirey", "École du Pont", 40, "31/07/2014"],
    ]);
  const of = (spec: SheetSpec, options: Partial<Options>): Read =>
    readWorkbooks([workbook([parc, spec])], 2014, options);
  const left = (result: Read): string[] => result.quantities.filter((each) => each.startsWith("Pirey"));

  test("chosen as the exit, takes out the equipment of the school with its pupils", () => {
    const spec = closing("Effectifs", "Date de fermeture");
    const exit = { file: null, sheet: "Effectifs", cell: "D1", as: "exit" };
    expect(errors(of(spec, {}))).toEqual(["error exit-date-unclear D1"]);
    const result = of(spec, { mappings: [exit] });
    expect([errors(result), left(result), result.quantity("École du Bourg", "PACK")]).toEqual([[], [], 1]);
  });

  test("is asked in a table that the user said to be of headcounts", () => {
    const spec = closing("Référentiel", "Fin d’activité");
    const tables: Options["tables"] = [{ file: null, sheet: "Référentiel", cell: "A1", as: "headcounts" }];
    expect(errors(of(spec, { tables }))).toEqual(["error undue-remark D3"]);
    const out = of(spec, { tables, ...said("Fin d’activité\u00a0: 31/07/2014", "out") });
    expect([errors(out), left(out)]).toEqual([[], []]);
    expect(left(of(spec, { tables, ...said("Fin d’activité\u00a0: 31/07/2014", "in-service") })).length).toBe(3);
  });
});
