import { fold, memoByText, wordSet, type Cell } from "../../cells";
import { takeYears, type CommuneDirectory, type LabelReading } from "../../tariff";

/** What a total row sums: a part, everything; an average sums nothing. */
export type TotalKind = "subtotal" | "total" | "average";

/** Words that a total is called by. */
const totals = wordSet(
  "total totale totaux tot soustotal soustotaux somme sommes ensemble cumul cumuls recap recapitulatif",
);
const averages = wordSet("moyenne moyennes moy");
/** Words that say of what, without naming anything. */
const wide = wordSet(
  "general generale generaux global globale globaux final finale agglo agglomeration cagb toutes tous toute tout " +
    "ecole ecoles commune communes etablissement etablissements site sites sous s st e es",
);
const small = wordSet("le la les l de du des d au aux a en et par pour sur annee campagne dont n 1 11 01 er");
/** Levels and kinds of schools. */
const levels = wordSet(
  "maternelle maternelles mat elementaire elementaires elem primaire primaires preelementaire tps ps ms gs cp ce ce1 ce2 cm cm1 cm2 ulis clis " +
    "cycle cycle1 cycle2 cycle3 niveau niveaux classe classes",
);
const sections = /\b(?:toute )?(?:petite|moyenne|grande)s? sections?\b/g;
const spaced = /\b(?:[a-z] ){3,}[a-z]\b/g;
const subtotal = /^(?:s(?:ous)?[ /.]+t(?:ot|otal|otaux)?\b|st\b.*\btot)/;
const headed = /^(?:total|totaux|tot|recap|recapitulatif)\b/;
/** « Soit », « 2 écoles », « (les deux) » where schools are named: anywhere else, they are remarks. */
const theseSchools =
  /^\W*(?:(?:soit|pour)\W+)?(?:les )?(?:\d+|deux|trois|quatre|cinq|six) (?:ecoles|etablissements|sites)\W*$|^\W*les (?:deux|trois|\d)\W*$|^\W*soit\W*$/;
const everySchool = /\btou(?:te)?s (?:les )?(?:ecoles|communes|etablissements|sites)\b/;

/** As a pivot table names the field that it sums, one for each prestation: the row is that prestation's. */
const summed = /^\s*somme d(?:e\s|['’])\s*(.+)$/i;

/** Whether nothing is left of words that name something: a commune, a prestation. */
type IsNamed = (words: string) => boolean;

function opened(text: string): string {
  return (
    fold(text)
      .replace(spaced, (letters) => letters.replaceAll(" ", ""))
      .replace(/\btotalgenera(l|ux)\b/g, "total genera$1")
      .replace(/\bsoustota(l|ux)\b/g, "sous tota$1")
      // Besançon alone is one of the communes.
      .replace(/\bgrand besancon\b/g, "agglo")
      .replace(sections, " ")
  );
}

function tokens(text: string): string[] {
  return takeYears(text)
    .rest.split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** Words that are of any total, and name nothing that it is of. */
const ofTotals = new Set([...totals, ...averages, ...small, ...levels]);

function read(text: string, isNamed: IsNamed, isName: boolean): TotalKind | null {
  const folded = opened(text);
  if (isName && theseSchools.test(folded)) return "subtotal";
  const words = tokens(folded);
  const has = (among: ReadonlySet<string>): boolean => words.some((word) => among.has(word));
  const [isSum, isAverage, isSubtotal] = [has(totals), has(averages), subtotal.test(folded)];
  if (!isSum && !isAverage && !isSubtotal && !everySchool.test(folded)) return null;
  const rest = words.filter((word) => !ofTotals.has(word) && !/^\d+$/.test(word));
  const left = rest.filter((word) => !wide.has(word));
  const isWhole = left.length === 0 || isNamed(rest.join(" ")) || isNamed(left.join(" "));
  // « Total secteur Est » heads a total all the same where names stand; « Ensemble scolaire Jean Moulin » is a school.
  if (!isWhole && !(isName && (isSubtotal || headed.test(folded)))) return null;
  if (isAverage && !isSum) return "average";
  return isSubtotal || left.length > 0 || has(levels) || words.includes("commune") ? "subtotal" : "total";
}

/** What cannot be the label of a total is told at once: labels of details differ on every row. */
const mayHead =
  /\bsoit\b|\bles (?:deux|trois|\d)|[ée]coles|[ée]tablissements|sites|t\W?o\W?t|somme|ensemble|cumul|moy|r[ée]cap|tou(?:te)?s|^\W*s\W{0,2}t\b/i;
const longest = 60;

const namedOnce = memoByText((text) => read(text, () => false, true));

/** Returns what a text that heads a total row sums, by its words alone; null when it heads none. */
export function totalKind(text: string): TotalKind | null {
  return text.length <= longest && mayHead.test(text) ? namedOnce(text) : null;
}

/** Returns whether a cell of a row heads a total: « Total : 25 élèves ». */
export function saysTotal(cells: readonly Cell[]): boolean {
  return cells.some((cell) => typeof cell === "string" && totalKind(cell) !== null);
}

/** Words of `wide` that say one commune, or one school: of several there. */
const single = wordSet("commune ecole etablissement site sous s st e es");

/** Returns whether the text says that the total is of everything: « TOTAL GÉNÉRAL ». */
export function isGrandTotal(text: string): boolean {
  return totalKind(text) === "total" && tokens(opened(text)).some((word) => wide.has(word) && !single.has(word));
}

/** What heads a total row, communes and prestations known; `isName`: in a column of names, where « Total… » says enough. */
export type TotalReader = (text: string, isName: boolean) => TotalKind | null;

/** Makes the reader of totals' labels for one directory and one grid, remembered by text. */
export function totalReader(directory: CommuneDirectory, readLabel: (text: string) => LabelReading): TotalReader {
  const isNamed = (words: string): boolean => {
    if (directory.find(words).kind !== "unknown") return true;
    const { label, complete } = readLabel(words);
    return label.kind !== "none" || complete;
  };
  const isSummed = (text: string): boolean => {
    const [, of] = summed.exec(text) ?? [];
    return of !== undefined && readLabel(of).label.kind === "prestation";
  };
  const named = memoByText((text) => (isSummed(text) ? null : read(text, isNamed, true)));
  const strict = memoByText((text) => (isSummed(text) ? null : read(text, isNamed, false)));
  return (text, isName) => (text.length > longest || !mayHead.test(text) ? null : isName ? named(text) : strict(text));
}
