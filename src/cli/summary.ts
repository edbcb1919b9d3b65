import type { Decimal } from "decimal.js";
import type { Billing } from "../billing";
import { frenchDate, isoDate } from "../cells";
import { stateNumber, type KeyedName } from "../documents";
import { firstOf, pointsOf, waysOut, type Point, type PointPlace, type WayOut } from "../inventory";
import {
  commandMessage,
  issuedDifferences,
  message,
  pointMessage,
  type Anomaly,
  type Severity,
  type Speech,
} from "../messages";
import { formatAmount, formatEuros } from "../money";
import { adviceWordings, missingParticulars } from "../options";
import type { Statement } from "../statement";
import { entryOf, entryText } from "./option-entries";

/** The number of lines shown of each severity; the documents and the JSON list them all. */
export const mostLines = { error: 30, warning: 30, info: 6 } as const satisfies Record<Severity, number>;

/** Sums up a billing on the terminal: amounts, counts, then the points to correct or check. */
export function summarise({ statement, anomalies }: Billing, written: Written, speech: Speech): string[] {
  const { campaign, grid, total, cagb, communes, pupils, schools } = statement;
  const say = (code: Parameters<typeof commandMessage>[0], params: Anomaly["params"]) =>
    commandMessage(code, params, speech);
  const amount = (value: Decimal) => amountIn(speech, value);
  const count = (value: number) => countIn(speech, value);
  const billed = statement.byCommune.filter((one) => one.schools.some((school) => school.lines.length > 0));
  const counted = countsOf(anomalies);
  // A warning that the statement must not be issued comes before any amount.
  const hasDebtor = campaign.convention.debtor !== null;
  const { differs } = statement.edition;
  const otherThanIssued = statement.anomalies.filter(
    ({ code }) => differs !== null && code === issuedDifferences[differs],
  );
  return [
    ...otherThanIssued.map(({ code, params }) => message(code, params, speech)),
    ...(otherThanIssued.length > 0 && differs === "amounts" ? [say("cli-issued-amounts", {})] : []),
    say("cli-campaign", {
      campaign: campaign.year,
      snapshot: speech.language === "fr" ? frenchDate(campaign.snapshot) : isoDate(campaign.snapshot),
    }),
    say("cli-grid", { act: grid.act }),
    say("cli-state", { number: stateNumber(statement), version: statement.edition.version }),
    say("cli-titre", {
      amount: amount(total),
      provisional: counted.errors > 0 ? 1 : "",
      [hasDebtor ? "debtor" : "members"]: 1,
    }),
    ...(hasDebtor ? [say("cli-cagb", { amount: amount(cagb) })] : []),
    say("cli-communes", { amount: amount(communes) }),
    say("cli-counts", { pupils: count(pupils), schools: count(schools), communes: count(billed.length) }),
    ...mentionsLine(statement, speech),
    say("cli-anomalies", counted),
    ...listAnomalies(anomalies, speech, filesOf(anomalies).size > 1, (count) =>
      morePoints(count, "controles", written, speech),
    ),
  ];
}

/**
 * Lists the mentions left blank in documents that options could fill, like « Contrôles » and the pane; may be empty.
 */
function mentionsLine({ options, campaign }: Statement, speech: Speech): string[] {
  const missing = missingParticulars(options, campaign.convention);
  if (missing.length === 0) return [];
  const list = missing.map(({ label }) => label).join(", ");
  return [commandMessage("cli-mentions", { count: missing.length, list }, speech)];
}

/** Counts the points of each severity, as parameters of messages. */
export function countsOf(anomalies: readonly Anomaly[]): { errors: number; warnings: number; infos: number } {
  const points = pointsOf(anomalies);
  const of = (severity: Severity) => points.filter((point) => point.severity === severity).length;
  return { errors: of("error"), warnings: of("warning"), infos: of("info") };
}

export function filesOf(anomalies: readonly Anomaly[]): ReadonlySet<string> {
  return new Set(anomalies.flatMap(({ file }) => (file === null ? [] : [file])));
}

/**
 * Lists points, errors first, one a line, with the choices that would settle each error. `more` returns the line that
 * counts the anomalies left out of a severity.
 */
