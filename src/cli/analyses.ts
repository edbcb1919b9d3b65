import {
  billCompared,
  billIssued,
  otherInventory,
  tryGrid,
  type Billing,
  type ComparedBilling,
  type IssuedStatement,
} from "../billing";
import type { Analyses } from "../documents";
import { commandMessage, countOf, type Anomaly, type Language } from "../messages";
import { formatAmount } from "../money";
import type { PartialOptions } from "../options";
import {
  anomaliesJson,
  compareStatements,
  comparisonJson,
  rectificationJson,
  rectify,
  simulationJson,
} from "../statement";
import type { OpenWorkbook } from "../workbook";
import type { Arguments } from "./arguments";
import { openInputs, readGrid } from "./read-files";
import type { Refusal } from "./refusal";

/** What was billed, and what it was billed from. */
interface Billed {
  readonly opened: readonly OpenWorkbook[];
  readonly options: PartialOptions;
  readonly billing: Billing;
}

/** What the command was asked to compare, try and correct; absent where it was not. */
export interface Analysed extends Analyses {
  readonly compared?: ComparedBilling;
  readonly issued?: IssuedStatement;
  /** What holds the correction back, until it is accepted. */
  readonly correctionPoints?: readonly Anomaly[];
}

type Refused = { readonly refusals: readonly Refusal[] };

/** The comparison, the simulation and the rectificatif asked for, or why one of them cannot be made. */
export async function analyse(
  asked: Arguments,
  billed: Billed,
  progress: (text: string) => void,
): Promise<Analysed | Refused> {
  const onFile = (file: string) => progress(commandMessage("cli-reading", { file }, asked.language));
  const parts: Analysed[] = [];
  for (const [paths, part] of [
    [asked.compare, compare],
    [listOf(asked.simulate), simulateGrid],
    [listOf(asked.rectify), correct],
  ] as const) {
    if (paths.length === 0) continue;
    const done = await part(paths, asked, billed, onFile);
    if ("refusals" in done) return done;
    parts.push(done);
  }
  return Object.assign({}, ...parts) as Analysed;
}

function listOf(path: string | null): readonly string[] {
  return path === null ? [] : [path];
}

type Part = (
  paths: readonly string[],
  asked: Arguments,
  billed: Billed,
  onFile: (name: string) => void,
) => Promise<Analysed | Refused>;

const compare: Part = async (paths, { campaign }, { options, billing }, onFile) => {
  const inputs = await openInputs(paths, onFile);
  if ("refused" in inputs) return { refusals: [inputs.refused] };
  const [other, ...beside] = inputs.opened;
  const compared = billCompared({
    other: other!,
    beside,
    campaign,
    options,
    accepted: billing.statement.options.accepted,
  });
  if ("refusals" in compared) return compared;
  const { file, campaignFrom, statement } = compared;
  const comparison = compareStatements(statement, billing.statement);
  const errors = { before: countOf(compared.anomalies, "error"), after: countOf(billing.anomalies, "error") };
  return { compared, comparison: { comparison, file, campaignFrom, errors } };
};

const simulateGrid: Part = async ([path], { campaign }, { opened, options, billing }, onFile) => {
  const read = await readGrid(path!, campaign, onFile);
  if ("refusals" in read) return read;
  const trial = tryGrid({
    workbooks: opened.map(({ cells }) => cells),
    openingAnomalies: opened.flatMap(({ anomalies }) => anomalies),
    campaign,
    options,
    billed: billing,
    trial: read.grid,
  });
  return "refusals" in trial ? trial : { trial };
};

const correct: Part = async (paths, { campaign }, { opened, options, billing }, onFile) => {
  const inputs = await openInputs(paths, onFile);
  if ("refused" in inputs) return { refusals: [inputs.refused] };
  const atHand = opened.map(({ cells }) => cells);
  const issued = billIssued({ issued: inputs.opened[0]!, atHand, campaign, options });
  if ("refusals" in issued) return issued;
  const rectification = rectify(issued.statement, billing.statement);
  const correctionPoints = otherInventory(issued, billing.reading, rectification, billing.statement.options.accepted);
  const errors = countOf(billing.anomalies, "error") + correctionPoints.length;
  return {
    issued,
    correctionPoints,
    rectification: { rectification, file: issued.file, when: issued.run.when, errors },
  };
};

/** Points to correct that hold what is written back, until they are accepted. */
interface HeldBack {
  /** Those of the campaign: without them, its documents are provisional. */
  readonly own: number;
  /** Those of the workbook compared: what they are about would be missing on one side only of the comparison. */
  readonly compared: { readonly errors: number; readonly file: string } | null;
}

/** What holds back; null where nothing does. Errors of the workbook compared were accepted where it was issued with them. */
export function heldBack({ anomalies }: Billing, { compared, correctionPoints = [] }: Analysed): HeldBack | null {
  const own = countOf(anomalies, "error") + correctionPoints.length;
  const errors = compared === undefined || compared.isAsIssued ? 0 : countOf(compared.anomalies, "error");
  if (own + errors === 0) return null;
  if (compared === undefined || errors === 0) return { own, compared: null };
  return { own, compared: { errors, file: compared.file } };
}

/** What was accepted, once documents are written in spite of it. */
export function acceptedLines({ own, compared }: HeldBack, { out, language }: Arguments): string[] {
  return [
    ...(own === 0 ? [] : [commandMessage(out === null ? "cli-forced-lines" : "cli-forced", { errors: own }, language)]),
    ...(compared === null ? [] : [commandMessage("cli-forced-compared", compared, language)]),
  ];
}

/** Why nothing is written but the JSON, and which workbook to correct. */
export function blockedLine({ own, compared }: HeldBack, language: Language): string {
  if (compared === null) return commandMessage("cli-blocked", { errors: own }, language);
  return commandMessage(own === 0 ? "cli-blocked-compared" : "cli-blocked-both", { own, ...compared }, language);
}

/** The keys that the analyses add to the JSON, each where it was asked for. */
export function analysesJson(
  { compared, comparison, trial, issued, rectification, correctionPoints = [] }: Analysed,
  language: Language,
) {
  return {
    ...(compared !== undefined &&
      comparison !== undefined && {
        compare: {
          file: compared.file,
          campaignFrom: compared.campaignFrom,
          ...comparisonJson(comparison.comparison),
          anomalies: anomaliesJson(compared.anomalies, language),
        },
      }),
    ...(trial !== undefined && {
      simulate: { ...simulationJson(trial.simulation), anomalies: anomaliesJson(trial.anomalies, language) },
    }),
    ...(issued !== undefined &&
      rectification !== undefined && {
        rectify: {
          issued: {
            file: issued.file,
            campaign: issued.run.campaign.year,
            when: issued.run.when,
            total: formatAmount(issued.run.total),
          },
          ...rectificationJson(rectification.rectification),
          anomalies: anomaliesJson(correctionPoints, language),
        },
      }),
  };
}
