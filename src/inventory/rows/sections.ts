import { isBlank } from "../../cells";
import type { Nature } from "../../tariff";
import { columnOf } from "../column";
import { writtenNature } from "./row-natures";
import type { TableReader } from "./table-reader";
import { flowCampaign } from "../texts/installed-span";
import { schoolIn } from "../texts/school-names";
import { eventsIn } from "../texts/free-text";
import { mayUndo, saysNothingOfDue, sectionReading } from "../texts/section";
import { readStatus } from "../texts/state";
import { isNote, titleKind } from "../texts/title";

/** What a title row says of the rows below it, until another one says otherwise. */
interface Section {
  readonly nature: Nature | null;
  /** The rows below are of equipment that is not in service, or of another year; the user sets them aside, or must say. */
  readonly leftOut: "spare" | "withdrawn" | "other-year" | "set-aside" | "asked" | null;
}

const none: Section = { nature: null, leftOut: null };

/** A title whose rows are left out, and may take their schools with them: zero-based, as the table is read. */
export interface UndueSection {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  /** The user said that what stands below is not due; else the title says that schools left. */
  readonly isSaid: boolean;
  readonly rows: number[];
}

/** Longer is no title of a few rows. */
const longest = 60;
/** A number at the end that is no year. */
const told = /[:(=]\s*\d{1,3}\s*\)?\s*$/;

/** Reads the titles that stand alone on their rows: MAINTENANCE, INSTALLATION, « Matériel réformé », « En stock ». (decisions §4) */
export class Sections {
  current: Section = none;
  /** The section is of a text that was asked about, or answered: a text that changes nothing ends it. */
  private wasAsked = false;
  /** The titles whose rows are left out, of what may be schools. */
  readonly undue: UndueSection[] = [];
  /** That of the rows below, where it is one of them. */
  private lastUndue: UndueSection | null = null;

  constructor(
    private readonly reader: TableReader,
    /** Columns in which an equipment or a commune may stand. */
    private readonly namesOthers: readonly (number | null)[],
  ) {}

  /** Opens the section that a lone text heads and reports the rows that do not count; returns whether it heads one. */
  open(text: string, row: number, column: number): boolean {
    const read = this.sectionOf(text);
    if (read === null) return false;
    const isDoubtful = read.leftOut !== null && this.standsAside(row, column);
    const section: Section = isDoubtful ? { ...read, leftOut: "asked" } : read;
    this.current = section;
    this.wasAsked = false;
    this.noteUndue(text, row, column);
    const { campaign, readLabel, words } = this.reader.context;
    const label = readLabel(text);
    const params = { title: text.trim(), word: text.trim() };
    // Some of it is the campaign's, and nothing tells how much.
    const isMixed =
      label.nature === "installation" &&
      flowCampaign(label, campaign) === "mixed" &&
      words.of("nature", text) !== "nothing";
    if (section.leftOut === "other-year" && isMixed) {
      const campaigns = { campaign: campaign.year, before: campaign.year - 1 };
      this.reader.report("error", "rows-since", row, column, { ...params, ...campaigns });
    } else if (section.leftOut === "asked") this.reader.report("error", "unclear-section", row, column, params);
    else if (section.leftOut === "other-year") this.reader.report("info", "other-year-rows-below", row, column, params);
    else if (section.leftOut !== null && section.leftOut !== "set-aside")
      this.reader.report("warning", "rows-not-in-service", row, column, params);
    return true;
  }

  /** Asks what the rows below a lone text are, unless all its words change nothing; returns whether it did. (decisions §4, Proof) */
  ask(text: string, row: number, column: number): boolean {
    const { campaign, texts, words } = this.reader.context;
    const said = words.of("state", text);
    if (said === null && !this.mayBeUndue(text, column, campaign.year)) {
      if (this.wasAsked) this.current = none;
      this.wasAsked = false;
      return false;
    }
    const leftOut = said === null ? "asked" : said === "out" || said === "stock" ? "set-aside" : null;
    this.current = { nature: null, leftOut };
    this.wasAsked = true;
    this.noteUndue(text, row, column);
    const unread = texts.read(text, "section").unread.join(" ");
    const params = { title: text.trim(), word: text.trim(), ...(unread !== "" && { unread }) };
    if (leftOut === "asked") this.reader.report("error", "unread-section", row, column, params);
    return true;
  }

  /** Notes that a row is left out by the title above it. */
  passOver(row: number): void {
    this.lastUndue?.rows.push(row);
  }

