import { parseArgs } from "node:util";
import project from "../../package.json";
import type { CsvEncoding } from "../documents";
import {
  anomaly,
  commandMessage,
  failure,
  success,
  type Anomaly,
  type CommandCode,
  type Language,
  type Result,
} from "../messages";
import { parseCampaign, type Campaign } from "../tariff";

/** The arguments of a billing. Paths are as the user wrote them. */
export interface Arguments {
  readonly inputs: readonly string[];
  readonly campaign: Campaign;
  readonly out: string | null;
  readonly json: string | null;
  /** The lines of the titre, for an accounting package. */
  readonly csv: string | null;
  /** The titres that the debtor issues, for the debtor's own package. */
  readonly csvCommunes: string | null;
  /** The data source of a mail merge to the communes. */
  readonly publipostage: string | null;
  /** The encoding of the three lists above. */
  readonly encoding: CsvEncoding;
  /** The folder of the PDFs. */
  readonly pdf: string | null;
  readonly options: string | null;
  /** The folder of a convention, which replaces the built-in one. */
  readonly convention: string | null;
  /** The workbook of another campaign, then those read with it; empty when nothing is compared. */
  readonly compare: readonly string[];
  /** A grid to simulate: a data file, or a workbook with a table `Tarifs`. */
  readonly simulate: string | null;
  /** The workbook in which an issued statement was generated. */
  readonly rectify: string | null;
  /** Writes the workbook despite blocking anomalies, without the rows in error. */
  readonly force: boolean;
  readonly overwrite: boolean;
  readonly language: Language;
}

/** The arguments that mark an état of a generated workbook as issued. Paths are as the user wrote them. */
export interface IssueArguments extends Pick<Arguments, "force" | "overwrite" | "language"> {
  readonly input: string;
  readonly out: string;
  /** The JSON file that describes the issue: see `parseIssue`. */
  readonly issued: string;
}

/** The arguments that verify a received workbook. Paths are as the user wrote them. */
export interface VerifyArguments extends Pick<Arguments, "options" | "convention" | "language"> {
  readonly workbook: string;
  /** The other files that its documents were made from. */
  readonly beside: readonly string[];
}

const usage =
  "rebill INPUT… --campaign 2014 [--out OUT.xlsx] [--json OUT.json] [--csv OUT.csv] [--csv-communes OUT.csv] [--publipostage OUT.csv] [--encoding windows-1252] [--pdf FOLDER] [--options FILE] [--convention FOLDER] [--compare WORKBOOK]… [--simulate GRID] [--rectify WORKBOOK] [--force] [--overwrite] [--lang fr|en]";
const usageOfIssue = "rebill WORKBOOK --issued FILE --out OUT.xlsx [--force] [--overwrite] [--lang fr|en]";
const usageOfVerify = "rebill --verify WORKBOOK [INPUT…] [--options FILE] [--convention FOLDER] [--lang fr|en]";

