import { eurosInWords } from "../money";
import type { CommuneTotal, Comparison, Statement } from "../statement";
import { conventionOf, type Campaign, type Commune } from "../tariff";
import { stateReference } from "./kit/parties";
import { billedSchools, communesWithFiche, unitsOf } from "./kit/texts";
import { toCsv } from "./csv";
import { comparedCommune } from "./fiche-schools";
import { fileStart, fileText, firstLabel, serviceOf, shortLimit } from "./titre-csv";

/** Communes that the debtor claims something from, in the order of « Récapitulatif ». */
function claimed({ byCommune }: Statement): readonly CommuneTotal[] {
  return byCommune.filter(({ due }) => !due.isZero());
}

/** Name of the PDF of a commune's fiche: `2014_ORDICLASSE_25014_AMAGNEY.pdf`, letters and figures that any disk takes. */
export function ficheFileName(campaign: Campaign, { insee, name }: Commune): string {
  return `${fileStart(campaign)}_${insee}_${fileText(name)}.pdf`;
}

/** The titres that the debtor issues, as CSV for its finance package: a line a commune, at the account where it books them. */
export function communesCsv(statement: Statement): string {
  const { campaign } = statement;
  const { accounts } = conventionOf(campaign);
  const rows = claimed(statement).map(({ commune, due }) => [
    String(campaign.year),
    commune.siren,
    commune.name,
    firstLabel(
      [" - QUOTE-PART - ", " QUOTE-PART ", " QP "].map((between) => serviceOf(campaign) + between + commune.name),
      shortLimit,
    ),
    accounts.rebilled.slice(0, 2),
    accounts.rebilled,
    due,
    stateReference(statement),
    ficheFileName(campaign, commune),
  ]);
  return toCsv([
    ["exercice", "SIREN", "commune", "libellé", "chapitre", "nature", "montant", "référence", "pièce"],
    ...rows,
  ]);
}

/**
 * What a mailing to the communes merges, as CSV: a line a commune, with what its share changed by where it is compared, and room for its
 * address. Nothing is sent.
 */
export function mailingCsv(statement: Statement, comparison: Comparison | null = null): string {
  const { campaign } = statement;
  const rows = communesWithFiche(statement).map((total) => [
    total.commune.name,
    total.commune.insee,
    total.commune.siren,
    total.due,
    eurosInWords(total.due),
    String(billedSchools(total)),
    String(unitsOf(total, "enfant", "maintenance")),
    comparedCommune(comparison, total.commune)?.byPayer.commune.difference ?? "",
    ficheFileName(campaign, total.commune),
    "",
  ]);
  const headings = [
    "commune",
    "INSEE",
    "SIREN",
    "montant",
    "montant en lettres",
    "écoles",
    "élèves",
    "écart",
    "fichier",
    "adresse",
  ];
  return toCsv([headings, ...rows]);
}
