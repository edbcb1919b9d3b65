import type { KeyedName } from "../../documents";
import type { CellPlace, Explanation } from "../../explain";
import type { unrecognisedSheets } from "../../inventory";
import type { Anomaly, MessageCode, Nouns } from "../../messages";
import type { Change, Changes } from "../../statement";
import type { Convention } from "../../tariff";
import type { AnalysesShown, AnalysisName } from "../analyses/kept";
import type { ConventionShown } from "../convention/shown";
import type { EarlierOptions, Effect, OptionsSeen, Settled } from "./choices";
import type { EditEffect } from "./edit-effect";
import { campaignYear, type PointList, type Preview, type SheetPlace } from "./preview";
import type { Ending, Work } from "./work";

export const steps = ["lecture", "controle", "repartition", "documents"] as const;
export type Step = (typeof steps)[number];

/** An inventory is wanted: what was looked at, and what one could look like. */
export interface Missing {
  readonly sheets: ReturnType<typeof unrecognisedSheets>;
  readonly headings: readonly string[];
}

export type Source =
  | { readonly kind: "unread" }
  /** Billing is impossible: no inventory, no grid, faulty options or `Tarifs`. */
  | {
      readonly kind: "refused";
      readonly anomalies: readonly Anomaly[];
      readonly missing: Missing | null;
      /** The nouns of the workbooks' convention; null without one. */
      readonly nouns: Nouns | null;
    }
  /** Excel could not give the workbook. */
  | { readonly kind: "unreadable"; readonly anomaly: Anomaly }
  | {
      readonly kind: "read";
      readonly preview: Preview;
      /** Whether cells have changed since, as far as Excel notifies it. */
      readonly hasChanged: boolean;
      /** Whether a new reading is about to start by itself: what is shown is outdated for a moment only. */
      readonly isFollowed: boolean;
      readonly acceptance: Acceptance;
      /** The effects of choices on this preview, as far as they are computed. */
      readonly effects: Effects;
    };

/**
 * Whether the user accepts documents without what is in error; `wanted` once « Générer » was refused because they did
 * not.
 */
export type Acceptance = "none" | "wanted" | "given";

type Effects = Readonly<Record<string, Effect>>;

/** PDFs saved in one file, and the address from which it can be saved again. */
interface PdfsSaved {
  readonly name: string;
  readonly address: string;
  readonly count: number;
}

/** A message of the catalogue, not yet in a language. */
export interface Notice {
  readonly code: MessageCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** It is the message of a point, shown until the next action. */
  readonly ofPoint?: true;
}

/** A screen open over the steps: one at a time, each with what it shows. */
export type Open =
  /** `unfolded`: the part that it is opened for. */
  | { readonly screen: "settings"; readonly unfolded?: "particulars" }
  /** A convention is being written; `over`: what it was opened from, which comes back. */
  | { readonly screen: "convention"; readonly over?: "settings" }
  /** Why a cell is what it is. */
  | { readonly screen: "explanation"; readonly explanation: Explanation }
  | { readonly screen: "analysis"; readonly name: AnalysisName }
  | { readonly screen: "commune"; readonly insee: string }
  /** Index of a table among the preview's. */
  | { readonly screen: "table"; readonly table: number }
  /** The column, by its heading, whose meaning is changed. `from`: the table from which it was opened. */
  | { readonly screen: "column"; readonly column: CellPlace; readonly from?: number }
  /** The generation, or its undoing, waits for a confirmation. */
  | { readonly screen: "confirm" }
  | { readonly screen: "undo" }
  /** An état is being marked as issued. */
  | { readonly screen: "issue" };