const flags = {
  campaign: { type: "string" },
  out: { type: "string" },
  json: { type: "string" },
  csv: { type: "string" },
  "csv-communes": { type: "string" },
  publipostage: { type: "string" },
  encoding: { type: "string" },
  pdf: { type: "string" },
  options: { type: "string" },
  convention: { type: "string" },
  compare: { type: "string" },
  simulate: { type: "string" },
  rectify: { type: "string" },
  issued: { type: "string" },
  verify: { type: "string" },
  force: { type: "boolean" },
  overwrite: { type: "boolean" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

type Flag = keyof typeof flags;

/** The values given with each flag. */
type Given = ReadonlyMap<Flag, readonly string[]>;

/** The flags that may be given several times. */
const repeatable: ReadonlySet<Flag> = new Set(["compare"]);

/** What the command shows about itself, without billing. */
type Shown = "help" | "version";

/** Reads the arguments; `--help` and `--version` take precedence. Fails at the first fault. (decisions §5) */
export function readArguments(
  argv: readonly string[],
): Result<Arguments | IssueArguments | VerifyArguments | Shown, readonly Refusal[]> {
  const { tokens } = parseArgs({
    args: [...argv],
    options: flags,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const shown of ["help", "version"] as const)
    if (tokens.some((token) => token.kind === "option" && token.name === shown)) return success(shown);
  const inputs: string[] = [];
  const given = new Map<Flag, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") inputs.push(token.value);
    if (token.kind !== "option") continue;
    const fault = faultOf(token, given);
    if (fault !== null) return failure([fault]);
    const flag = token.name as Flag;
    given.set(flag, [...(given.get(flag) ?? []), token.value ?? ""]);
  }
  return check(inputs, given);
}

/** Returns the language of a refusal, even when the arguments cannot be read. */
export function languageOf(argv: readonly string[]): Language {
  return argv.some((arg, index) => arg === "--lang=en" || (arg === "en" && argv[index - 1] === "--lang")) ? "en" : "fr";
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function faultOf({ name, rawName, value, inlineValue }: OptionToken, given: Given): Refusal | null {
  if (!isFlag(name)) return refusal("cli-unknown-flag", { flag: rawName, usage });
  if (given.has(name) && !repeatable.has(name)) return refusal("cli-flag-twice", { flag: rawName });
  if (flags[name].type === "boolean")
    return value === undefined ? null : refusal("cli-useless-value", { flag: rawName });
  const isNextFlag = inlineValue === false && value?.startsWith("-") === true;
  const isBlank = value === undefined || value.trim() === "";
  return isNextFlag || isBlank ? refusal("cli-missing-value", { flag: rawName, usage }) : null;
}

function isFlag(name: string): name is Flag {
  return Object.hasOwn(flags, name);
}

function check(
  inputs: readonly string[],
  given: Given,
): Result<Arguments | IssueArguments | VerifyArguments, readonly Refusal[]> {
  const valueOf = (flag: Flag) => given.get(flag)?.[0] ?? null;
  const language = valueOf("lang") ?? "fr";
  if (language !== "fr" && language !== "en") return refuse("cli-bad-language", { value: language });
  const workbook = valueOf("verify");
  const [options, convention] = [valueOf("options"), valueOf("convention")];
  if (workbook !== null) return checkVerify(inputs, given, { workbook, options, convention, language });
  if (inputs.length === 0 || inputs.includes("")) return refuse("cli-no-input", { usage });
  const issued = valueOf("issued");
  if (issued !== null) return checkIssue(inputs, given, { issued, language });
  const written = valueOf("campaign");
  if (written === null) return refuse("cli-no-campaign");
  const campaign = parseCampaign(written);
  if (campaign === null) return refuse("cli-bad-campaign", { value: written });
  // This list is complete: imported after the list of the issued état, it would be claimed twice.
  if (given.has("csv") && given.has("rectify")) return refuse("cli-csv-rectify", { flag: "--csv" });
  const encoding = encodings.find((one) => one === (valueOf("encoding") ?? "utf-8").toLowerCase());
  if (encoding === undefined) return refuse("cli-bad-encoding", { value: valueOf("encoding") ?? "" });
  if (given.has("encoding") && !lists.some((flag) => given.has(flag))) return refuse("cli-encoding-no-list");
  return success({
    inputs,
    campaign,
    out: valueOf("out"),
    json: valueOf("json"),
    csv: valueOf("csv"),
    csvCommunes: valueOf("csv-communes"),
    publipostage: valueOf("publipostage"),
    encoding,
    pdf: valueOf("pdf"),
    options,
    convention,
    compare: given.get("compare") ?? [],
    simulate: valueOf("simulate"),
    rectify: valueOf("rectify"),
    force: given.has("force"),
    overwrite: given.has("overwrite"),
    language,
  });
}

const encodings = ["utf-8", "windows-1252"] as const satisfies readonly CsvEncoding[];
const lists = ["csv", "csv-communes", "publipostage"] as const satisfies readonly Flag[];

const flagsOfIssue: ReadonlySet<Flag> = new Set(["issued", "out", "force", "overwrite", "lang"]);

function checkIssue(
  inputs: readonly string[],
  given: Given,
  { issued, language }: Pick<IssueArguments, "issued" | "language">,
): Result<IssueArguments, readonly Refusal[]> {
  const other = [...given.keys()].find((flag) => !flagsOfIssue.has(flag));
  if (other !== undefined) return refuse("cli-issued-other-flag", { flag: `--${other}`, usage: usageOfIssue });
  const out = given.get("out")?.[0];
  const [input, second] = inputs;
  if (input === undefined || second !== undefined || out === undefined)
    return refuse("cli-issued-usage", { usage: usageOfIssue });
  return success({ input, out, issued, force: given.has("force"), overwrite: given.has("overwrite"), language });
}

const flagsOfVerify: ReadonlySet<Flag> = new Set(["verify", "options", "convention", "lang"]);

function checkVerify(
  beside: readonly string[],
  given: Given,
  asked: Omit<VerifyArguments, "beside">,
): Result<VerifyArguments, readonly Refusal[]> {
  const other = [...given.keys()].find((flag) => !flagsOfVerify.has(flag));
  if (other !== undefined) return refuse("cli-verify-other-flag", { flag: `--${other}`, usage: usageOfVerify });
  return success({ ...asked, beside });
}

/** The parts of the command line with their help, in the order of the usages. */
const parts = [
  ["INPUT…", "cli-help-input"],
  ["--campaign 2014", "cli-help-campaign"],
  ["--out OUT.xlsx", "cli-help-out"],
  ["--json OUT.json", "cli-help-json"],
  ["--csv OUT.csv", "cli-help-csv"],
  ["--csv-communes OUT.csv", "cli-help-csv-communes"],
  ["--publipostage OUT.csv", "cli-help-publipostage"],
  ["--encoding windows-1252", "cli-help-encoding"],
  ["--pdf FOLDER", "cli-help-pdf"],
  ["--options FILE", "cli-help-options"],
  ["--convention FOLDER", "cli-help-convention"],
  ["--compare WORKBOOK", "cli-help-compare"],
  ["--simulate GRID", "cli-help-simulate"],
  ["--rectify WORKBOOK", "cli-help-rectify"],
  ["--issued FILE", "cli-help-issued"],
  ["--verify WORKBOOK", "cli-help-verify"],
  ["--force", "cli-help-force"],
  ["--overwrite", "cli-help-overwrite"],
  ["--lang fr|en", "cli-help-lang"],
  ["-h, --help", "cli-help-help"],
  ["--version", "cli-help-version"],
] as const satisfies readonly (readonly [string, CommandCode])[];

/** Returns the lines that `--help` or `--version` shows. */
export function linesOf(shown: Shown, language: Language): string[] {
  if (shown === "version") return [project.version];
  const widest = Math.max(...parts.map(([part]) => part.length));
  const billing = commandMessage("cli-help-usage", { usage }, language);
  const margin = " ".repeat(billing.length - usage.length);
  return [
    billing,
    ...[usageOfIssue, usageOfVerify].map((other) => margin + other),
    "",
    ...parts.map(([part, code]) => `  ${part.padEnd(widest)}  ${commandMessage(code, {}, language)}`),
    "",
    commandMessage("cli-help-exit", {}, language),
  ];
}

/** Why the command cannot go on, with a code of its own or of a module that it calls. */
export type Refusal = Anomaly<CommandCode>;

export function refusal(code: CommandCode, params: Refusal["params"] = {}): Refusal {
  return anomaly("error", code, params);
}

export function refuse(code: CommandCode, params: Refusal["params"] = {}) {
  return failure([refusal(code, params)]);
}

/** Returns refusals in one line: the first fault, with its place, and the number of others. */
export function refusalLine([first, ...others]: readonly Refusal[], language: Language): string {
  if (first === undefined) throw new Error("A refusal says why.");
  const { code, params, file, sheet, cell } = first;
  const name = [sheet, cell].filter((part) => part !== null).join("!");
  const place =
    sheet === null ? "" : `${file === null ? "" : `[${file}]`}${name}${language === "fr" ? "\u00a0: " : ": "}`;
  const line = (place + commandMessage(code, params, language)).replace(/\s*[\r\n]+\s*/g, " ");
  return others.length === 0 ? line : commandMessage("cli-and-more", { message: line, count: others.length }, language);
}
