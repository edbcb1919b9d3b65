import { fold } from "../../cells";
import { takeYears, type Nature } from "../../tariff";
import { columnOf } from "../table";
import { schoolIn } from "../words/names";
import { isNote, readStatus, titleKind } from "../words/titles";
import { writtenNature } from "./row-natures";
import type { TableReader } from "./table-reader";

/** What a title row says of the rows below it, until another one says otherwise. */
interface Section {
  readonly nature: Nature | null;
  /** The rows below are of equipment that is not in service, or of another year; the user sets them aside, or must say. */
  readonly leftOut: "spare" | "withdrawn" | "other-year" | "set-aside" | "asked" | null;
}

const none: Section = { nature: null, leftOut: null };
const notYet =
  /^(?:materiels? )?(?:en commande|commandes?|a commander|devis|demandes?|previsions?|prevus?|projets?|besoins?)\b/;
/** What is said to be out or in stock may be named before it. */
const things =
  /\b(?:materiels?|equipements?|postes?|pc|ordinateurs?|machines?|serveurs?|imprimantes?|parc|informatiques?)\b/g;

/** Longer is no title of a few rows. */
const longest = 60;
const roots = (words: string): RegExp => new RegExp(`^(?:${words.trim().split(/\s+/).join("|")})$`);

/** What speaks of a time or of a movement: « Arrivés en cours d’année », « Dotation 2014 », « Depuis la rentrée ». */
const moves = roots(`
  depuis apres avant cours rentree toussaint noel arriv\\w* recue?s? recept\\w* dot\\w+ nouve\\w+ neu(?:f|fs|ve|ves) install\\w* mises? mis
  pose\\w* livr\\w+ achat\\w* achete\\w* acqui\\w* ajout\\w* complement\\w* supplement\\w* renouvel\\w* remplac\\w* transf\\w+ mouvement\\w*
  evolution\\w* deplo\\w+ entree?s? commande\\w* command\\w+ demand\\w* prochain\\w* futur\\w* ancien\\w* retir\\w* retrait\\w* sorti\\w* repris\\w*
  grenier cave debarras garage placards? cartons? archives remise rendu\\w* reform\\w+ dons? donne\\w* prete?s? emprunt\\w* loue\\w* location stock\\w* reserve devis projets? previ\\w+ besoins?
`);
/** What such a title is made of besides: things, times, words that join them. What else it holds makes it a remark. */
const plain = roots(`
  materiels? equipements? postes? pc ordinateurs? machines? serveurs? imprimantes? portables? tablettes? ipads? ecrans? logiciels? peripheriques? pieces?
  informatiques? parc inventaire maintenance service place autres? tous toutes? tout liste etat situation l la le les d de du des en au aux a
  dans pour par sur et ou un une ce cette cet ces annee annees an scolaire campagne exercice date mois premier er eme janvier fevrier mars avril
  mai juin juillet aout septembre octobre novembre decembre ete trimestre semestre debut fin derniere? \\d+ n i ii iii iv
`);

/** A number at the end that is no year. */
const told = /[:(=]\s*\d{1,3}\s*\)?\s*$/;

/** Reads the titles that stand alone on their rows: MAINTENANCE, INSTALLATION, « Matériel réformé », « En stock ». (decisions §4) */
export class Sections {
  current: Section = none;

  constructor(private readonly reader: TableReader) {}

  /**
   * Opens the section that a lone text heads, if it heads one: what the rows below are, told if they do not all count.
   * Returns whether it does.
   */
  open(text: string, row: number, column: number): boolean {
    const section = this.sectionOf(text);
    if (section === null) return false;
    this.current = section;
    const { campaign, readLabel, words } = this.reader.context;
    const { since, years } = readLabel(text);
    const params = { title: text.trim(), word: text.trim() };
    // Some of it is the campaign's, and nothing tells how much.
    const isMixed = since && years[0]! < campaign.year && words.of("nature", text) !== "nothing";
    if (section.leftOut === "other-year" && isMixed) {
      const campaigns = { campaign: campaign.year, before: campaign.year - 1 };
      this.reader.report("error", "rows-since", row, column, { ...params, ...campaigns });
    } else if (section.leftOut === "asked") this.reader.report("error", "unclear-section", row, column, params);
    else if (section.leftOut === "other-year") this.reader.report("info", "other-year-rows-below", row, column, params);
    else if (section.leftOut !== null && section.leftOut !== "set-aside")
      this.reader.report("warning", "rows-not-in-service", row, column, params);
    return true;
  }

  private sectionOf(text: string): Section | null {
    const { context } = this.reader;
    const folded = fold(text);
    if (notYet.test(folded) && !this.opensItems(text)) return { nature: null, leftOut: "spare" };
    const status = readStatus(text) ?? readStatus(folded.replace(things, " "));
    if (status === "out") return { nature: null, leftOut: "withdrawn" };
    if (status === "stock") return { nature: null, leftOut: "spare" };
    // « Installés dans l’année : 2 » is a quantity, of nobody knows what.
    if (told.test(text) && this.opensItems(text)) return { nature: null, leftOut: "asked" };
    const nature = writtenNature(text, context);
    if (nature === "installation" || nature === "maintenance") return { nature, leftOut: null };
    const read = context.readLabel(text);
    const isNature = read.nature === "installation" || read.nature === "maintenance";
    if (read.complete && isNature && read.label.kind !== "prestation") return { nature: null, leftOut: "other-year" };
    if (status === "in-service") return none;
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

  /**
   * Returns what a title's words say of the lines below, or null; asked, if they speak of a time or of a movement and tell no
   * nature.
   */
  private byItsWords(text: string): Section | null {
    const { campaign, words } = this.reader.context;
    if (words.of("nature", text) === "nothing") return { nature: null, leftOut: "set-aside" };
    const spoken = fold(text)
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== "");
    // Over a whole table, « Reçu le 12/11 » may be said of the sheet: only lines are received alone.
    const said = titleKind(text.replace(/\bre[çc]ue?s?\b/gi, "livré"));
    const { years } = takeYears(fold(text));
    const isOfCampaign = years.length === 0 || (years.length === 1 && years[0] === campaign.year);
    const isTitle = spoken.every((word) => moves.test(word) || plain.test(word)) && !/:\s*\S/.test(text);
    const isSure = said !== null && !said.unsure && isTitle && isOfCampaign && !spoken.includes("depuis");
    if (isSure && said.kind === "installations") return { nature: "installation", leftOut: null };
    if (isSure && said.kind === "not-in-service") return { nature: null, leftOut: "spare" };
    if (said?.kind === "inventory" && isOfCampaign) return none;
    // « Nouvelle directrice : Mme Roy » tells something else, where no number is told.
    if (!isTitle && /:\s*[^\d]+$/.test(text)) return null;
    const isUnclear = said !== null || spoken.some((word) => moves.test(word)) || years.length > 0;
    // A year alone asks nothing where each machine has its own date; a movement (« Rendus ») does.
    const isOnlyDated = said === null && !spoken.some((word) => moves.test(word)) && this.current === none;
    if (years.length > 0 && isOnlyDated && this.datesMachines) return none;
    // After rows that are not in service, or new, a title that says nothing may end them or go on.
    return isUnclear || this.current.nature === "installation" || this.current.leftOut !== null
      ? { nature: null, leftOut: "asked" }
      : null;
  }
}
