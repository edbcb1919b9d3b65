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

/** The effect of a section title on the rows below it, up to the next one. */
interface Section {
  readonly nature: Nature | null;
  /**
   * Why the rows below are left out: equipment out of service or of another year, or a choice of the user; `asked`: the
   * user must decide. Null when they are read.
   */
  readonly leftOut: "spare" | "withdrawn" | "other-year" | "set-aside" | "asked" | null;
}

const none: Section = { nature: null, leftOut: null };

/**
 * A title whose rows are left out or asked about, possibly with their schools; row and column are zero-based in the
 * table's orientation.
 */
export interface UndueSection {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  /** Whether the user chose that the rows below are not due. */
  readonly isChosen: boolean;
  /** Whether it may concern schools: by that choice, or because the title mentions that schools left. */
  readonly isOfSchools: boolean;
  readonly rows: number[];
}

/** The longest section title, in characters. */
const longest = 60;
/** A final number that is not a year. */
const finalNumber = /[:(=]\s*\d{1,3}\s*\)?\s*$/;

/**
 * Reads the section titles, alone in their rows: MAINTENANCE, INSTALLATION, « Matériel réformé », « En stock ».
 * (decisions §4)
 */
export class Sections {
  current: Section = none;
  /** Whether the current section comes from a question, answered or not: a text without effect ends it. */
  private wasAsked = false;
  /** The titles whose rows are left out or asked about. */
  readonly undue: UndueSection[] = [];
  /** The current one, if the current section is one of them. */
  private lastUndue: UndueSection | null = null;

  constructor(
    private readonly reader: TableReader,
    /** The columns where equipment or a commune may be named. */
    private readonly namesOthers: readonly (number | null)[],
  ) {}

