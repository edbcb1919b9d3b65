/**
 * @jest-environment jsdom
 */
import { act } from "preact/test-utils";
import { message } from "../../../src/messages";
import { conventionMessage, type ConventionCode } from "../../../src/messages";
import { conventionRows } from "../../../src/tariff/sheets/convention-rows";
import { optionalHeaders, tarifsHeaders } from "../../../src/tariff/tarifs/table";
import { checkDraft, placeKey } from "../../../src/taskpane/convention/check";
import { fieldCode } from "../../../src/taskpane/convention/screens/draft-context";
import { sections } from "../../../src/taskpane/convention/sections";
import { valueAt, withValue, type FieldPlace } from "../../../src/taskpane/convention/draft";
import { emptyDraft } from "../../../src/taskpane/convention/starts";
import { plain } from "../plain";
import { draw, nameOf, press, root, title, usePage } from "../screens/draw";
import { builtIn, drafting, three } from "./states";

usePage();

const say = (code: ConventionCode, params = {}) => plain(conventionMessage(code, params, "fr"));
const field = (label: string, nth = 0): HTMLInputElement => {
  const found = [...root().querySelectorAll("label")].filter((one) => plain(one.textContent) === label)[nth];
  if (found === undefined) throw new Error(`No field is named « ${label} ».`);
  return document.getElementById(found.htmlFor) as HTMLInputElement;
};
const fill = (label: string, value: string, nth = 0) =>
  act(() => {
    const one = field(label, nth);
    one.value = value;
    one.dispatchEvent(new Event("input", { bubbles: true }));
  });
