import "./node-in-jsdom";
import type { Cell } from "../../../src/cells";
import { mostChangedCommunes } from "../../../src/statement";
import type { Analysed } from "../../../src/taskpane/analyses/analyse";
import type { AnalysisName } from "../../../src/taskpane/analyses/kept";
import type { Snapshot } from "../../../src/taskpane/operations/snapshot";
import { analyses } from "../../../src/taskpane/screens";
import type { PaneEvent } from "../../../src/taskpane/state/reduce";
import type { Step } from "../../../src/taskpane/state/state";
import { analysedOf, rectifiedOf, typedOf } from "../pane-of";

/** The campaign 2015 against two workbooks of 2014, one sound, one full of faults; and under another tariff. */
export const analysed = {} as Analysed;
/** The first, with what explains two of its communes. */
export const explained = {} as Analysed;
export const againstFaulty = {} as Analysed;
/** A workstation at 38,50, typed in the pane; « 21O » for a pack. */
export const typed = {} as Analysed;
/** An issued campaign: two workstations too many at Amagney; one too few in each school; nothing wrong. */
export const rectified = {} as Analysed;
export const rectifiedAtLength = {} as Analysed;
const rectifiedForNothing = {} as Analysed;

const [now, issued] = ["registre-materiel-2015", "parc-ecoles-2014"] as const;
const workstations = "E".charCodeAt(0) - "A".charCodeAt(0);
const amagney = 7 - 1;
const comments = {
  Thise: "Deux classes de moins à la rentrée : huit postes et deux imprimantes rendus.",
  Audeux: "Un poste spécifique de plus.",
};

/** What each of them is made of: two campaigns billed, or more. */
const loads = {
  analysed: async () => Object.assign(analysed, await analysedOf(now, issued)),
  explained: async () => Object.assign(explained, await analysedOf(now, issued, { comments })),
  againstFaulty: async () => Object.assign(againstFaulty, await analysedOf(now, "anomalies-2014")),
  typed: async () => Object.assign(typed, await typedOf(issued)),
  rectified: async () => {
    const twelve = (value: Cell, row: number, column: number) =>
      row === amagney && column === workstations ? 12 : value;
    Object.assign(rectified, await rectifiedOf(issued, twelve));
  },
  rectifiedAtLength: async () => {
    const oneMore = (value: Cell, _: number, column: number) =>
      column === workstations && typeof value === "number" ? value + 1 : value;
    Object.assign(rectifiedAtLength, await rectifiedOf(issued, oneMore));
  },
  rectifiedForNothing: async () => Object.assign(rectifiedForNothing, await rectifiedOf(issued, (value) => value)),
};
export type AnalysedName = keyof typeof loads;

/** To be awaited before any state that shows them. */
export async function loadAnalysed(names: readonly AnalysedName[] | "all"): Promise<void> {
  for (const [name, load] of Object.entries(loads))
    if (names === "all" || names.includes(name as AnalysedName)) await load();
  // The screens that come later in Excel are drawn at once here.
  await analyses.bring();
}

/** The communes to explain, the first of them just explained. */
function justCommented({ shown, ...rest }: Analysed): Analysed {
  const { insee } = mostChangedCommunes(shown.comparison!.comparison.communes)[1]!.commune;
  return { ...rest, shown: { ...shown, onlyNotable: true, lastCommented: insee } };
}

/** A comment was written, and all read again. */
export const keptEvent: PaneEvent = {
  type: "choice-kept",
  notice: { code: "pane-choice-kept-left", params: { sheet: "Options Ordiclasse", errors: 0, warnings: 3 } },
  next: { on: "comment" },
};

/** States of « Comparer », « Simuler » and « Rectifier ». */
export function analysedStates(
  read: (snapshot: Snapshot, step: Step) => PaneEvent,
  sound: Snapshot,
): Readonly<Record<string, () => readonly PaneEvent[]>> {
  const open = (analysis: AnalysisName): PaneEvent => ({
    type: "opened",
    open: { screen: "analysis", name: analysis },
  });
  const made = ({ snapshot, shown }: Analysed): PaneEvent[] => [
    { type: "analysed", analyses: shown },
    read(snapshot, "repartition"),
  ];
  const plan: PaneEvent = { type: "step-opened", step: "documents" };
  return {
    "to compare": () => [read(sound, "repartition"), open("compare")],
    compared: () => [...made(analysed), open("compare")],
    "compared, explained in part": () => [...made(explained), open("compare")],
    "compared, a comment just kept": () => [...made(justCommented(explained)), open("compare"), keptEvent],
    "compared, with faults": () => [...made(againstFaulty), open("compare")],
    "to simulate": () => [read(sound, "repartition"), open("simulate")],
    simulated: () => [...made(analysed), open("simulate")],
    "simulated at prices typed": () => [...made(typed), open("simulate")],
    "to rectify": () => [read(sound, "repartition"), open("rectify")],
    rectified: () => [...made(rectified), open("rectify")],
    "rectified at length": () => [...made(rectifiedAtLength), open("rectify")],
    "nothing to rectify": () => [...made(rectifiedForNothing), open("rectify")],
    "plan with a rectificatif": () => [...made(rectified), plan],
    "plan with analyses": () => [...made(againstFaulty), plan],
  };
}
