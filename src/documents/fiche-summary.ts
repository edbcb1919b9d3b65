import type { Decimal } from "decimal.js";
import { compareDates } from "../cells";
import { formatEuros } from "../money";
import type { CommuneTotal, Statement } from "../statement";
import { conventionOf, entityOf, isInForce, successorOf, type Commune } from "../tariff";
import { writeBoxes, type BoxLine } from "./kit/boxes";
import { euros, imported, linkTo, over, text, type PageCell } from "./kit/cells";
import type { Formula } from "./kit/formula";
import type { Page } from "./kit/page";
import { departmentOf, given, stateReference, toFillShort } from "./kit/parties";
import { styles } from "./kit/styles";
import { billedSchools, campaignLine, dayAfter, longDate, unitsOf } from "./kit/texts";

/** Columns of a fiche that are printed: prestation, quantity, price, and three of amounts. */
const columns = { count: 6, last: 5 } as const;

interface Heading {
  /** Name of « Récapitulatif ». */
  readonly recapitulatif: string;
  readonly status: string | null;
}

/** Writes whose fiche it is, and of which état; on the right of what is printed, the way back. */
export function writeFicheHeading(
  page: Page,
  { commune }: CommuneTotal,
  statement: Statement,
  { recapitulatif, status }: Heading,
): void {
  const { campaign } = statement;
  const { creditor, service } = conventionOf(campaign);
  const number = `Fiche n° ${campaign.year}-${commune.insee} · annexe de l’état liquidatif n° ${stateReference(statement)}`;
  const letterhead: PageCell[] = [text(`${creditor.name} · ${departmentOf(statement)} · ${service}`, styles.smallGrey)];
  letterhead[columns.last] = text(number, styles.smallRight);
  letterhead[columns.count] = linkTo("← Récapitulatif", recapitulatif, "A1", styles.back);
  page.add(letterhead);
  writeName(page, commune, statement);
  page.mark(page.add(status === null ? [] : [over(columns.count, status, styles.strong)]), "status");
}

/** Writes the commune's name, its codes on the snapshot, and what becomes of it before the next one: a merger makes another debtor. */
export function writeName(page: Page, commune: Commune, { campaign }: Statement): void {
  const { name, insee, siren } = commune;
  const entity = entityOf(commune);
  const toVerify = entity?.sirenToVerify === true ? " (à vérifier)" : "";
  page.mark(page.add([imported(name, styles.title)], true), "title");
  page.add([text(`${campaignLine(campaign)} · SIREN ${siren}${toVerify} · INSEE ${insee}`, styles.subtitle)], true);
  const successor = entity === null ? null : successorOf(entity);
  if (entity?.to == null || successor === null) return;
  if (compareDates(entity.to, { ...campaign.snapshot, year: campaign.year + 1 }) >= 0) return;
  const day = longDate(dayAfter(entity.to));
  const next = `À partir du ${day}, ${successor.name} (INSEE ${successor.insee}, SIREN ${successor.siren}).`;
  page.add([over(columns.count, next, styles.small)]);
}

/** Writes what is due, large, and what it is made of in three figures. `due`: the cell that the page gives it further down. */
export function writeSummary(page: Page, total: CommuneTotal, statement: Statement, due: () => Formula): void {
  const { debtor } = conventionOf(statement.campaign);
  const isDue = !total.due.isZero();
  const said = isDue
    ? `Quote-part que la ${debtor.short} vous demandera de rembourser`
    : `Rien à rembourser : la ${debtor.short} prend tout en charge`;
  const amount = { ...euros(total.due, styles.dueAmount, due), span: 2 };
  page.add([over(4, said, styles.due), ...blanks(3, styles.due), amount, ...blanks(1, styles.due)], true);
  const advice = isDue
    ? `Ne payez rien au vu de cette fiche : attendez l’avis des sommes à payer de la ${debtor.short}.`
    : "Cette fiche est pour information.";
  page.add([over(columns.count, advice, styles.dueNote), ...blanks(columns.last, styles.dueNote)], true);
  page.gap();
  writeBoxes(page, [
    { from: 0, to: 0, lines: figure(...schoolsAndPupils(total)) },
    { from: 1, to: 3, lines: figure(...postes(total)) },
    { from: 4, to: columns.last, lines: figure(...parts(total, debtor.short)) },
  ]);
}

