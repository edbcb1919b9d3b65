import { Decimal } from "decimal.js";
import { compareDates } from "../cells";
import { formatChange } from "../money";
import { sum, type CommuneTotal, type ComparedCommune, type ComparedLine, type Statement } from "../statement";
import { entityOf, holdsDay, isCreditor, natures, successorOf, type Commune } from "../tariff";
import { writeBand } from "./fiche-band";
import { writeFigures, type FiguresShown } from "./fiche-figures";
import type { FicheParts } from "./fiche-lines";
import { detailText, leftOutOf } from "./kit/billed";
import { writeBoxes } from "./kit/boxes";
import { imported, linkTo, over, text, type PageCell } from "./kit/cells";
import type { Formula } from "./kit/formula";
import type { HandEdits } from "./kit/hand-edits";
import { writeEnds } from "./kit/heading";
import type { Page } from "./kit/page";
import { sayInFull, type Say } from "./kit/say";
import { styles } from "./kit/styles";
import {
  campaignLine,
  contestText,
  dayAfter,
  departmentOf,
  given,
  isOneTitre,
  longDate,
  natureNames,
  preparedBy,
  sirenText,
  stateReference,
  toFillShort,
  uncapitalised,
} from "./kit/texts";

/** Writes who prepares the fiche, and of which état; on the right of the columns that are printed, the way back. */
export function writeFicheLetterhead(
  page: Page,
  { insee }: Commune,
  statement: Statement,
  columns: number,
  recapitulatif: string,
): void {
  const number = `Fiche n°\u00a0${statement.campaign.year}-${insee} · annexe de l’état liquidatif n°\u00a0${stateReference(statement)}`;
  const back = linkTo("← Récapitulatif", recapitulatif, "A1", styles.back);
  writeEnds(page, [preparedBy(statement), number], columns, back);
}

/** Writes the commune's name, its codes on the snapshot, and a merger before the next one, which changes the debtor. */
export function writeName(page: Page, commune: Commune, { campaign }: Statement, columns: number): void {
  const { name, insee, siren } = commune;
  const entity = entityOf(commune, campaign.convention);
  const toVerify = entity?.sirenToVerify === true ? " (à vérifier)" : "";
  page.mark(page.add([imported(name, styles.largeTitle)], true), "title");
  page.add(
    [text(`${campaignLine(campaign)} · ${sirenText(siren)}${toVerify} · INSEE ${insee}`, styles.subtitle)],
    true,
  );
  const successor = entity === null ? null : successorOf(entity, campaign.convention);
  if (entity?.to == null || successor === null) return;
  if (compareDates(entity.to, { ...campaign.snapshot, year: campaign.year + 1 }) >= 0) return;
  const day = longDate(dayAfter(entity.to));
  const next = `À partir du ${day}, ${successor.name} (INSEE ${successor.insee}, ${sirenText(successor.siren)}).`;
  page.add([over(columns, next, styles.small)]);
}

interface Summary extends FiguresShown {
  readonly over: FicheParts;
  /** The total that the page gives further down. */
  readonly due: () => Formula;
  /** Why the fiche must not be issued, in capitals; empty when it may be. */
  readonly word: string;
}

/** Writes the amount due in large type, and its components in a few figures. */
export function writeSummary(
  page: Page,
  total: CommuneTotal,
  statement: Statement,
  { over: parts, due, word, ...shown }: Summary,
): void {
  const { sum, screen } = parts;
  const { say } = page;
  const isDue = !total.due.isZero();
  const { convention } = statement.campaign;
  const sentence = !isDue
    ? say(
        leftOutOf(total, statement).length > 0
          ? "Rien à rembourser\u00a0: [la Ville] garde sa part à sa charge"
          : "Rien à rembourser\u00a0: [la CAGB] prend tout en charge",
      )
    : convention.debtor === null
      ? say("Montant que [la Ville] vous réclame")
      : isCreditor(total.commune, convention)
        ? say("Quote-part que [la Ville] remboursera [à la CAGB]")
        : say("Quote-part que [la CAGB] vous demandera de rembourser");
  const advice = isDue
    ? say("Ne payez rien au vu de cette fiche\u00a0: attendez l’avis des sommes à payer [de la CAGB].")
    : "Cette fiche est pour information.";
  writeBand(page, { sentence, advice, due: total.due, formula: due, word, edits: shown.edits, sum, screen });
  writeFigures(page, total, statement, { parts, ...shown });
}

/** A change of a commune's share, with its cause. */
interface Cause {
  readonly name: string;
  readonly change: Decimal;
}

/**
 * Writes why a commune's share differs from that of the compared campaign: by nature, then the prestation with the
 * largest change. Writes nothing when nothing changed. The comments of the office are on « Comparaison » only.
 */
export function writeChange(page: Page, compared: ComparedCommune, columns: number, edits: HandEdits): void {
  const lines = compared.schools.flatMap((school) => school.lines).filter(({ payer }) => payer === "commune");
  const changed = lines.filter(({ effects }) => !effects.difference.isZero());
  if (changed.length === 0) return;
  page.gap(true);
  page.add([edits.guard(over(columns, whyText(changed), styles.value))], true);
}

