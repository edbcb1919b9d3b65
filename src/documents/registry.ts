import type { MessageCode } from "../messages";

/** What is asked for beside a campaign's documents, as `Analyses` names it. */
type AnalysisKey = "comparison" | "trial" | "rectification";

/** Colours of tabs: dark where something is issued, pale for the many fiches, grey for what is examined. */
const tabColors = { issued: "1F3864", fiche: "9DC3E6", examined: "7F7F7F" } as const;

/** What is said once of a document. */
interface DocumentKind {
  /** Of its sheet, where nothing else has it. */
  readonly name: string;
  /** Whether its heading says if it may be issued: a campaign's own, which leaves the office. */
  readonly bearsStatus?: boolean;
  /** Whether it shows what those rest on, their status on each of its pages. */
  readonly isUnderStatus?: boolean;
  /** What its tab is told by: a piece that is issued, a fiche; else a document to be examined. */
  readonly tab?: keyof typeof tabColors;
  /** The analyses of which any brings it; none for a campaign's own documents. */
  readonly analyses?: readonly AnalysisKey[];
  /** What the pane calls it, alone or with others, among what is to be prepared. */
  readonly label: MessageCode;
  /** Of a document that is sent as a file of its own. */
  readonly sent?: SentAs;
}

/** How a file that is sent names its document: in its own name, unless that is a commune's, and in the title of its PDF. */
interface SentAs {
  readonly piece: string;
  readonly title: string;
}

/** The documents, in the order of their tabs, by the key of their sheet. It brings no code that makes them. */
export const documents = {
  recapitulatif: { name: "Récapitulatif", bearsStatus: true, label: "pane-plan-tables" },
  titre: {
    name: "Titre CAGB",
    bearsStatus: true,
    tab: "issued",
    label: "pane-plan-titre",
    sent: { piece: "état liquidatif", title: "État liquidatif à l’appui du titre de recettes" },
  },
  controles: { name: "Contrôles", isUnderStatus: true, label: "pane-plan-tables" },
  repartition: { name: "Répartition", isUnderStatus: true, label: "pane-plan-tables" },
  comparaison: { name: "Comparaison", analyses: ["comparison"], label: "pane-doc-comparaison" },
  "comparaison-detail": { name: "Comparaison (détail)", analyses: ["comparison"], label: "pane-doc-comparaison" },
  simulation: { name: "Simulation", analyses: ["trial"], label: "pane-doc-simulation" },
  annexe: { name: "Annexe délibération", analyses: ["comparison", "trial"], label: "pane-doc-annexe" },
  rectificatif: ofCorrection("Rectificatif", "rectificatif", "Rectificatif de l’état liquidatif"),
  certificat: ofCorrection("Certificat", "certificat", "Certificat administratif"),
  complement: ofCorrection("Titre complémentaire", "titre complémentaire", "Titre complémentaire"),
  /** One for each commune, whose key and name follow. */
  fiche: {
    name: "Fiche",
    bearsStatus: true,
    tab: "fiche",
    label: "pane-plan-fiches",
    sent: { piece: "fiche", title: "Fiche de refacturation" },
  },
  "fiches-impression": { name: "Fiches (impression)", bearsStatus: true, tab: "fiche", label: "pane-plan-print" },
  journal: { name: "Journal", label: "pane-plan-journal" },
} as const satisfies Record<string, DocumentKind>;

/** Returns a paper of a correction: issued, and sent. */
function ofCorrection(name: string, piece: string, title: string) {
  const kind = { name, tab: "issued", analyses: ["rectification"], label: "pane-doc-rectificatif" } as const;
  return { ...kind, sent: { piece, title } };
}

/** What a document is, whatever its commune. */
export type DocumentId = keyof typeof documents;

/** Documents that a campaign has by itself. */
export type CampaignDocument = {
  [Id in DocumentId]: (typeof documents)[Id] extends { analyses: unknown } ? never : Id;
}[DocumentId];

const kinds = Object.entries(documents) as [DocumentId, DocumentKind][];

export const campaignDocuments = kinds.flatMap(([id, { analyses }]) =>
  analyses === undefined ? [id as CampaignDocument] : [],
);

/** Returns the documents that the analyses asked for bring. */
export function analysisDocuments(asked: Readonly<Partial<Record<AnalysisKey, unknown>>>): DocumentId[] {
  return kinds.filter(([, { analyses }]) => analyses?.some((one) => asked[one] !== undefined)).map(([id]) => id);
}

/**
 * Returns the key of a commune's fiche, by its legal entity: an INSEE code outlives a merger (25035: Auxon-Dessus, then Les
 * Auxons), its SIREN does not.
 */
export function ficheKey({ insee, siren }: { readonly insee: string; readonly siren: string }): string {
  return `fiche-${insee}-${siren}`;
}

/** Returns the INSEE code of the commune whose fiche has a key; null for any other key. */
export function communeOfFiche(key: string): string | null {
  return /^fiche-(\w+)-\w+$/.exec(key)?.[1] ?? null;
}

/** Returns the document that a key is of; null when it is of none. */
export function documentOf(key: string): DocumentId | null {
  if (/^fiche-[\w-]+$/.test(key)) return "fiche";
  return key !== "fiche" && Object.hasOwn(documents, key) ? (key as DocumentId) : null;
}

/** Returns whether the heading of the document of a key says if it may be issued. */
export function bearsStatus(key: string): boolean {
  return kindOf(key)?.bearsStatus === true;
}

/** Returns whether the document of a key shows what those that are sent rest on: its pages bear their status too. */
export function isUnderStatus(key: string): boolean {
  return kindOf(key)?.isUnderStatus === true;
}

/** Returns whether the document of a key shows fiches: one, or all of them. */
export function isFiche(key: string): boolean {
  return kindOf(key)?.tab === "fiche";
}

/** Returns whether an analysis brought the document of a key. */
export function isAnalysis(key: string): boolean {
  return kindOf(key)?.analyses !== undefined;
}

/** Returns whether the document of a key leaves the office: one that bears its status, a piece that is issued, a fiche. */
export function leavesOffice(key: string): boolean {
  const kind = kindOf(key);
  return kind?.bearsStatus === true || kind?.tab !== undefined;
}

/** Returns how the document of a key is sent as a file; null when it is not. */
export function sentAs(key: string): SentAs | null {
  return kindOf(key)?.sent ?? null;
}

/** Returns the place of the document of a key among the tabs of a generation. */
export function tabPlaceOf(key: string): number {
  const id = documentOf(key);
  return id === null ? kinds.length : kinds.findIndex(([one]) => one === id);
}

/** Returns the colour of the tab of a document, by its key. */
export function tabColorOf(key: string): string {
  return tabColors[kindOf(key)?.tab ?? "examined"];
}

function kindOf(key: string): DocumentKind | null {
  const id = documentOf(key);
  return id === null ? null : documents[id];
}
