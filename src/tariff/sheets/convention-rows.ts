/** The type of a value in the sheet « Convention », which determines how it is converted. */
type RowKind = "text" | "code" | "insee" | "date" | "year" | "count-day";

/** A row of the sheet « Convention »: its label, and the field that it gives. */
export interface ConventionRow {
  readonly label: string;
  /** Other accepted labels: former ones, and those used without an intermediary. */
  readonly others?: readonly string[];
  /** The path of the field: `creditor.siren`. */
  readonly field: string;
  readonly kind: RowKind;
  /** The meaning of a blank; absent when the row is mandatory. */
  readonly blank?: "null" | "absent";
}

/** The name of the user's sheet with the terms of a convention, without its prices and members. */
export const conventionSheetName = "Convention";
export const conventionHeaders = ["Rubrique", "Valeur", "Précision"] as const;

/** The label of the account of claims on members when the creditor claims from them directly. */
export const rebilledByCreditor = "Compte de recette du créancier";

/** The rows of the sheet, in order; those of the credit line come after. */
export const conventionRows: readonly ConventionRow[] = [
  { label: "Dispositif", field: "service", kind: "text" },
  { label: "Objet", field: "object", kind: "text" },
  { label: "Ce qui est fourni", field: "provided", kind: "text", blank: "absent" },
  { label: "Acte", field: "act.name", kind: "text" },
  { label: "Organe délibérant", field: "act.body", kind: "text" },
  { label: "Reçu en préfecture le", field: "act.receivedOn", kind: "date" },
  { label: "Durée", field: "term", kind: "text" },
  { label: "Campagnes reconduites à partir de", field: "renewedFrom", kind: "year", blank: "null" },
  { label: "Applicable du", field: "from", kind: "date" },
  { label: "Applicable au", field: "to", kind: "date" },
  { label: "Jour du décompte", field: "count", kind: "count-day" },
  { label: "Un membre", field: "member.french", kind: "text" },
  { label: "Un membre, en anglais", field: "member.english", kind: "text", blank: "absent" },
  { label: "Un site", field: "site.french", kind: "text" },
  { label: "Un site, en anglais", field: "site.english", kind: "text", blank: "absent" },
  { label: "TVA", field: "vat", kind: "text" },
  { label: "Créancier", field: "creditor.name", kind: "text" },
  { label: "Nom court du créancier", field: "creditor.short", kind: "text" },
  { label: "SIREN du créancier", field: "creditor.siren", kind: "code" },
  { label: "Code INSEE du créancier", field: "creditor.insee", kind: "insee", blank: "null" },
  { label: "Service du créancier", field: "creditor.department", kind: "text" },
  { label: "Exécutif du créancier", field: "creditor.executive", kind: "text" },
  { label: "Intermédiaire", field: "debtor.name", kind: "text" },
  { label: "Nom court de l’intermédiaire", field: "debtor.short", kind: "text" },
  { label: "SIREN de l’intermédiaire", field: "debtor.siren", kind: "code" },
  {
    label: "Compte de recette de l’intermédiaire",
    others: [rebilledByCreditor, "Compte des quotes-parts refacturées"],
    field: "accounts.rebilled",
    kind: "code",
  },
  {
    label: "Compte de dépense du membre",
    others: ["Compte des quotes-parts payées"],
    field: "accounts.paid",
    kind: "code",
  },
  { label: "Chapitre des titres annulés", field: "accounts.cancelledChapter", kind: "code" },
  { label: "Compte des titres annulés", field: "accounts.cancelled", kind: "code" },
];

/** The prefix of the labels of a credit line: « Ligne de crédit : Chapitre ». */
export const creditLinePrefix = "Ligne de crédit";

/** The parts of a credit line whose code an option may replace, by heading. */
export const localCreditParts: Readonly<Record<string, string>> = {
  "Code ligne": "creditLineCode",
  Service: "creditLineService",
};

/** The name of the user's sheet with the members. */
export const communesSheetName = "Communes";

/** The columns of the sheet « Communes », and the field of a member that each gives. */
export const communesColumns = [
  { header: "INSEE", key: "insee" },
  { header: "Nom", key: "name" },
  { header: "SIREN", key: "siren" },
  { header: "Membre du", key: "from" },
  { header: "Membre jusqu’au", key: "to" },
  { header: "Devenue (INSEE)", key: "mergedInto" },
  { header: "SIREN calculé", key: "sirenComputed" },
  { header: "Autres noms", key: "aliases" },
] as const;

/** The columns that a list of members may lack. */
export const optionalColumns: ReadonlySet<string> = new Set(["from", "to", "mergedInto", "sirenComputed", "aliases"]);
