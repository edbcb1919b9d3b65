import { missingParticulars, optionsSheetName, type Options } from "../options";
import type { Page } from "./kit/page";

/**
 * Writes what the documents leave as dots and the options could say, and where it is given. Writes nothing where all is. No point
 * counts it: no amount depends on it.
 */
export function writeMissingParticulars(page: Page, options: Options): void {
  const missing = missingParticulars(options);
  if (missing.length === 0) return;
  page.space();
  page.section(
    missing.length === 1
      ? "1 mention à donner, laissée en pointillés"
      : `${missing.length} mentions à donner, laissées en pointillés`,
  );
  page.paragraph(`${sentence(missing.map(({ label }) => withinSentence(label)))}.`);
  page.paragraph(
    `${missing.length === 1 ? "Elle se donne" : "Elles se donnent"} dans « Réglages », au pied du volet, ou dans la feuille « ${optionsSheetName} ». Aucun montant n’en dépend.`,
  );
}

function sentence(labels: readonly string[]): string {
  const all = labels.join(", ");
  return all.charAt(0).toLocaleUpperCase("fr") + all.slice(1);
}

/** « signataire » for « Signataire »; « SIRET du créancier » stays. */
function withinSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLocaleLowerCase("fr") + label.slice(1) : label;
}