const paste = (text: string) =>
  act(() => {
    const area = root().querySelector("textarea")!;
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
const toldOf = (one: HTMLElement) =>
  plain(document.getElementById(one.getAttribute("aria-describedby") ?? "")?.textContent);
const key = (name: string, more: KeyboardEventInit = {}) =>
  act(() => {
    field("Dispositif").dispatchEvent(
      new KeyboardEvent("keydown", { key: name, ctrlKey: true, bubbles: true, ...more }),
    );
  });
const start = (draft = builtIn, more = {}) => {
  const session = draw(drafting(draft, more));
  const at = (file: FieldPlace["file"], path: string) =>
    valueAt(session.state.convention!.history.draft, { file, field: path });
  return { session, at };
};

test("every row of the sheet « Convention » has its field, under the same name", () => {
  start();
  const fields: readonly string[] = Object.values(sections).flat();
  expect([...fields].sort()).toEqual(conventionRows.map(({ field }) => field).sort());
  for (const { field: path, label } of conventionRows)
    expect(say(fieldCode(path)).replace(" (facultatif)", "")).toBe(plain(label));
});

test("every column of a prestation is named as in the sheet « Tarifs », but for the article of who pays", () => {
  start();
  const headings = [...root().querySelectorAll(".headings span")].map((one) => plain(one.textContent));
  const isOfGrid = (header: string) => !/^Applicable|^Acte/.test(header);
  expect(headings.map((heading) => heading.replace(/, (la )?/, " "))).toEqual(
    [...tarifsHeaders, ...optionalHeaders].filter(isOfGrid),
  );
});

test("a fault is reported at its field, in words, and counted above, with a link to the first", () => {
  const { at } = start();
  expect(plain(root().textContent)).toContain(say("pane-convention-no-fault"));
  fill("SIREN de l’intermédiaire", "242 500 316");
  const siren = field("SIREN de l’intermédiaire");
  expect([siren.getAttribute("aria-invalid"), toldOf(siren)]).toEqual([
    "true",
    `■ ${say("pane-convention-fault-siren-key")}`,
  ]);
  expect(at("convention", "debtor.siren")).toBe("242500316");
  expect(plain(root().textContent)).toContain("■ Points à corriger : 1, d’abord SIREN de l’intermédiaire");
  press("SIREN de l’intermédiaire");
  expect(document.activeElement).toBe(siren);
  fill("SIREN de l’intermédiaire", "242 500 361");
  expect([siren.getAttribute("aria-invalid"), toldOf(siren)]).toEqual([null, say("pane-convention-siren-right")]);
});

test.each([
  ["convention", "creditLine", "Ligne de crédit"],
  ["grid", "[0].rows", "Prestations"],
  ["communes", "communes", "Membres"],
] as const)("the name of a list of %s with nothing in it leads to its fault", (file, path, name) => {
  start(withValue(builtIn, { file, field: path }, []));
  press(name);
  expect(document.activeElement!.id).toBe(placeKey({ file, field: path }));
});

test("an amount is typed in French, and kept to the cent; what is no amount stays as it is typed, and is said", () => {
  const { at } = start();
  fill("Maintenance, commune", "40,5", 3);
  expect(at("grid", "[0].rows[3].maintenance.member")).toBe("40.50");
  expect(field("Maintenance, commune", 3).value).toBe("40,5");
  fill("Maintenance, commune", "40,505", 3);
  expect(field("Maintenance, commune", 3).value).toBe("40,505");
  expect(toldOf(field("Maintenance, commune", 3))).toContain("deux décimales au plus");
  fill("Maintenance, commune", "", 3);
  expect(at("grid", "[0].rows[3].maintenance.member")).toBeNull();
});

test("a step is taken back by Ctrl+Z and done again by Ctrl+Y, a whole word at a time, whatever field it was typed in", () => {
  const { at } = start();
  for (const letters of ["T", "Ta", "Tablettes"]) fill("Dispositif", letters);
  fill("Objet", "Prêt de tablettes");
  key("z");
  expect([at("convention", "service"), at("convention", "object")]).toEqual([
    "Tablettes",
    valueAt(builtIn, { file: "convention", field: "object" }),
  ]);
  key("z");
  expect(field("Dispositif").value).toBe("Ordiclasse");
  key("y");
  expect(field("Dispositif").value).toBe("Tablettes");
  key("Z", { shiftKey: true });
  expect(field("Objet").value).toBe("Prêt de tablettes");
  press(say("pane-convention-undo"));
  expect(field("Objet").value).not.toBe("Prêt de tablettes");
});

test("each required value of an empty convention has its field", () => {
  const { session } = start(emptyDraft);
  const { faults } = checkDraft(session.state.convention!.history.draft);
  expect(faults.length).toBeGreaterThan(20);
  expect(faults.map(placeKey).filter((id) => document.getElementById(id) === null)).toEqual([]);
});

test("one starts from nothing, and comes back to what was there", () => {
  const { at } = start();
  press(say("pane-convention-start-empty"));
  expect(at("convention", "")).toEqual(emptyDraft.convention);
  expect(toldOf(field("Dispositif"))).toBe(`▲ ${say("pane-convention-fault-blank")}`);
  key("z");
  expect(at("convention", "service")).toBe("Ordiclasse");
});

test("the intermediary's fields and prices disappear without one, and are to be filled once it is back", () => {
  const { at } = start();
  const tick = root().querySelector<HTMLInputElement>("input[type=checkbox]")!;
  act(() => tick.click());
  expect([at("convention", "debtor"), at("grid", "[0].rows[0].maintenance.debtor")]).toEqual([null, null]);
  expect([...root().querySelectorAll("label")].map((one) => plain(one.textContent))).not.toContain(
    "Maintenance, la CAGB",
  );
  expect(field("Compte de recette du créancier").value).toBe("70875");
  act(() => tick.click());
  expect(at("convention", "debtor.siren")).toBe("");
});

describe("a prestation", () => {
  it("is added at the end, where the keyboard then is, and removed", () => {
    const { at } = start();
    press(say("pane-convention-row-add"));
    expect(document.activeElement).toBe(field("Code", 14));
    fill("Code", "ENT", 14);
    expect(at("grid", "[0].rows[9].code")).toBe("ENT");
    press("Retirer Prestation ENT");
    expect(at("grid", "[0].rows[9]")).toBeUndefined();
    expect(document.activeElement).toBe(field("Code", 13));
  });

  it("is pasted with others, told how many before they are added", () => {
    const { at } = start(emptyDraft);
    press(say("pane-convention-paste-rows"));
    expect(document.activeElement).toBe(root().querySelector("textarea"));
    paste("ENT\tAccès ENT\télève\t3,10\nBORNE\tBorne\tborne\t12");
    press("Ajouter ces lignes : 2");
    // In the place of the blank one.
    expect([at("grid", "[0].rows[0].code"), at("grid", "[0].rows[1].maintenance.member")]).toEqual(["ENT", "12.00"]);
    expect(at("grid", "[0].rows[2]")).toBeUndefined();
    expect(root().querySelector("textarea")).toBeNull();
    key("z");
    expect(at("grid", "[0].rows[0].code")).toBe("");
  });

  it("is not guessed from a table whose columns cannot be told: the order that is expected is said", () => {
    start();
    press(say("pane-convention-paste-rows"));
    paste("Borne;Pose;12,00\nBorne;Entretien;5,00");
    expect(plain(root().textContent)).toContain("Les colonnes ne sont pas reconnues.");
    expect(root().textContent).not.toContain(say("pane-convention-paste-add", { count: 2 }));
    paste("Prestation;Nature;Prix total;la CAGB;commune\nBorne;Pose;12;10;2");
    expect(plain(root().textContent)).toContain("Colonnes laissées : Prix total.");
    press("Ajouter ces lignes : 1");
  });
});

describe("a member", () => {
  it("shows its fields when it is pressed, and goes when it is removed", () => {
    const { at } = start();
    const chips = [...root().querySelectorAll("button")].map(({ title }) => title);
    expect(chips).toContain("Modifier Arguel");
    press("Arguel jusqu’au 31/12/2018");
    fill("Membre jusqu’au", "31/12/2017");
    expect(at("communes", "communes[1].to")).toBe("2017-12-31");
    press("Retirer Arguel");
    expect(at("communes", "communes[1].name")).toBe("Audeux");
    expect(nameOf(document.activeElement!)).toBe("Audeux");
  });

  it("a member with a fault says so, and is unfolded when a link leads to it", () => {
    start(withValue(builtIn, { file: "communes", field: "communes[1].siren" }, "123"));
    press("SIREN");
    expect(document.activeElement).toBe(field("SIREN"));
    expect(root().querySelector("[aria-expanded=true]")!.textContent).toContain(
      conventionMessage("pane-convention-member-faulty"),
    );
  });

  it("is found among the communes of France, whose list is asked for once, with those of its EPCI; each is added once", async () => {
    const france = [["CC du Vert Pays", ["21001 7 Aubigny", "21002 200048437 Bligny"]]] as const;
    const communesOfFrance = jest.fn(() => Promise.resolve(france));
    const session = draw(drafting(emptyDraft), "fr", { communesOfFrance });
    expect(communesOfFrance).not.toHaveBeenCalled();
    fill(say("pane-convention-search"), "bligny");
    await act(() => Promise.resolve());
    fill(say("pane-convention-search-from"), "01/09/2024");
    press("Ajouter Bligny · 21002");
    fill(say("pane-convention-search"), "vert pays");
    press("Ajouter CC du Vert Pays · ses 2 communes");
    expect(communesOfFrance).toHaveBeenCalledTimes(1);
    expect(valueAt(session.state.convention!.history.draft, { file: "communes", field: "communes" })).toEqual([
      { insee: "21002", name: "Bligny", siren: "200048437", from: "2024-09-01" },
      { insee: "21001", name: "Aubigny", siren: "212100017", from: "2024-09-01" },
    ]);
    expect(plain(root().textContent)).toContain("Membres ajoutés : 1.");
  });

  it("is not taken for a name with its codes where its columns are not parted: its line is said", () => {
    start(emptyDraft);
    press(say("pane-convention-paste-members"));
    paste("Bonnat 23025 212302509\nGouzon  23093  212309306");
    expect(plain(root().textContent)).toContain("Lignes non reprises : 1, d’abord « Bonnat 23025 212302509 ».");
    press("Ajouter ces lignes : 1");
    expect(nameOf(document.activeElement!)).toBe("Gouzon");
  });

  it("is typed or pasted where the list of communes does not come, which is said", async () => {
    draw(drafting(emptyDraft), "fr", { communesOfFrance: () => Promise.reject(new Error("404")) });
    fill(say("pane-convention-search"), "bligny");
    await act(() => Promise.resolve());
    expect(plain(root().textContent)).toContain(say("pane-convention-search-failed"));
    press(say("pane-convention-member-add"));
    expect(document.activeElement).toBe(field("Nom"));
  });
});

test("the hint of a blank field is given as an example, or as the meaning of a blank, so that nobody takes it for typed", () => {
  start(emptyDraft);
  const shown = [...root().querySelectorAll("input")].map(({ placeholder }) => plain(placeholder)).filter(Boolean);
  expect(shown.length).toBeGreaterThan(4);
  expect(shown.filter((text) => !text.startsWith("ex. : "))).toEqual([say("pane-convention-hint-cap")]);
});

describe("« Écrire les trois feuilles »", () => {
  const write = say("pane-convention-write");

  it("writes nothing while something is to be corrected, says why, and leads there", () => {
    const { session } = start(withValue(builtIn, { file: "convention", field: "vat" }, ""));
    const writes = jest.spyOn(session.run, "writeConvention");
    const button = [...root().querySelectorAll("button")].find((one) => nameOf(one) === write)!;
    expect([button.getAttribute("aria-disabled"), toldOf(button)]).toEqual([
      "true",
      "Rien ne s’écrit tant qu’un point est à corriger.",
    ]);
    press(write);
    expect(document.activeElement).toBe(field("TVA"));
    expect(writes).not.toHaveBeenCalled();
  });

  it("asks before it replaces sheets that are the user's", () => {
    const { session } = start(builtIn, { taken: three });
    const writes = jest.spyOn(session.run, "writeConvention").mockImplementation(() => Promise.resolve());
    press(write);
    expect(writes).not.toHaveBeenCalled();
    expect(nameOf(document.activeElement!)).toBe(say("pane-convention-replace-yes"));
    expect(toldOf(document.activeElement as HTMLElement)).toContain("Convention, Tarifs, Communes");
    press(say("pane-convention-replace-no"));
    press(write);
    press(say("pane-convention-replace-yes"));
    expect(writes).toHaveBeenCalledTimes(1);
  });

  it("leads to what is then billed: the workbook is read where it was not, for the campaign chosen there", () => {
    const { session } = start(builtIn, { taken: three, last: { done: "written", draft: builtIn } });
    const reads = jest.spyOn(session.run, "read").mockImplementation(() => Promise.resolve());
    const choice = root().querySelector<HTMLSelectElement>(".actions select")!;
    act(() => {
      choice.value = "2015";
      choice.dispatchEvent(new Event("change", { bubbles: true }));
    });
    press(say("pane-convention-see-bill"));
    expect(reads).toHaveBeenCalledTimes(1);
    expect(session.state).toMatchObject({ campaign: 2015, open: null, step: "repartition" });
  });

  it("says it no more of another draft, whose writing can still be taken back; again where that one comes back", () => {
    start(builtIn, { taken: three, last: { done: "written", draft: builtIn } });
    const isSaid = () => plain(root().textContent).includes(say("pane-convention-written"));
    press(say("pane-convention-start-empty"));
    expect([isSaid(), root().textContent.includes(say("pane-convention-take-back"))]).toEqual([false, true]);
    key("z");
    expect(isSaid()).toBe(true);
  });

  it("says that they are written, with what takes that back", () => {
    const { session } = start(builtIn, { taken: three, last: { done: "written", draft: builtIn } });
    const takesBack = jest.spyOn(session.run, "takeBackConvention").mockImplementation(() => Promise.resolve());
    expect(plain(root().querySelector(".actions [role=status]")!.textContent)).toContain(
      say("pane-convention-written"),
    );
    press(say("pane-convention-take-back"));
    expect(takesBack).toHaveBeenCalledTimes(1);
  });
});

test("Escape goes back to what it was opened from, with the draft kept; the fiche of a member stands beside, at the prices typed", async () => {
  let made = Promise.resolve();
  const after = (_: number, call: () => void) => {
    made = made.then(call);
    return () => undefined;
  };
  const session = draw(drafting(builtIn), "fr", { after });
  fill("Maintenance, commune", "40", 3);
  await act(() => made.then(() => new Promise((resolve) => setTimeout(resolve, 50))));
  const fiche = root().querySelector(".fiche")!;
  expect(fiche.querySelector("caption")!.textContent).toBe("Fiche Amagney");
  expect(plain(fiche.textContent)).toContain("40,00 €");
  expect(title()).toBe(message("pane-convention-title"));
  // While something is to be corrected, it stays; not beside another convention.
  fill("TVA", "");
  expect(root().querySelector(".fiche")).not.toBeNull();
  press(say("pane-convention-start-empty"));
  expect(root().querySelector(".fiche")).toBeNull();
  act(() => void field("Dispositif").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })));
  expect(session.state.open).toBeNull();
  expect(session.state.convention!.history.past).toHaveLength(3);
});
