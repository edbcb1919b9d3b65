import { lazyTexts } from "../catalogue";

/** Texts of the screen that marks an état as issued. */
export const fr = {
  "pane-issue-text":
    "Une ligne du Journal dira quel état a été émis. Dès lors, des documents aux montants différents se disent « à ne pas émettre », et le volet propose un rectificatif. Les autres feuilles ne changent pas.",
  "pane-issue-date": "Émis le (jj/mm/aaaa)",
  "pane-issue-number": "État n°",
  "pane-issue-last": "celui de la dernière génération",
  "pane-issue-bordereau": "Bordereau n°",
  "pane-issue-titre": "Titre n°",
  "pane-issue-later": "à compléter plus tard",
  "pane-issue-save": "Inscrire au Journal",
  "pane-issue-leave": "Ne rien inscrire",
} as const;

export const en = {
  "pane-issue-text":
    "A row of the Journal will say which statement was issued. From then on, documents with other amounts say that they are not to be issued, and the pane offers a correction. The other sheets do not change.",
  "pane-issue-date": "Issued on (dd/mm/yyyy)",
  "pane-issue-number": "Statement no. (état n°)",
  "pane-issue-last": "that of the last generation",
  "pane-issue-bordereau": "Bordereau no.",
  "pane-issue-titre": "Titre no.",
  "pane-issue-later": "to be completed later",
  "pane-issue-save": "Write in the Journal",
  "pane-issue-leave": "Write nothing",
} as const satisfies Record<keyof typeof fr, string>;

/** A code of the screen that marks an état as issued. */
export type IssueCode = keyof typeof fr;

/** As `message`, with the texts of that screen, which come with it. */
export const issueMessage = lazyTexts<IssueCode>({ fr, en });
