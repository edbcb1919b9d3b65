import { frenchDate } from "../cells";
import type { Statement } from "../statement";
import type { Campaign, Commune } from "../tariff";
import { sayIn } from "./kit/say";
import { stateNumber } from "./kit/texts";
import { communeOfFiche, documents, sentAs } from "./registry";

/** The longest object of a titre that the treasury takes (PES, `ObjPce`), and what finance packages print of it. */
export const objectLimit = 160;
export const shortLimit = 50;

/** Returns the object of the titre, which names the document that holds the bases of the liquidation. */
export function titreObject(statement: Statement): string {
  const { campaign } = statement;
  const settled = `MAINTENANCE ET INSTALLATIONS AU ${frenchDate(campaign.snapshot)}`;
  return label([serviceOf(campaign), settled, `ETAT ${stateNumber(statement)}`].join(" - "), objectLimit);
}

/** Returns the object of the titre for a package that prints fifty characters: the état's number comes before what may be cut. */
export function titreShortObject(statement: Statement): string {
  const { campaign } = statement;
  return label(
    [serviceOf(campaign), `ETAT ${stateNumber(statement)}`, sayIn(campaign)("[écoles]")].join(" - "),
    shortLimit,
  );
}

/** Returns the name of the service for a campaign: « Ordiclasse 2014 ». */
export function serviceOf(campaign: Campaign): string {
  return `${campaign.convention.service} ${campaign.year}`;
}

/** Returns a text as finance packages and the treasury all take it: unaccented ASCII capitals, cut at a length. */
export function label(value: string, limit: number): string {
  return value
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toUpperCase()
    .replaceAll("Œ", "OE")
    .replaceAll("Æ", "AE")
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[‐‑‒–—]/gu, "-")
    .replace(/\s+/gu, " ")
    .replace(/[^ -~]/gu, "")
    .trim()
    .slice(0, limit)
    .trimEnd();
}

/** Returns the first of several labels, from the plainest to the shortest, that holds whole; the last one, cut, when none does. */
export function firstLabel(values: readonly string[], limit: number): string {
  const labels = values.map((value) => label(value, Infinity));
  return labels.find(({ length }) => length <= limit) ?? label(values.at(-1)!, limit);
}

/** Under what name a document is sent as a file, and the title of its PDF. */
interface SentFile {
  readonly fileName: string;
  readonly title: string;
}

/** Returns under what name and title the document of a key is sent as a file; null when it is not. */
export function sentFile(key: string, { campaign, byCommune }: Statement): SentFile | null {
  const sent = sentAs(key);
  if (sent === null) return null;
  const insee = communeOfFiche(key);
  if (insee === null) return { fileName: pieceFileName(campaign, sent.piece), title: sent.title + titleEnd(campaign) };
  const { commune } = byCommune.find((one) => one.commune.insee === insee)!;
  return {
    fileName: ficheFileName(campaign, commune),
    title: ficheTitleOf(commune.name) + titleEnd(campaign),
  };
}

/** Returns the name of the état's PDF, as the titre's pièce: no accent, no space, an extension of three letters. */
export function stateFileName(campaign: Campaign): string {
  return pieceFileName(campaign, documents.titre.sent.piece);
}

/** Returns the name of the PDF of what is addressed to the debtor, or to the members: `2014_ORDICLASSE_CERTIFICAT_CAGB.pdf`. */
function pieceFileName(campaign: Campaign, piece: string): string {
  const { debtor, nouns } = campaign.convention;
  return `${fileStart(campaign)}_${fileText(piece)}_${fileText(debtor?.short ?? nouns.member.plural)}.pdf`;
}

/** Returns the name of the PDF of a commune's fiche: `2014_ORDICLASSE_25014_AMAGNEY.pdf`, letters and figures that any disk takes. */
export function ficheFileName(campaign: Campaign, { insee, name }: Commune): string {
  return `${fileStart(campaign)}_${insee}_${fileText(name)}.pdf`;
}

/** The start of a file's name, then the commune or the pièce, then whom it is addressed to. */
const sentName = /^(\d{4}_[A-Z0-9-]+)_([A-Z0-9-]+)_[A-Z0-9-]+\.pdf$/;

/** Returns whether a name is one of those that documents are sent under, of any campaign. */
export function isSentFileName(name: string): boolean {
  return sentName.test(name);
}

/** Returns whether a name is that of the fiche of some commune, of a campaign. */
export function isFicheFileName(name: string, campaign: Campaign): boolean {
  const [, start, insee = ""] = sentName.exec(name) ?? [];
  return start === fileStart(campaign) && /^\d[\dAB]\d{3}$/.test(insee);
}

/** Returns whether the title of a PDF is that of the fiche of some commune, of a campaign. */
export function isFicheTitle(title: string, campaign: Campaign): boolean {
  return title.startsWith(ficheTitleOf("")) && title.endsWith(titleEnd(campaign));
}

function ficheTitleOf(commune: string): string {
  return `${documents.fiche.sent.title} · ${commune}`;
}

function titleEnd({ year }: Campaign): string {
  return `, campagne ${year}`;
}

/** Returns what names of files begin with: `2014_ORDICLASSE`. */
export function fileStart(campaign: Campaign): string {
  return `${campaign.year}_${fileText(campaign.convention.service)}`;
}

/** Returns a name in capitals and figures, with hyphens, that any disk takes. */
function fileText(text: string): string {
  return label(text, Infinity)
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
