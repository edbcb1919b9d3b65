import { byLanguage } from "../by-language";
import { lazyTexts } from "../catalogue";

/** Texts of the screen that marks an état as issued. */
export const { fr, en } = byLanguage({
  "pane-issue-text": [
    "Une ligne du Journal dira quel état a été émis. Dès lors, des documents aux montants différents se disent « à ne pas émettre », et le volet propose un rectificatif. Les autres feuilles ne changent pas.",
    "A row of the Journal will say which statement was issued. From then on, documents with other amounts say that they are not to be issued, and the pane offers a correction. The other sheets do not change.",
  ],
  "pane-issue-date": ["Émis le (jj/mm/aaaa)", "Issued on (dd/mm/yyyy)"],
  "pane-issue-number": ["État n°", "Statement no. (état n°)"],
  "pane-issue-last": ["celui de la dernière génération", "that of the last generation"],
  "pane-issue-bordereau": ["Bordereau n°", "Bordereau no."],
  "pane-issue-titre": ["Titre n°", "Titre no."],
  "pane-issue-later": ["à compléter plus tard", "to be completed later"],
  "pane-issue-save": ["Inscrire au Journal", "Write in the Journal"],
  "pane-issue-leave": ["Ne rien inscrire", "Write nothing"],
});

/** A code of the screen that marks an état as issued. */
export type IssueCode = keyof typeof fr;

/** Like `message`, with the texts of that screen, loaded with it. */
export const issueMessage = lazyTexts<IssueCode>({ fr, en });
