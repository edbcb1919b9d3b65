import { Decimal } from "decimal.js";
import { formatChange, formatEuros } from "../money";
import type { Change, CommuneTotal, Line, Statement } from "../statement";
import { machineCodes, natures, type Grid, type TariffRow } from "../tariff";
import type { FicheParts } from "./fiche-lines";
import { billedSchools, hasDebtorPart, isCounted, leftOutOf, linesOf, pupilsOf, unitsOf } from "./kit/billed";
import { writeBoxes, type BoxLine } from "./kit/boxes";
import { percent } from "./kit/charts";
import { handEditedFigure, type HandEdits } from "./kit/hand-edits";
import { lettersAcross } from "./kit/measure";
import type { Page } from "./kit/page";
import type { Say } from "./kit/say";
import { styles } from "./kit/styles";
import type { WrongQuantity } from "./wrong-quantities";

/** The change since the compared campaign, and its wording. */
interface ChangeShown extends Change {
  readonly than: string;
  readonly within: string;
}

/** Figures besides the billed amounts. */
export interface FiguresShown {
  /** Null when the commune is not compared. */
  readonly change: ChangeShown | null;
  /** The quantities to correct before they are counted. */
  readonly wrong: readonly WrongQuantity[];
  readonly edits: HandEdits;
}

/** Writes what a commune's share is made of in a few figures, side by side. */
export function writeFigures(
  page: Page,
  total: CommuneTotal,
  statement: Statement,
  { parts: { quarters, screen }, change, wrong, edits }: FiguresShown & { readonly parts: FicheParts },
): void {
  const { say } = page;
  const { grid } = statement;
  const leftOut = leftOutOf(total, statement);
  const counted = [...linesOf(total), ...leftOut];
  const [, second, third] = quarters;
  const common = [
    schoolsAndPupils(total, grid, { wrong, say }),
    machines(counted, grid, { wrong, widths: page.widths.slice(second, third) }),
    change === null ? [] : changeOf(change),
  ].filter(({ length }) => length > 0);
  const parts = hasDebtorPart(statement) ? sharesOf(total, leftOut.length > 0, say) : naturesOf(total);
  // Both parts in a box, or each in its own: there are four.
  const figures = [...common, ...(common.length < 3 ? parts.apart : [parts.together])];
  const instead = [handEditedFigure.figure, handEditedFigure.note];
  writeBoxes(
    page,
    figures.map((lines, index) => ({
      from: quarters[index]!,
      to: (index === figures.length - 1 ? screen : quarters[index + 1]!) - 1,
      lines: lines.map((line, at) => ({ ...line, guard: (cell) => edits.guard(cell, instead[at]) })),
    })),
  );
}

function figure(value: string, note: string): BoxLine[] {
  return [
    { text: value, style: styles.figure },
    { text: note, style: styles.smallGrey },
  ];
}

function schoolsAndPupils(
  total: CommuneTotal,
  grid: Grid,
  { wrong, say }: { readonly wrong: readonly WrongQuantity[]; readonly say: Say },
): BoxLine[] {
  const schools = billedSchools(total);
  const counted = `${grouped(schools)} ${say(schools > 1 ? "[écoles]" : "[école]")}`;
  if (!isCounted(grid, "pupils")) return figure(counted, "");
  const isWrong = wrong.some(({ tariff }) => tariff.counts === "pupils");
  return figure(counted, plural(pupilsOf(total), "élève") + (isWrong ? "\u202f; un effectif est à corriger" : ""));
}

/**
 * Returns the number of workstations in service or, when the tariff has none, the units of the two most billed
 * prestations; only the first one when the columns are too narrow for both.
 */
function machines(
  lines: readonly Line[],
  grid: Grid,
  { wrong, widths }: { readonly wrong: readonly WrongQuantity[]; readonly widths: readonly number[] },
): BoxLine[] {
  if (isCounted(grid, "workstations"))
    return workstations(
      lines,
      wrong.filter(({ tariff }) => isWorkstation(tariff)),
    );
  const textOf = (most: readonly TariffRow[]) => most.map((tariff) => units(lines, tariff)).join(" · ");
  const two = mostBilled(lines).slice(0, 2);
  const most = textOf(two).length <= lettersAcross(widths, styles.figure) - frameLetters ? two : two.slice(0, 1);
  return most.length === 0 ? [] : figure(textOf(most), most.map(({ prestation }) => prestation).join(" · "));
}

/** Letters that a frame and its indent take of a line. */
const frameLetters = 3;