function blanks(count: number, style: object): PageCell[] {
  return Array.from({ length: count }, () => ({ value: null, style }));
}

function figure(value: string, note: string): BoxLine[] {
  return [
    { text: value, style: styles.strong },
    { text: note, style: styles.smallGrey },
  ];
}

function schoolsAndPupils(total: CommuneTotal): [string, string] {
  const schools = billedSchools(total);
  const pupils = unitsOf(total, "enfant", "maintenance");
  return [`${schools} ${schools > 1 ? "écoles" : "école"}`, `${grouped(pupils)} ${pupils > 1 ? "élèves" : "élève"}`];
}

function postes(total: CommuneTotal): [string, string] {
  const inService = unitsOf(total, "poste", "maintenance");
  const installed = unitsOf(total, "poste", "installation");
  const ofYear = installed === 0 ? "" : `, dont ${grouped(installed)} posé${installed > 1 ? "s" : ""} dans l’année`;
  return [`${grouped(inService)} ${inService > 1 ? "postes" : "poste"}`, `en service${ofYear}`];
}

function parts({ due, cagb }: CommuneTotal, debtor: string): [string, string] {
  const whole = due.plus(cagb);
  if (whole.isZero()) return [shareText(whole), "à votre charge"];
  const own = due.div(whole).times(100).toDecimalPlaces(1);
  return [
    `${shareText(own)} / ${shareText(own.neg().plus(100))}`,
    `à votre charge / payé par la ${debtor} (${formatEuros(cagb)})`,
  ];
}

/** « 77,4 % ». */
function shareText(part: Decimal): string {
  return `${part.toFixed(1).replace(".", ",")}\u00a0%`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** Writes who claims, when and how; whom to ask; how to contest. (CGCT, L1617-5) */
export function writeExplanations(page: Page, { commune, due }: CommuneTotal, statement: Statement): void {
  const inForce = conventionOf(statement.campaign);
  const { creditor, debtor, act, accounts } = inForce;
  const byAct = isInForce(inForce, statement.campaign) ? ` (${act.name.toLocaleLowerCase("fr")})` : "";
  const own = commune.insee === creditor.insee;
  const claim = own
    ? `La ${creditor.short}, qui émet le titre, rembourse aussi sa propre quote-part à la ${debtor.short}.`
    : `La ${creditor.short} ne vous réclame rien : la ${debtor.short}, à qui elle émet un titre, vous refacture.`;
  const convention = `Convention ${creditor.short} – ${debtor.short}${byAct}, signée le ${given(statement, "conventionOn")}.`;
  const when = `Échéance : celle de l’avis de la ${debtor.short}, titre n° ${toFillShort} du ${toFillShort}. Imputation usuelle du mandat : ${accounts.paid}.`;
  const ask = `${departmentOf(statement)}, ${given(statement, "contact")}, avant le ${toFillShort}.`;
  const contest = `Le titre de la ${debtor.short} se conteste dans les deux mois de sa réception devant le tribunal administratif (CGCT, L. 1617-5).`;
  const isDue = !due.isZero();
  const box = (from: number, to: number, title: string, ...said: string[]) => ({
    from,
    to,
    lines: [
      { text: title, style: styles.smallStrong },
      { text: said.join("\n"), style: styles.small },
    ],
  });
  writeBoxes(page, [
    box(0, 1, "Qui, quand, comment", `${convention} ${claim}`, ...(isDue ? [when] : [])),
    box(2, 3, "Une quantité vous étonne ?", ask, "Le détail des machines vous est envoyé sur demande."),
    box(4, columns.last, "Contester", isDue ? contest : "Rien ne vous est réclamé."),
  ]);
}
