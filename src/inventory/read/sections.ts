import { fold } from "../../cells";
import type { Nature } from "../../tariff";
import { writtenNature } from "./nature";
import type { TableReading } from "./reading-table";
import { readStatus } from "./status";

/** What a title row says of the rows below it, until another one says otherwise. */
export interface Section {
  readonly nature: Nature | null;
  /** The rows below are of equipment that is not in service, or of another year. */
  readonly leftOut: "spare" | "withdrawn" | "other-year" | null;
}

const none: Section = { nature: null, leftOut: null };
const notYet =
  /^(?:materiels? )?(?:en commande|commandes?|a commander|devis|demandes?|previsions?|prevus?|projets?|besoins?)\b/;
/** What is said to be out or in stock may be named before it. */
const things =
  /\b(?:materiels?|equipements?|postes?|pc|ordinateurs?|machines?|serveurs?|imprimantes?|parc|informatiques?)\b/g;

/** Reads the titles that stand alone on their rows: MAINTENANCE, INSTALLATION, « Matériel réformé », « En stock ». (decisions §4) */
export class Sections {
  current: Section = none;

  constructor(private readonly reading: TableReading) {}

  /** True where a lone text opens a section: what the rows below are. */
  open(text: string, row: number, column: number): boolean {
    const section = this.sectionOf(text);
    if (section === null) return false;
    this.current = section;
    const { campaign, readLabel, words } = this.reading.tools;
    const { since, years } = readLabel(text);
    const params = { title: text.trim(), word: text.trim() };
    if (
      section.leftOut === "other-year" &&
      since &&
      years[0]! < campaign.year &&
      words.of("nature", text) !== "nothing"
    )
      // Some of it is the campaign's, and nothing tells how much.
      this.reading.report("error", "rows-since", row, column, {
        ...params,
        campaign: campaign.year,
        before: campaign.year - 1,
      });
    else if (section.leftOut === "other-year")
      this.reading.report("info", "other-year-rows-below", row, column, params);
    else if (section.leftOut !== null) this.reading.report("warning", "rows-not-in-service", row, column, params);
    return true;
  }

  private sectionOf(text: string): Section | null {
    const { tools } = this.reading;
    const folded = fold(text);
    if (notYet.test(folded)) return { nature: null, leftOut: "spare" };
    const status = readStatus(text) ?? readStatus(folded.replace(things, " "));
    if (status === "out") return { nature: null, leftOut: "withdrawn" };
    if (status === "stock") return { nature: null, leftOut: "spare" };
    const nature = writtenNature(text, tools);
    if (nature === "installation" || nature === "maintenance") return { nature, leftOut: null };
    const read = tools.readLabel(text);
    const isNature = read.nature === "installation" || read.nature === "maintenance";
    if (!read.complete || !isNature || read.label.kind === "prestation") return status === "in-service" ? none : null;
    return { nature: null, leftOut: "other-year" };
  }
}
