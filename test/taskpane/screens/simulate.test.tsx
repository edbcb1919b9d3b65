/**
 * @jest-environment jsdom
 */
import { act } from "preact/test-utils";
import type { Session } from "../../../src/taskpane/operations/session";
import { triedShown } from "../analyses/shown";
import { plain } from "../plain";
import { analysed, typed } from "./analysed-states";
import { draw, nameOf, press, root, title, usePage } from "./draw";
import { states } from "./states";

usePage({ analysed: ["analysed", "typed"] });

const texts = (selector: string) => [...root().querySelectorAll(selector)].map(({ textContent }) => plain(textContent));

const fields = () => [...root().querySelectorAll<HTMLInputElement>(".prices input")];
/** Its name, from what it is labelled by. */
const labelOf = (input: HTMLInputElement) =>
  input
    .getAttribute("aria-labelledby")!
    .split(" ")
    .map((id) => plain(document.getElementById(id)!.textContent))
    .join(", ");
const field = (label: string) => fields().find((one) => labelOf(one) === label)!;
const workstation = () => field("Essai, Poste client standard, Maintenance part commune");

/** What is brought to the session, which has no workbook to answer with. */
function listen(session: Session): { tried: unknown[]; answer: () => Promise<void> } {
  const tried: unknown[] = [];
  const answers: (() => void)[] = [];
  jest.spyOn(session.run, "tryPrice").mockImplementation(({ code, nature, payer }, written) => {
    tried.push([code, nature, payer, written]);
    return new Promise<void>((resolve) => answers.push(resolve));
  });
  return { tried, answer: () => act(async () => answers.forEach((one) => one())) };
}
const fill = (input: HTMLInputElement, text: string) =>
  act(() => {
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
const leaveIt = (input: HTMLInputElement) =>
  act(() => void input.dispatchEvent(new Event("change", { bubbles: true })));

describe("« Simuler »", () => {
  it("says first that nothing official comes of it", () => {
    for (const name of ["to simulate", "simulated", "simulated at prices typed"]) {
      draw(states[name]!());
      expect(plain(root().querySelector(".warning")!.textContent)).toBe(
        "▲ Simulation : aucun document officiel. Les documents restent au tarif voté.",
      );
    }
  });

  it("opens with the nine prestations, each with its prices in force and a field that holds the same", () => {
    draw(states["to simulate"]!());
    expect(texts(".prices th[scope=rowgroup]")).toEqual([
      "Accès Portail éducatif/enfant",
      "Pack logiciel / école",
      "Serveur standard / école",
      "Poste client standard",
      "Serveur spécifique",
      "Poste spécifique",
      "Logiciel spécifique",
      "Pièces détachées",
      "Imprimante jet encre",
    ]);
    expect(texts(".prices td:nth-child(2)")).toEqual(fields().map(({ value }) => `${value} €`));
    expect(workstation().value).toBe("36,86");
    expect(texts("[role=status]").join("")).toMatch(/^Changez un prix dans la colonne « Essai »/);
    expect([...root().querySelectorAll(".actions button")].map(nameOf)).toEqual([]);
  });

  it("shows at its top what the titre becomes, then what each price brings, then the communes", () => {
    draw(states["simulated at prices typed"]!());
    const { directions } = triedShown(typed.shown)!;
    // 2 497 workstations in service, and 38,50 − 36,86 = 1,64: 2 497 × 1,64 = 4 095,08.
    expect(texts("[role=status]").join("")).toMatch(
      /^Le titre passerait de .+ à .+, soit \+4 095,08 € : CAGB 0,00 €, communes \+4 095,08 €\.$/,
    );
    expect(texts(".note .parts")).toEqual(["2 497 × +1,64 € = +4 095,08 €"]);
    expect(workstation().value).toBe("38,50");
    expect(texts("p").some((text) => text.startsWith(`Communes qui paieraient plus : ${directions.more}.`))).toBe(true);
    expect(texts("p.secondary").join(" ")).toContain("Prix essayés dans le volet, sur la grille en vigueur");
    expect(texts("h2").slice(0, 2)).toEqual(["Les communes qui changent le plus", "La grille d’un fichier"]);
  });

  it("keeps the simulated titre at its foot, before a price is typed as after", () => {
    draw(states["to simulate"]!());
    expect(texts(".actions .simulated")).toEqual([expect.stringMatching(/^Titre simulé .+ 0,00 €$/)]);
    draw(states["simulated at prices typed"]!());
    expect(texts(".actions .simulated")).toEqual([expect.stringMatching(/^Titre simulé .+ \+4 095,08 €$/)]);
  });

  it("tells at its field what is no price, and keeps it there", () => {
    draw(states["simulated at prices typed"]!());
    const pack = field("Essai, Pack logiciel / école, Maintenance part CAGB");
    expect(pack.value).toBe("21O");
    expect(pack.getAttribute("aria-invalid")).toBe("true");
    const fault = document.getElementById(pack.getAttribute("aria-describedby")!)!;
    expect(fault.getAttribute("role")).toBe("alert");
    expect(plain(fault.textContent)).toBe(
      "Prix illisible : 21O. Le résultat n’en tient pas compte. Saisissez un nombre, par exemple 38,50, ou rien s’il n’y a pas de tarif.",
    );
    expect(fields().filter((one) => one.hasAttribute("aria-invalid"))).toEqual([pack]);
  });

  it("names the file that the prices come from", () => {
    draw(states["simulated"]!());
    expect(texts("p.secondary")).toContain("projet.json (Projet de délibération).");
    const { trial } = analysed.shown;
    const base = { ...trial!.base };
    draw([
      ...states["simulated"]!(),
      { type: "analysed", analyses: { ...analysed.shown, trial: { ...trial!, base } } },
    ]);
    expect(texts("p.secondary")).toContain(
      "projet.json (Projet de délibération), avec des prix changés dans le volet.",
    );
  });

  it("tries a price once its field is left, and what is typed meanwhile stays", async () => {
    const session = draw(states["to simulate"]!());
    const { tried, answer } = listen(session);
    const input = workstation();
    fill(input, "38,5");
    expect(tried).toEqual([]);
    leaveIt(input);
    expect(tried).toEqual([["POSTE_STD", "maintenance", "commune", "38,5"]]);
    fill(input, "38,55");
    await answer();
    expect(input.value).toBe("38,55");
  });

  it("leaves the focus in the field when the result comes, and writes the price as it was read", async () => {
    const session = draw(states["to simulate"]!());
    const { answer } = listen(session);
    const input = workstation();
    fill(input, "38,5");
    leaveIt(input);
    const plan = { sheets: [], replaced: [], removed: [] };
    act(() => session.store.dispatch({ type: "work-started", work: "trying" }));
    expect(root().querySelector("main")!.getAttribute("aria-busy")).toBe("true");
    act(() => session.store.dispatch({ type: "tried", analyses: typed.shown, plan }));
    await answer();
    expect(document.activeElement).toBe(input);
    expect(input.isConnected).toBe(true);
    expect(input.value).toBe("38,50");
    expect([...root().querySelectorAll(".actions button")].map(nameOf)).toEqual([
      "Préparer les documents",
      "Remettre les tarifs actuels",
    ]);
  });

  it("loses nothing to Escape or Alt+Left: what was just typed is tried as well", () => {
    for (const [key, more] of [
      ["Escape", {}],
      ["ArrowLeft", { altKey: true }],
    ] as const) {
      const session = draw(states["to simulate"]!());
      const { tried } = listen(session);
      fill(workstation(), "40");
      const struck = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
      act(() => void workstation().dispatchEvent(struck));
      expect(tried).toEqual([["POSTE_STD", "maintenance", "commune", "40"]]);
      expect(title()).toBe("Répartition 2014");
    }
  });

  it("asks nothing for a price that is typed back as it was", () => {
    const session = draw(states["to simulate"]!());
    const { tried } = listen(session);
    fill(workstation(), "3");
    fill(workstation(), "36,86");
    leaveIt(workstation());
    expect(tried).toEqual([]);
  });

  it("goes from field to field, in the order of the grid, before its buttons", () => {
    draw(states["simulated at prices typed"]!());
    const stops = [...root().querySelectorAll("main button, main input")];
    expect(stops.indexOf(fields()[0]!)).toBe(1);
    expect(stops.slice(1, 1 + fields().length)).toEqual(fields());
  });

  it("speaks English, with the numbers of the user’s Excel", () => {
    draw(states["simulated at prices typed"]!(), "en");
    expect(field("Trial, Poste client standard, Maintenance commune’s share").value).toBe("38,50");
    expect([...root().querySelectorAll(".prices th[scope=rowgroup] [lang=fr]")]).toHaveLength(9);
    press("Put the present prices back");
  });
});

test("a file is picked by a button that has a name, and offers the formats that are read", () => {
  draw(states["to simulate"]!());
  const input = root().querySelector<HTMLInputElement>('input[type="file"]')!;
  expect(plain(input.labels![0]!.textContent)).toBe("Choisir la grille à essayer…");
  expect(input.accept).toBe(".xlsx,.xlsm,.xls,.ods,.csv,.json");
  expect([...root().querySelectorAll("button")].map(nameOf)).toContain("‹ Retour");
});