export interface PaneState {
  readonly step: Step;
  /** Offered, oldest first. */
  readonly campaigns: readonly number[];
  /** The nouns of the workbooks' convention, if they were read; null without such a convention. */
  readonly ownNouns: Nouns | null;
  readonly campaign: number | null;
  /** The user asked to read without choosing one. */
  readonly campaignWanted: boolean;
  readonly source: Source;
  /** Names of the workbooks of the disk read beside the one that is open, for as long as the pane lives. */
  readonly files: readonly string[];
  readonly work: Work;
  readonly ending: Ending;
  /** The screen open over the steps. */
  readonly open: Open | null;
  readonly readOnly: boolean;
  readonly documents: DocumentsInPlace;
  readonly list: PointList;
  readonly search: string;
  /** Whether « Explication » follows the selection. */
  readonly follows: boolean;
  /** The analyses beside the campaign. */
  readonly analyses: AnalysesShown;
  readonly options: OptionsSeen;
  /** Proposed one by one; null before a workbook is picked. */
  readonly earlier: EarlierOptions | null;
  /** The convention that is being written, for as long as the pane lives; null before one is. */
  readonly convention: ConventionShown | null;
  /** The effect of the last change, when the workbook was read again by itself after it. */
  readonly lastEdit: EditEffect | null;
  /** The answers given since the user last read the workbook. */
  readonly settled: readonly Settled[];
  /** Polite announcement. */
  readonly notice: Notice | null;
  /** An anomaly of an action outside the steps: a cell that no longer exists, a busy Excel. */
  readonly trouble: Anomaly | null;
  readonly focus: {
    /** Grows each time that something must take the focus. */
    readonly count: number;
    /** The element to focus: the title of the screen, or the one with which the user continues. */
    readonly on: "title" | "point" | "column" | "choices" | "comment" | "settled" | "table";
  };
}

/** The events, and the state that each makes. */
export type Transitions = Readonly<Record<string, (state: PaneState, event: never) => PaneState>>;

/** Drawn at once: beyond, a list is slow to scroll and to read. */
export const pointsAtOnce = 100;

export const noAnalyses: AnalysesShown = {
  comparison: null,
  simulation: null,
  rectification: null,
  beside: [],
  trial: null,
  onlyNotable: false,
  lastCommented: null,
};

export const initialState: PaneState = {
  step: "lecture",
  campaigns: [],
  ownNouns: null,
  campaign: null,
  campaignWanted: false,
  source: { kind: "unread" },
  files: [],
  work: { kind: "none" },
  ending: { kind: "none" },
  open: null,
  readOnly: false,
  documents: { sheets: null, former: [], canUndo: false, last: "generation", status: null, pdfs: null },
  list: { filter: "all", point: null, place: 0, drawn: pointsAtOnce },
  search: "",
  follows: true,
  analyses: noAnalyses,
  options: { kind: "unseen" },
  earlier: null,
  convention: null,
  lastEdit: null,
  settled: [],
  notice: null,
  trouble: null,
  focus: { count: 0, on: "title" },
};

type Freshness = "fresh" | "stale" | "provisional" | "outdated";

/**
 * Returns the state of the chip at the top: whether the reading is that of the sheets, and the documents are those of
 * the reading. Null before a first reading, unless documents are known to be out of date.
 */
export function freshnessOf({ source, campaign, documents: { status } }: PaneState): Freshness | null {
  if (source.kind !== "read") return status !== null && status.sheets.length > 0 ? "outdated" : null;
  if ((source.hasChanged && !source.isFollowed) || campaign !== campaignYear(source.preview)) return "stale";
  if (source.preview.counts.error > 0) return "provisional";
  return areOutdated(status) ? "outdated" : "fresh";
}

/** Returns the screen open over the steps when it is of this kind; null otherwise. */
export function openAs<Screen extends Open["screen"]>(
  { open }: Pick<PaneState, "open">,
  screen: Screen,
): Extract<Open, { readonly screen: Screen }> | null {
  return open?.screen === screen ? (open as Extract<Open, { readonly screen: Screen }>) : null;
}

/** Returns what was read, billed; null before that, or when it cannot be. */
export function previewOf({ source }: PaneState): Preview | null {
  return source.kind === "read" ? source.preview : null;
}

/** Returns the nouns of the convention that was read or refused; null when it has none of its own. */
export function nounsOf({ source, ownNouns }: Pick<PaneState, "source" | "ownNouns">): Nouns | null {
  if (source.kind === "read") return source.preview.statement.campaign.convention.nouns;
  return source.kind === "refused" ? source.nouns : ownNouns;
}

/** Returns the convention of what was read, whose parties and members options may name; undefined before that. */
export function conventionsRead(state: Pick<PaneState, "source">): readonly Convention[] | undefined {
  return state.source.kind === "read" ? [state.source.preview.statement.campaign.convention] : undefined;
}

/** Returns what was accepted of what was read. */
export function acceptanceIn({ source }: Pick<PaneState, "source">): Acceptance {
  return source.kind === "read" ? source.acceptance : "none";
}

