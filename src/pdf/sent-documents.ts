import { zipSync } from "fflate";
import {
  communeOfFiche,
  documentOf,
  ficheFileName,
  fileStart,
  pieceFileName,
  stateFileName,
  type SheetModel,
} from "../documents";
import type { Statement } from "../statement";
import { conventionOf } from "../tariff";
import type { PdfRequest } from "./draw-pdf";

/** A document that leaves the office as a file of its own. */
interface SentDocument {
  /** `2014_ORDICLASSE_25014_AMAGNEY.pdf`. */
  readonly fileName: string;
  readonly title: string;
  readonly model: SheetModel;
}

/** What makes the file of a document that leaves the office. */
interface SentPdf {
  readonly fileName: string;
  readonly request: PdfRequest;
}

/** Returns what makes each file: the same for whoever writes them, in a folder or in one file. */
export function sentPdfs(
  models: readonly SheetModel[],
  statement: Statement,
  drawn: Pick<PdfRequest, "when" | "fonts">,
): SentPdf[] {
  const author = conventionOf(statement.campaign).creditor.name;
  return sentDocuments(models, statement).map(({ fileName, title, model }) => ({
    fileName,
    request: { models: [model], title, author, ...drawn },
  }));
}

/** Returns the documents that are sent as files, in the order of their sheets: the état, the pieces of a correction, and the fiches. */
export function sentDocuments(models: readonly SheetModel[], { campaign, byCommune }: Statement): SentDocument[] {
  const named = (fileName: string, title: string, model: SheetModel): SentDocument => ({
    fileName,
    title: `${title}, campagne ${campaign.year}`,
    model,
  });
  return models.flatMap((model) => {
    switch (documentOf(model.key)) {
      case "titre":
        return [named(stateFileName(campaign), "État liquidatif à l’appui du titre de recettes", model)];
      case "rectificatif":
        return [named(pieceFileName(campaign, "rectificatif"), "Rectificatif de l’état liquidatif", model)];
      case "certificat":
        return [named(pieceFileName(campaign, "certificat"), "Certificat administratif", model)];
      case "complement":
        return [named(pieceFileName(campaign, "titre complémentaire"), "Titre complémentaire", model)];
      case "fiche": {
        const insee = communeOfFiche(model.key);
        const { commune } = byCommune.find((one) => one.commune.insee === insee)!;
        return [named(ficheFileName(campaign, commune), `Fiche de refacturation · ${commune.name}`, model)];
      }
      default:
        return [];
    }
  });
}

/** `2014_ORDICLASSE_PDF.zip`: all of them in one file. */
export function zipFileName(campaign: Statement["campaign"]): string {
  return `${fileStart(campaign)}_PDF.zip`;
}

/** Puts files in one .zip, dated by a civil date and time. They are kept as they are: a PDF is compressed already. */
export function zipPdfs(
  files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[],
  when: string,
): Uint8Array {
  const options = { level: 0, mtime: when.replace(" ", "T") } as const;
  return zipSync(Object.fromEntries(files.map(({ fileName, bytes }) => [fileName, [bytes, options]])));
}