  /**
   * Opens the section of a lone text, and reports rows that are not counted; returns whether the text is a section
   * title.
   */
  open(text: string, row: number, column: number): boolean {
    const read = this.sectionOf(text);
    if (read === null) return false;
    const isDoubtful = read.leftOut !== null && this.isBesideCommunes(row, column);
    const section: Section = isDoubtful ? { ...read, leftOut: "asked" } : read;
    this.current = section;
    this.wasAsked = false;
    this.noteUndue(text, row, column);
    const { campaign, readLabel, words } = this.reader.context;
    const label = readLabel(text);
    const params = { title: text.trim(), word: text.trim() };
    // Part of it is of the campaign, and nothing tells how much.
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

  /**
   * Asks what the rows below a lone text are, unless all its words are without effect; returns whether it did.
   * (decisions §4, Proof)
   */
  ask(text: string, row: number, column: number): boolean {
    const { campaign, texts, words } = this.reader.context;
    const chosen = words.of("state", text);
    if (chosen === null && !this.mayBeUndue(text, column, campaign.year)) {
      if (this.wasAsked) this.current = none;
      this.wasAsked = false;
      return false;
    }
    const leftOut = chosen === null ? "asked" : chosen === "out" || chosen === "stock" ? "set-aside" : null;
    this.current = { nature: null, leftOut };
    this.wasAsked = true;
    this.noteUndue(text, row, column);
    const unread = texts.read(text, "section").unread.join(" ");
    const params = { title: text.trim(), word: text.trim(), ...(unread !== "" && { unread }) };
    if (leftOut === "asked") this.reader.report("error", "unread-section", row, column, params);
    return true;
  }

  /** Records a row left out by the title above it. */
  passOver(row: number): void {
    this.lastUndue?.rows.push(row);
  }

  private noteUndue(text: string, row: number, column: number): void {
    const { leftOut } = this.current;
    const isChosen = leftOut === "set-aside";
    const isOfSchools =
      isChosen || ((leftOut === "withdrawn" || leftOut === "spare") && sectionReading(text).isOfSchools);
    const rows: number[] = [];
    this.lastUndue = leftOut === null ? null : { text: text.trim(), row, column, isChosen, isOfSchools, rows };
    if (this.lastUndue !== null) this.undue.push(this.lastUndue);
  }

  /**
   * Returns whether a lone text may mean that the rows below are not billed. Notes and names count only if their words
   * mean it.
   */
  private mayBeUndue(text: string, column: number, campaign: number): boolean {
    if (isNote(text)) return eventsIn(text).ofSchool.size > 0;
    const reading = this.reader.context.texts.read(text, "section");
    const isOther = this.namesOthers.includes(column);
    return isOther ? reading.meanings.some(mayUndo) : !saysNothingOfDue(reading, campaign);
  }

  /**
   * Returns whether a text is beside a commune column filled above and below it: it may only concern the school above.
   */
  private isBesideCommunes(row: number, column: number): boolean {
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
    // « Installés dans l’année : 2 » is a quantity of something unknown.
    if (finalNumber.test(text) && this.opensItems(text)) return { nature: null, leftOut: "asked" };
    const nature = writtenNature(text, context);
    if (nature === "installation" || nature === "maintenance") return { nature, leftOut: null };
    const read = context.readLabel(text);
    const isNature = read.nature === "installation" || read.nature === "maintenance";
    if (read.complete && isNature && read.label.kind !== "prestation") return { nature: null, leftOut: "other-year" };
    if (status === "in-service" && !context.texts.read(text, "section").meanings.some(mayUndo)) return none;
    return this.opensItems(text) ? this.byItsWords(text) : null;
  }

  /**
   * Returns whether a text may be a title above rows of prestations: neither a prestation, nor the name of a school or
   * a commune.
   */
  private opensItems(text: string): boolean {
    const { table, context } = this.reader;
    if (columnOf(table, "label") === null || text.length > longest || isNote(text)) return false;
    if (context.readLabel(text).label.kind !== "none" || schoolIn(text) !== null) return false;
    return context.directory.find(text).kind === "unknown";
  }

  private get datesMachines(): boolean {
    return this.reader.table.layout === "machine-rows" && columnOf(this.reader.table, "date-in") !== null;
  }

  /**
   * Returns the section that the words of a title open, `asked` when they mention a time or a movement without a
   * nature; null when there is none.
   */
  private byItsWords(text: string): Section | null {
    const { campaign, words } = this.reader.context;
    if (words.of("nature", text) === "nothing") return { nature: null, leftOut: "set-aside" };
    const { isMovement, isTitle: isRead, years } = sectionReading(text);
    // As the title of a whole table, « Reçu le 12/11 » may concern the document; as a section title, it concerns
    // machines.
    const kind = titleKind(text.replace(/\bre[çc]ue?s?\b/gi, "livré"), campaign.snapshot);
    const isOfCampaign = years.length === 0 || (years.length === 1 && years[0] === campaign.year);
    const isTitle = isRead && !/:\s*\S/.test(text);
    const isSure = kind !== null && !kind.unsure && isTitle && isOfCampaign && !/\bdepuis\b/i.test(text);
    if (isSure && kind.kind === "installations") return { nature: "installation", leftOut: null };
    if (isSure && kind.kind === "not-in-service") return { nature: null, leftOut: "spare" };
    if (kind?.kind === "inventory" && isOfCampaign) return none;
    // « Nouvelle directrice : Mme Roy » is about something else, without a number.
    if (!isTitle && /:\s*[^\d]+$/.test(text)) return null;
    const isUnclear = kind !== null || isMovement || years.length > 0;
    // A year alone does not matter when each machine has its own date; a movement (« Rendus ») does.
    const isOnlyDated = kind === null && !isMovement && this.current === none;
    if (years.length > 0 && isOnlyDated && this.datesMachines) return none;
    // After rows out of service, or new, a title without a known meaning may end the section or continue it.
    return isUnclear || this.current.nature === "installation" || this.current.leftOut !== null
      ? { nature: null, leftOut: "asked" }
      : null;
  }
}
