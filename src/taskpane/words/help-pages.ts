import type { Language } from "../../messages";

/** Pages of help, beside the pane's own. */
export const helpPages: Readonly<Record<Language, { readonly page: string; readonly accessibility: string }>> = {
  fr: { page: "aide.html", accessibility: "aide.html#accessibilite" },
  en: { page: "help-en.html", accessibility: "help-en.html#accessibility" },
};