export function listAnomalies(
  anomalies: readonly Anomaly[],
  speech: Speech,
  showFile: boolean,
  more: (count: number) => string,
): string[] {
  const points = pointsOf(anomalies);
  return (["error", "warning", "info"] as const).flatMap((severity) => {
    const all = points.filter((point) => point.severity === severity);
    const shown = all.slice(0, mostLines[severity]);
    const rest = all.slice(shown.length).reduce((count, point) => count + point.anomalies.length, 0);
    const lines = shown.flatMap((point) => pointLines(point, speech, showFile));
    return rest === 0 ? lines : [...lines, more(rest)];
  });
}

/** Writes a point on one line, then each choice in the options that would settle it. */
function pointLines(point: Point, speech: Speech, showFile: boolean): string[] {
  const [first, ...others] = point.places.map((place) => placeName(place, showFile));
  const colon = speech.language === "fr" ? "\u00a0: " : ": ";
  const more = morePlaces(others.length, speech);
  const place = first === undefined ? "" : `${first}${more}${colon}`;
  const text = pointMessage(point.anomalies, speech);
  const alike = isOfFirstAlone(point, text, speech)
    ? ` ${commandMessage("cli-anomalies-alike", { count: point.anomalies.length - 1 }, speech)}`
    : "";
  const ways = point.severity === "error" ? waysOut(point, showFile) : [];
  const together = firstOf(ways).length;
  const advice = ways.map((way, index) => {
    const code = index < together ? "cli-way-out" : "cli-other-way-out";
    const entry = entryText(entryOf(way));
    return `    ${commandMessage(code, { list: way.list, entry }, speech)}${valuesOf(way, speech)}`;
  });
  return [`  ${place}${text}${alike}`, ...advice];
}

function morePlaces(count: number, speech: Speech): string {
  if (count === 0) return "";
  return commandMessage(count === 1 ? "cli-more-places-one" : "cli-more-places-other", { count }, speech);
}

/** Returns whether a text is the message of the first anomaly of a point, and others have another message. */
function isOfFirstAlone({ anomalies }: Point, text: string, speech: Speech): boolean {
  const messages = anomalies.map(({ code, params }) => message(code, params, speech));
  return messages[0] === text && messages.some((one) => one !== text);
}

function placeName({ file, sheet, range }: PointPlace, showFile: boolean): string {
  const name = range === null ? (sheet ?? "") : `${sheet}!${range}`;
  return showFile && file !== null ? `[${file}]${name}` : name;
}

/** Returns the possible values of a choice, in the reader's language; the options accept both languages. */
function valuesOf(way: WayOut, { language }: Speech): string {
  const { list, toFill: says } = way;
  if (says === null || says.values.length === 0) return "";
  const kind = way.list === "words" ? way.entry.kind : null;
  const values = language === "fr" ? adviceWordings(list, kind, says.values) : says.values;
  return ` (${values.join(", ")})`;
}

/** The outputs of a run that list every point. */
export interface Written {
  /** The documents of the workbook; empty when it is not written. */
  readonly sheets: readonly KeyedName[];
  readonly json: boolean;
}

/** Says how many more points there are than a list shows, and where all of them are. */
export function morePoints(count: number, sheetKey: string | null, { sheets, json }: Written, speech: Speech) {
  const sheet = sheets.find(({ key }) => key === sheetKey)?.name;
  if (sheet === undefined) return commandMessage(json ? "cli-more-in-json" : "cli-more-nowhere", { count }, speech);
  return commandMessage(json ? "cli-more-anomalies" : "cli-more-on-sheet", { count, sheet }, speech);
}

/** Writes euros in the language of a speech: « 1 011,05 € », “€1,011.05”. */
export function amountIn({ language }: Speech, value: Decimal): string {
  return language === "fr" ? formatEuros(value) : englishEuros(value);
}

/** Writes the difference of an amount with its sign: « +36,86 € », “−€36.86”; without a sign when it is zero. */
export function changeIn(speech: Speech, value: Decimal): string {
  const sign = value.isZero() ? "" : value.isNegative() ? "\u2212" : "+";
  return sign + amountIn(speech, value.abs());
}

/** Writes a whole number with separators of thousands. */
export function countIn({ language }: Speech, value: number): string {
  return grouped(String(value), language === "fr" ? "\u202f" : ",");
}

function englishEuros(value: Decimal): string {
  const [euros = "0", cents = "00"] = formatAmount(value).split(".");
  return `€${grouped(euros, ",")}.${cents}`;
}

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}