function units(lines: readonly Line[], { code, unit }: TariffRow): string {
  const counts = natures.map((nature) => unitsOf(lines, nature, (tariff) => tariff.code === code));
  return plural(Math.max(...counts), unit.split(/[\s/(]/)[0]!).replace(" ", "\u00a0");
}

/** Returns the prestations of lines, the largest amounts first, except those billed per pupil or once per school. */
function mostBilled(lines: readonly Line[]): TariffRow[] {
  const amounts = new Map<TariffRow, Decimal>();
  for (const { tariff, amount } of lines)
    if (tariff.counts === "units" && tariff.perSite !== 1) amounts.set(tariff, amount.plus(amounts.get(tariff) ?? 0));
  return [...amounts].sort(([, a], [, b]) => b.comparedTo(a)).map(([tariff]) => tariff);
}

function workstations(lines: readonly Line[], wrong: readonly WrongQuantity[]): BoxLine[] {
  const inService = unitsOf(lines, "maintenance", isWorkstation);
  if (wrong.length > 0) {
    const note = wrong.length === 1 ? "une quantité de postes est" : `${wrong.length} quantités de postes sont`;
    return figure(`${plural(inService, "poste")} ${inService > 1 ? "comptés" : "compté"}`, `${note} à corriger`);
  }
  const [standard, specific] = [machineCodes.standard, machineCodes.specific].map((own) =>
    unitsOf(lines, "maintenance", ({ code }) => code === own),
  ) as [number, number];
  const installed = unitsOf(lines, "installation", isWorkstation);
  // Another grid may count other kinds.
  const areAllKinds = specific > 0 && standard + specific === inService;
  const kinds = areAllKinds ? `\u00a0: ${grouped(standard)} standard, ${plural(specific, "spécifique")}` : "";
  // Some may have left since: they are not among those in service.
  const ofYear = installed === 0 ? "" : `\u202f; ${plural(installed, "posé").replace(" ", "\u00a0")} dans l’année`;
  return figure(plural(inService, "poste"), `en service${kinds}${ofYear}`);
}

const isWorkstation = ({ counts }: TariffRow): boolean => counts === "workstations";

function plural(count: number, name: string): string {
  return `${grouped(count)} ${name}${count > 1 && !/[sxz]$/.test(name) ? "s" : ""}`;
}

/** Returns by how much a share changed, « +621,45 € », and what it was, with the change in percent. */
function changeOf({ before, difference, than, within }: ChangeShown): BoxLine[] {
  const value = difference.isZero() ? "Sans changement" : formatChange(difference);
  if (before.isZero()) return figure(value, `aucune quote-part ${within}`);
  const ratio = difference.div(before).toDecimalPlaces(3);
  const sign = ratio.isZero() ? "" : ratio.isNegative() ? "\u2212" : "+";
  const part = difference.isZero() ? "" : `, soit ${sign}${percent(ratio.abs())}`;
  return figure(value, `par rapport à ${than} (${formatEuros(before)})${part}`);
}

/** Two parts of an amount, in one box or in two. */
interface Parts {
  readonly together: BoxLine[];
  readonly apart: readonly BoxLine[][];
}

/** Returns both parts of the cost of a commune; only the debtor's when the titre leaves the other out. */
function sharesOf({ due, cagb }: CommuneTotal, isLeftOut: boolean, say: Say): Parts {
  if (isLeftOut) {
    const note = say("payé par [la CAGB] ; ce que [la Ville] garde à sa charge n’est pas au titre");
    const borne = figure(formatEuros(cagb), note);
    return { together: borne, apart: [borne] };
  }
  const whole = due.plus(cagb);
  const own = whole.isZero() ? whole : due.div(whole).toDecimalPlaces(3);
  const other = whole.isZero() ? whole : own.neg().plus(1);
  return {
    together: figure(
      `${percent(own)} / ${percent(other)}`,
      say`à votre charge / payé par [la CAGB] (${formatEuros(cagb)})`,
    ),
    apart: [
      figure(percent(own), "à votre charge"),
      figure(percent(other), say`payé par [la CAGB] (${formatEuros(cagb)})`),
    ],
  };
}

/** Returns the part paid once and the part paid each year, when a commune pays all its costs. */
function naturesOf({ split: { installation, maintenance } }: CommuneTotal): Parts {
  const [once, yearly] = [formatEuros(installation.commune), formatEuros(maintenance.commune)];
  return {
    together: figure(yearly, `de maintenance ; ${once} d’installations, payées une fois`),
    apart: [figure(once, "d’installations, payées une fois"), figure(yearly, "de maintenance de l’année")],
  };
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}