/** Returns what choices would change, as far as it was reckoned. */
export function effectsIn({ source }: Pick<PaneState, "source">): Effects {
  return source.kind === "read" ? source.effects : {};
}

/**
 * Returns how many errors documents are made without: those of the campaign, of the workbook compared and of the
 * correction.
 */
export function errorsToAccept({ source, analyses }: Pick<PaneState, "source" | "analyses">): number {
  const errors = source.kind === "read" ? source.preview.counts.error : 0;
  const { comparison, rectification } = analyses;
  return errors + (comparison?.billed.unacceptedErrors ?? 0) + (rectification?.errors.length ?? 0);
}

/** Returns whether a point's file is one of the disk, read beside the workbook that is open. */
export function isOtherFile({ files }: Pick<PaneState, "files">, file: string | null): boolean {
  return file !== null && files.includes(file);
}

/** The changes that the next generation would make in the amounts of the documents in place. */
export interface Differences extends Changes {
  /** Cells of the source that changed since; null when only their sheets are known. */
  readonly cells: { readonly first: readonly CellPlace[]; readonly count: number } | null;
  /** Communes whose part changes, by name. */
  readonly communes: readonly { readonly insee: string; readonly name: string; readonly change: Change }[];
}

/** The generated sheets of the workbook. */
export interface DocumentsInPlace {
  /** The generated sheets as last read; null before that. */
  readonly sheets: readonly KeyedName[] | null;
  /** The generated sheets before the last generation, which an undo restores. */
  readonly former: readonly KeyedName[];
  readonly canUndo: boolean;
  /** The last action, which an undo reverts, or has reverted. */
  readonly last: "generation" | "issue";
  /** Whether they are still what their source gives, as far as was looked. */
  readonly status: DocumentStatus | null;
  /** Their PDFs, once they are saved. */
  readonly pdfs: PdfsSaved | null;
}

/** The status of the documents in the workbook, compared with their source. */
export interface DocumentStatus {
  /** Day of their generation, `2014-11-25`; null when the Journal does not give it. */
  readonly since: string | null;
  /** Sheets of the source that changed since. */
  readonly sheets: readonly SheetPlace[];
  /** Null before the workbook is billed, or when the differences are those of another campaign. */
  readonly differences: Differences | null;
}

/** Documents whose amounts were compared with what a next generation would give. */
export type ComparedStatus = DocumentStatus & { readonly differences: Differences };

/** Returns whether a next generation of the same campaign is known not to give the same documents. */
export function areOutdated(status: DocumentStatus | null): status is ComparedStatus {
  if (status === null || status.differences === null) return false;
  const { communes, total } = status.differences;
  return status.sheets.length > 0 || communes.length > 0 || !total.difference.isZero();
}

/** Returns whether the documents in place are known to differ from the workbook. */
export function areBehind({ source, documents: { status } }: PaneState): boolean {
  if (source.kind === "read" && source.hasChanged) return true;
  return (status !== null && status.sheets.length > 0) || areOutdated(status);
}

/**
 * Returns whether the documents in place match the billing, so that PDFs can be drawn: just generated, or found
 * identical.
 */
export function mayDraw({ ending, source, documents: { status } }: PaneState): boolean {
  if (source.kind !== "read" || source.hasChanged) return false;
  if (ending.kind === "done") return true;
  const { sheets, replaced, removed } = source.preview.plan;
  const isSame = replaced.length === sheets.length && removed.length === 0;
  return isSame && status !== null && status.differences !== null && !areOutdated(status);
}

/** Returns the table that is open, or that of the open column; null without one. */
export function tableUnder(open: Open | null): Extract<Open, { screen: "table" }> | null {
  if (open?.screen === "table") return open;
  return open?.screen === "column" && open.from !== undefined ? { screen: "table", table: open.from } : null;
}

/** Clears notices. */
export const quiet = { notice: null, trouble: null } as const;

/** Changes something of what was read; nothing when nothing was. */
export function withRead(
  state: PaneState,
  change: Partial<Omit<Extract<Source, { kind: "read" }>, "kind">>,
): PaneState {
  const { source } = state;
  return source.kind === "read" ? { ...state, source: { ...source, ...change } } : state;
}

/** Moves the focus to the title of the screen, or to `on`. */
export function withFocus(state: PaneState, on: PaneState["focus"]["on"] = "title"): PaneState {
  return { ...state, focus: { count: state.focus.count + 1, on } };
}
