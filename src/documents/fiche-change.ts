import { Decimal } from "decimal.js";
import { formatChange } from "../money";
import { sum, type ComparedCommune, type ComparedLine } from "../statement";
import { natures } from "./kit/bases";
import { over } from "./kit/cells";
import type { Page } from "./kit/page";
import { styles } from "./kit/styles";
import { natureNames } from "./kit/texts";

/** What a commune's share changed by, and for what. */
interface Cause {
  readonly name: string;
  readonly change: Decimal;
}

/**
 * Writes why a commune's share is not that of the campaign compared: by nature, then the prestation that weighs most. Writes nothing
 * where nothing changed. What the office notes of it is its own: « Comparaison » has it, and no fiche.
 */
export function writeChange(page: Page, compared: ComparedCommune, columns: number): void {
  const lines = compared.schools.flatMap((school) => school.lines).filter(({ payer }) => payer === "commune");
  const changed = lines.filter(({ effects }) => !effects.difference.isZero());
  if (changed.length === 0) return;
  page.gap(true);
  page.add([over(columns, whyText(changed), styles.value)], true);
}

function whyText(lines: readonly ComparedLine[]): string {
  const byNature = natures.map((nature): Cause => {
    const own = lines.filter((line) => line.nature === nature);
    return { name: natureNames[nature].toLocaleLowerCase("fr"), change: changeOf(own) };
  });
  const whole = changeOf(lines);
  const heaviest = prestationsOf(lines)
    .filter(({ change }) => whole.isZero() || change.isNegative() === whole.isNegative())
    .sort((a, b) => b.change.abs().comparedTo(a.change.abs()))[0];
  const parts = byNature.map(({ name, change }) => `${name} ${change.isZero() ? "inchangée" : formatChange(change)}`);
  const most =
    heaviest === undefined ? "" : ` Ce qui pèse le plus : ${heaviest.name}, ${formatChange(heaviest.change)}.`;
  return `Pourquoi cet écart : ${parts.join(", ")}.${most}`;
}

function changeOf(lines: readonly ComparedLine[]): Decimal {
  return sum(lines.map(({ effects }) => effects.difference));
}

/** Each prestation and nature, all schools together: what moves from one school to another is no cause. */
function prestationsOf(lines: readonly ComparedLine[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const { tariff, nature, effects } of lines) {
    const key = `${tariff.code} ${nature}`;
    const name = `${tariff.prestation} (${natureNames[nature].toLocaleLowerCase("fr")})`;
    const known = causes.get(key)?.change ?? new Decimal(0);
    causes.set(key, { name, change: known.plus(effects.difference) });
  }
  return [...causes.values()];
}
