import { anomaly } from "../../messages";
import type { OptionsChange } from "../../options";
import type { ComparedCommune } from "../../statement";
import type { PricePlace } from "../../tariff";
import type { SessionContext } from "../operations/context";
import { keepChoice } from "../operations/choices";
import { fileRefusal, nameOf, type PickedFile, type PickedWorkbook } from "../operations/picked-files";
import { readWorkbook } from "../operations/read";
import { loadAnalyses } from "./with-analyses";
import { type AnalysisName, type KeptAnalyses } from "./kept";
import type { Picking } from "./analyse";
/** The field in which each analysis is kept. */
const places = { compare: "comparison", simulate: "trial", rectify: "issued" } as const satisfies Record<
  AnalysisName,
  keyof KeptAnalyses
>;

/** Compares the campaign with the workbook of another one, as `rebill --compare` does. */
export function compareWith(context: SessionContext, picked: PickedWorkbook): Promise<void> {
  return keep(context, nameOf(picked), (code) => code.pickCompared(context, picked, false));
}

/** Reads a file of the disk with the workbook compared: its headcounts, for one. */
export function compareBeside(context: SessionContext, picked: PickedFile): Promise<void> {
  return keep(context, picked.name, (code) => code.pickCompared(context, picked, true));
}

/**
 * Records the explanation of the difference of a commune, by its INSEE code, in the options sheet; an empty text
 * deletes it. Resolves to false when it cannot be written.
 */
export async function commentOn(context: SessionContext, insee: string, text: string): Promise<boolean> {
  const { comparison, onlyNotable } = context.state.analyses;
  const compared = comparison?.comparison.communes.find(({ commune }) => commune.insee === insee);
  if (comparison === null || compared === undefined) return false;
  let isKept = false;
  await keepChoice(context, changesFor(compared, comparison.billed.statement.campaign.year, text.trim()), () => {
    isKept = true;
    const analyses = { ...context.state.analyses, onlyNotable, lastCommented: insee };
    context.dispatch({ type: "analysed", analyses });
    return { on: "comment" };
  });
  return isKept;
}

/** Returns the changes that save a comment: the comment on a merged commune replaces those on its former communes. */
function changesFor({ commune, comments }: ComparedCommune, against: number, text: string): OptionsChange[] {
  const say = (name: string, what: string): OptionsChange => ({
    ask: "comment",
    comment: { commune: name, against, text: what },
  });
  const [only, ...others] = comments;
  if (only !== undefined && others.length === 0) return [say(only.commune, text)];
  return [...comments.map((one) => say(one.commune, "")), ...(text === "" ? [] : [say(commune.name, text)])];
}

/** Tries the grid of a file of the disk on the same inventory, as `rebill --simulate` does. */
export function simulateWith(context: SessionContext, picked: PickedFile): Promise<void> {
  return keep(context, picked.name, (code) => code.pickGrids(context, picked));
}

/**
 * Tries another price, as typed in its field: `38,50`; blank means no tariff. A text that is not a price is reported at
 * the field.
 */
export function tryPrice(context: SessionContext, place: PricePlace, written: string): Promise<void> {
  return reckon(context, (code) => code.tryTypedPrice(context, place, written));
}

/** Corrects the statement issued in a workbook picked on the disk, as `rebill --rectify` does. */
export function rectifyIssued(context: SessionContext, picked: PickedFile): Promise<void> {
  return keep(context, picked.name, (code) => code.pickIssued(context, picked));
}

/** Closes a comparison, a simulation or a correction: its sheets are no longer made. */
export async function leaveAnalysis(context: SessionContext, name: AnalysisName): Promise<void> {
  if (name !== "simulate")
    return change(context, () => {
      context.kept = { ...context.kept, [places[name]]: null };
      return Promise.resolve(null);
    });
  await reckon(context, (code) => code.leaveTrial(context));
  // The pressed button no longer exists: the focus moves to the title.
  if (context.kept.trial === null) context.dispatch({ type: "opened", open: { screen: "analysis", name } });
}

type Code = Awaited<ReturnType<typeof loadAnalyses>>;

/**
 * Runs an action that needs the code of the analyses but no reading of the workbook; reports when the code cannot be
 * loaded.
 */
async function reckon(context: SessionContext, act: (code: Code) => Promise<void>): Promise<void> {
  const code = await loadAnalyses().catch(() => null);
  if (code !== null) return act(code);
  context.dispatch({ type: "troubled", anomaly: anomaly("error", "pane-analysis-not-loaded") });
}

/** Picks, then reads everything again with it. */
function keep(context: SessionContext, file: string, pick: (code: Code) => Picking): Promise<void> {
  return change(context, async () => {
    const code = await loadAnalyses().catch(() => null);
    if (code === null) return fileRefusal("pane-file-not-loaded", file);
    const picked = await pick(code);
    if (picked?.ok === false) return picked.error[0]!;
    if (picked !== null) context.kept = picked.value;
    return null;
  });
}

/** Changes what is kept, and reads everything again with it. When this fails or is cancelled, nothing changes. */
async function change(context: SessionContext, opening: Parameters<typeof readWorkbook>[1]): Promise<void> {
  const before = context.kept;
  await readWorkbook(context, opening);
  if (context.snapshot?.kept !== context.kept) context.kept = before;
}
