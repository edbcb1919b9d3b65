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

/** What changed since the campaign compared, and how it is named. */
export interface ChangeShown extends Change {
  readonly than: string;
  readonly within: string;
}

interface FiguresContext {
  readonly parts: FicheParts;
  /** Null where the commune is not compared. */
  readonly change: ChangeShown | null;
  readonly edits: HandEdits;
}

/** Writes what a commune's share is made of in a few figures, side by side. */
export function writeFigures(
  page: Page,
  total: CommuneTotal,
  statement: Statement,
  { parts: { counts, amounts, before, screen }, change, edits }: FiguresContext,
): void {
  const { say } = page;
  const { grid } = statement;
  const leftOut = leftOutOf(total, statement);
  const counted = [...linesOf(total), ...leftOut];
  const shares = hasDebtorPart(statement) ? sharesOf(total, leftOut.length > 0, say) : [];
  const figures = [
    { from: 0, lines: schoolsAndPupils(total, grid, say) },
    { from: counts, lines: machines(counted, grid, page.widths.slice(counts, amounts)) },
    { from: amounts, lines: change === null ? [] : changeOf(change) },
    { from: change === null ? amounts : before, lines: shares },
  ].filter(({ lines }) => lines.length > 0);
  const instead = [handEditedFigure.figure, handEditedFigure.note];
  writeBoxes(
    page,
    figures.map(({ from, lines }, index) => ({
      from,
      to: (figures[index + 1]?.from ?? screen) - 1,
      lines: lines.map((line, at) => ({ ...line, guard: (cell) => edits.guard(cell, instead[at]) })),
    })),
  );
}

function figure(value: string, note: string): BoxLine[] {
  return [
    { text: value, style: styles.strong },
    { text: note, style: styles.smallGrey },
  ];
}

function schoolsAndPupils(total: CommuneTotal, grid: Grid, say: Say): BoxLine[] {
  const schools = billedSchools(total);
  const counted = `${grouped(schools)} ${say(schools > 1 ? "[écoles]" : "[école]")}`;
  return figure(counted, isCounted(grid, "pupils") ? plural(pupilsOf(total), "élève") : "");
}

/**
 * Returns how many workstations are in service; where the tariff has none, how many units of the two prestations billed most, or of
 * the first alone where columns of these widths have no room for both.
 */
function machines(lines: readonly Line[], grid: Grid, widths: readonly number[]): BoxLine[] {
  if (isCounted(grid, "workstations")) return workstations(lines);
  const told = (most: readonly TariffRow[]) => most.map((tariff) => units(lines, tariff)).join(" · ");
  const two = mostBilled(lines).slice(0, 2);
  const most = told(two).length <= lettersAcross(widths, styles.strong) - frameLetters ? two : two.slice(0, 1);
  return most.length === 0 ? [] : figure(told(most), most.map(({ prestation }) => prestation).join(" · "));
}

/** Letters that a frame and its indent take of a line. */
const frameLetters = 3;

function units(lines: readonly Line[], { code, unit }: TariffRow): string {
  const counts = natures.map((nature) => unitsOf(lines, nature, (tariff) => tariff.code === code));
  return plural(Math.max(...counts), unit.split(/[\s/(]/)[0]!).replace(" ", "\u00a0");
}

/** Returns the prestations of lines, those that come to most first, those of pupils or of one a school apart. */
function mostBilled(lines: readonly Line[]): TariffRow[] {
  const amounts = new Map<TariffRow, Decimal>();
  for (const { tariff, amount } of lines)
    if (tariff.counts === "units" && tariff.perSite !== 1) amounts.set(tariff, amount.plus(amounts.get(tariff) ?? 0));
  return [...amounts].sort(([, a], [, b]) => b.comparedTo(a)).map(([tariff]) => tariff);
}

function workstations(lines: readonly Line[]): BoxLine[] {
  const inService = unitsOf(lines, "maintenance", isWorkstation);
  const [standard, specific] = [machineCodes.standard, machineCodes.specific].map((own) =>
    unitsOf(lines, "maintenance", ({ code }) => code === own),
  ) as [number, number];
  const installed = unitsOf(lines, "installation", isWorkstation);
  // Another grid may count other kinds.
  const isTold = specific > 0 && standard + specific === inService;
  const kinds = isTold ? `\u00a0: ${grouped(standard)} standard, ${plural(specific, "spécifique")}` : "";
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

/** Returns both parts of what a commune costs; the debtor's alone where the titre leaves the other out. */
function sharesOf({ due, cagb }: CommuneTotal, isLeftOut: boolean, say: Say): BoxLine[] {
  if (isLeftOut)
    return figure(
      formatEuros(cagb),
      say("payé par [la CAGB] ; ce que [la Ville] garde à sa charge n’est pas au titre"),
    );
  const whole = due.plus(cagb);
  if (whole.isZero()) return figure(percent(whole), "à votre charge");
  const own = due.div(whole).toDecimalPlaces(3);
  return figure(
    `${percent(own)} / ${percent(own.neg().plus(1))}`,
    say`à votre charge / payé par [la CAGB] (${formatEuros(cagb)})`,
  );
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}