function whyText(lines: readonly ComparedLine[]): string {
  const byNature = natures.map((nature): Cause => {
    const own = lines.filter((line) => line.nature === nature);
    return { name: natureNames[nature].toLocaleLowerCase("fr"), change: differenceIn(own) };
  });
  const whole = differenceIn(lines);
  const heaviest = prestationsOf(lines)
    .filter(({ change }) => whole.isZero() || change.isNegative() === whole.isNegative())
    .sort((a, b) => b.change.abs().comparedTo(a.change.abs()))[0];
  const parts = byNature.map(({ name, change }) => `${name} ${change.isZero() ? "inchangée" : formatChange(change)}`);
  const most =
    heaviest === undefined ? "" : ` Ce qui pèse le plus : ${heaviest.name}, ${formatChange(heaviest.change)}.`;
  return `Pourquoi cet écart : ${parts.join(", ")}.${most}`;
}

function differenceIn(lines: readonly ComparedLine[]): Decimal {
  return sum(lines.map(({ effects }) => effects.difference));
}

/** Returns the change of each prestation and nature over all schools: a move between schools is no cause. */
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

interface ExplanationsContext {
  readonly parts: FicheParts;
  readonly edits: HandEdits;
  /** Whether points remain to correct: the claim is not final. */
  readonly isProvisional: boolean;
}

/** Writes who claims, when and how; whom to ask; how to contest. (CGCT, L1617-5) */
export function writeExplanations(
  page: Page,
  total: CommuneTotal,
  statement: Statement,
  { parts: { quarters, screen }, edits, isProvisional }: ExplanationsContext,
): void {
  const [first, , third, fourth] = quarters;
  const inForce = statement.campaign.convention;
  const { creditor, act, accounts } = inForce;
  const { say } = page;
  const actName = uncapitalised(act.name).replace("n° ", "n°\u00a0");
  const byAct = holdsDay(inForce, statement.campaign.snapshot) ? ` (${actName})` : "";
  const isDue = !total.due.isZero();
  const other = say(isOneTitre(statement) ? "[CAGB]" : "[communes]");
  const convention = `Convention ${creditor.short} – ${other}${byAct}, signée le ${given(statement, "conventionOn")}.`;
  const when = say`Échéance\u00a0: celle de l’avis [de la CAGB], titre n°\u00a0${toFillShort} du ${toFillShort}. Imputation usuelle du mandat\u00a0: ${accounts.paid}.`;
  const ask = `${departmentOf(statement)}, ${given(statement, "contact")}, avant le ${toFillShort}.`;
  // That nothing is claimed is a figure too.
  const guard = isDue ? {} : { guard: (cell: PageCell) => edits.guard(cell) };
  const box = (from: number, to: number, title: string, ...lines: string[]) => ({
    from,
    to,
    lines: [
      { text: title, style: styles.smallStrong },
      { text: lines.join("\n"), style: styles.small, ...guard },
    ],
  });
  const claimed = [`${convention} ${claimText(total, statement, say)}`, ...(isDue ? [when] : [])];
  writeBoxes(
    page,
    isProvisional
      ? [
          box(
            first,
            third - 1,
            "Vous connaissez la bonne quantité\u202f?",
            `Dites-la à\u00a0: ${ask}`,
            detailText(statement),
          ),
          box(
            third,
            fourth - 1,
            "Et ensuite",
            "Une fiche définitive sera établie, les points une fois corrigés. Elle seule dira votre quote-part.",
          ),
          box(
            fourth,
            screen - 1,
            "Contester",
            "Cette fiche n’est pas un titre et ne réclame rien\u00a0: il n’y a rien à contester.",
          ),
        ]
      : [
          box(first, third - 1, "Qui, quand, comment", ...claimed),
          box(third, fourth - 1, "Une quantité vous étonne\u202f?", ask, detailText(statement)),
          box(fourth, screen - 1, "Contester", isDue ? contestText(say) : "Rien ne vous est réclamé."),
        ],
  );
}

/** Returns who claims a commune's share, and of whom. */
function claimText(total: CommuneTotal, statement: Statement, say: Say): string {
  const { commune, due } = total;
  const { campaign } = statement;
  const { debtor } = campaign.convention;
  const borne = "prend tout en charge";
  if (debtor === null)
    return due.isZero() ? say`[La Ville] ${borne}.` : say("[La Ville] vous réclame votre quote-part par un titre.");
  if (leftOutOf(total, statement).length > 0)
    return say(
      "[La Ville], qui émet le titre, n’y compte pas sa propre part\u00a0: [Ville:elle|il] la garde à sa charge.",
    );
  if (isCreditor(commune, campaign.convention) && due.isZero())
    return say("[La Ville], qui émet le titre, n’a rien à rembourser [à la CAGB], qui prend tout en charge.");
  if (isCreditor(commune, campaign.convention))
    return say("[La Ville], qui émet le titre, rembourse aussi sa propre quote-part [à la CAGB].");
  const rebilled = `${sayInFull(campaign)("[la CAGB]")} (${debtor.short}), ${say("à qui [Ville:elle|il] émet un titre")}`;
  return say`[La Ville] ne vous réclame rien\u00a0: ${rebilled}, ${due.isZero() ? borne : "vous refacture votre quote-part"}.`;
}