  private noteUndue(text: string, row: number, column: number): void {
    const { leftOut } = this.current;
    const isSaid = leftOut === "set-aside";
    const isUndue = isSaid || ((leftOut === "withdrawn" || leftOut === "spare") && sectionReading(text).isOfSchools);
    this.lastUndue = isUndue ? { text: text.trim(), row, column, isSaid, rows: [] } : null;
    if (this.lastUndue !== null) this.undue.push(this.lastUndue);
  }

  /** Returns whether a lone text may say that the rows below are not billed; of notes and names, only words that say so count. */
  private mayBeUndue(text: string, column: number, campaign: number): boolean {
    if (isNote(text)) return eventsIn(text).ofSchool.size > 0;
    const reading = this.reader.context.texts.read(text, "section");
    const isOther = this.namesOthers.includes(column);
    return isOther ? reading.meanings.some(mayUndo) : !saysNothingOfDue(reading, campaign);
  }

  /** Returns whether a text stands beside communes that the rows around it write: it may be said of the school above it alone. */
  private standsAside(row: number, column: number): boolean {
    const commune = columnOf(this.reader.table, "commune");
    if (commune === null || commune.index >= column) return false;
    return [row - 1, row + 1].every((at) => !isBlank(this.reader.cell(at, commune.index)));
  }

  private sectionOf(text: string): Section | null {
    const { context } = this.reader;
    const state = context.words.of("state", text);
    if (state === "in-service") return none;
    if (state === "out" || state === "stock" || context.words.of("nature", text) === "nothing")
      return { nature: null, leftOut: "set-aside" };
    if (sectionReading(text).isNotYet && !this.opensItems(text)) return { nature: null, leftOut: "spare" };
    const status = readStatus(text);
    if (status === "out") return { nature: null, leftOut: "withdrawn" };
    if (status === "stock") return { nature: null, leftOut: "spare" };
    // « Installés dans l’année : 2 » is a quantity, of nobody knows what.
    if (told.test(text) && this.opensItems(text)) return { nature: null, leftOut: "asked" };
    const nature = writtenNature(text, context);
    if (nature === "installation" || nature === "maintenance") return { nature, leftOut: null };
    const read = context.readLabel(text);
    const isNature = read.nature === "installation" || read.nature === "maintenance";
    if (read.complete && isNature && read.label.kind !== "prestation") return { nature: null, leftOut: "other-year" };
    if (status === "in-service" && !context.texts.read(text, "section").meanings.some(mayUndo)) return none;
    return this.opensItems(text) ? this.byItsWords(text) : null;
  }

  /** Returns whether a text is a title over lines that name prestations: none of them, nor a school's or a commune's name. */
  private opensItems(text: string): boolean {
    const { table, context } = this.reader;
    if (columnOf(table, "label") === null || text.length > longest || isNote(text)) return false;
    if (context.readLabel(text).label.kind !== "none" || schoolIn(text) !== null) return false;
    return context.directory.find(text).kind === "unknown";
  }

  private get datesMachines(): boolean {
    return this.reader.table.layout === "machine-rows" && columnOf(this.reader.table, "date-in") !== null;
  }

  /** Returns the section that a title's words open, asked when they speak of a time or a movement without a nature; null when none. */
  private byItsWords(text: string): Section | null {
    const { campaign, words } = this.reader.context;
    if (words.of("nature", text) === "nothing") return { nature: null, leftOut: "set-aside" };
    const { isMovement, isTitle: isRead, years } = sectionReading(text);
    // Over a whole table, « Reçu le 12/11 » may be said of the sheet: only lines are received alone.
    const said = titleKind(text.replace(/\bre[çc]ue?s?\b/gi, "livré"), campaign.snapshot);
    const isOfCampaign = years.length === 0 || (years.length === 1 && years[0] === campaign.year);
    const isTitle = isRead && !/:\s*\S/.test(text);
    const isSure = said !== null && !said.unsure && isTitle && isOfCampaign && !/\bdepuis\b/i.test(text);
    if (isSure && said.kind === "installations") return { nature: "installation", leftOut: null };
    if (isSure && said.kind === "not-in-service") return { nature: null, leftOut: "spare" };
    if (said?.kind === "inventory" && isOfCampaign) return none;
    // « Nouvelle directrice : Mme Roy » tells something else, where no number is told.
    if (!isTitle && /:\s*[^\d]+$/.test(text)) return null;
    const isUnclear = said !== null || isMovement || years.length > 0;
    // A year alone asks nothing where each machine has its own date; a movement (« Rendus ») does.
    const isOnlyDated = said === null && !isMovement && this.current === none;
    if (years.length > 0 && isOnlyDated && this.datesMachines) return none;
    // After rows that are not in service, or new, a title that says nothing may end them or go on.
    return isUnclear || this.current.nature === "installation" || this.current.leftOut !== null
      ? { nature: null, leftOut: "asked" }
      : null;
  }
}
